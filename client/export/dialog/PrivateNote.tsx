import { EyeSlashIcon } from '@phosphor-icons/react/dist/csr/EyeSlash';
import { useText } from '../../i18n/LanguageProvider.tsx';
import styles from './PrivateNote.module.css';

/** Whatever file it is: what only its writer sees is in none. */
export function PrivateNote() {
  const t = useText();
  return (
    <p className={styles.note}>
      <EyeSlashIcon aria-hidden="true" />
      {t('privateWriting.notInFile')}
    </p>
  );
}
