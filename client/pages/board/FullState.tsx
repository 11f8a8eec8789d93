import { HourglassIcon } from '@phosphor-icons/react/dist/csr/Hourglass';
import { Link } from 'wouter';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { buttonClass } from '../../ui/Button.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';

/** In the place of a board on which nobody more can be just now. The page goes on asking by itself. */
export function FullState({ workshopHref }: { readonly workshopHref: string }) {
  const t = useText();
  return (
    <ErrorState icon={<HourglassIcon />} title={t('boardPage.fullTitle')} text={t('boardPage.fullText')}>
      <Link href={workshopHref} className={buttonClass({ look: 'line' })}>
        {t('workshop.toWorkshop')}
      </Link>
    </ErrorState>
  );
}

/** The same above a board that is here already: it goes on being written on. */
export function FullBanner() {
  const t = useText();
  return (
    <Banner
      icon={<HourglassIcon aria-hidden="true" />}
      look="now"
      place="bar"
      title={t('boardPage.fullHereTitle')}
      text={t('boardPage.fullHereText')}
    />
  );
}
