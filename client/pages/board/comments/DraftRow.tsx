import { PencilSimpleIcon } from '@phosphor-icons/react/dist/csr/PencilSimple';
import { useText } from '../../../i18n/LanguageProvider.tsx';
import styles from './CommentsDrawer.module.css';

/** A comment that was begun and is not said, to go on with. */
export function DraftRow({ text, onOpen }: { readonly text: string; readonly onOpen: () => void }) {
  const t = useText();
  return (
    <li>
      <button type="button" className={styles.row} onClick={onOpen}>
        <PencilSimpleIcon aria-hidden="true" />
        <span>
          <span className={styles.unsaid}>{t('comments.unsaid')}</span>
          <span className={styles.excerpt}>{text}</span>
        </span>
      </button>
    </li>
  );
}
