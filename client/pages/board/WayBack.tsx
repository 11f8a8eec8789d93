import { PencilSimpleIcon } from '@phosphor-icons/react/dist/csr/PencilSimple';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import styles from './WayBack.module.css';

/** On a phone that shows the canvas: back to writing. */
export function WayBack({ onWrite }: { readonly onWrite: () => void }) {
  const t = useText();
  return (
    <nav className={styles.strip} aria-label={t('companion.nav')}>
      <Button look="quiet" title={t('companion.backTitle')} onClick={onWrite}>
        <PencilSimpleIcon aria-hidden="true" />
        {t('companion.back')}
      </Button>
    </nav>
  );
}
