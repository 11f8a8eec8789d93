import { HandPointingIcon } from '@phosphor-icons/react/dist/csr/HandPointing';
import { useEditor } from 'tldraw';
import { useText } from '../../i18n/LanguageProvider.tsx';
import styles from './PenModeButton.module.css';

/** The way back for fingers and mouse. */
export function PenModeButton() {
  const editor = useEditor();
  const t = useText();
  return (
    <button
      type="button"
      className={styles.button}
      onClick={() => void editor.updateInstanceState({ isPenMode: false })}
    >
      <HandPointingIcon aria-hidden="true" />
      {t('tools.penMode')}
    </button>
  );
}
