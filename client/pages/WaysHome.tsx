import { Link } from 'wouter';
import { useText } from '../i18n/LanguageProvider.tsx';
import { buttonClass } from '../ui/Button.tsx';
import { homePath } from './paths.ts';

/** Back to one's workshops, or on with another link. */
export function WaysHome() {
  const t = useText();
  return (
    <>
      <Link href={homePath} className={buttonClass({ look: 'primary' })}>
        {t('common.openMyWorkshops')}
      </Link>
      <Link href={`${homePath}#link`} className={buttonClass({ look: 'line' })}>
        {t('common.enterLink')}
      </Link>
    </>
  );
}
