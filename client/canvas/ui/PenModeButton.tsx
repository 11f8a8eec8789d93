import { HandPointingIcon } from '@phosphor-icons/react/dist/csr/HandPointing';
import { useEditor } from 'tldraw';
import { useText } from '../../i18n/LanguageProvider.tsx';
import styles from './PenModeButton.module.css';

/** The way back for fingers and mouse. */
export function PenModeButton() {
  const editor = useEditor();
  const t = useText();
  const leave = () => void editor.updateInstanceState({ isPenMode: false });
  return (
    // Browsers make no click of a finger's tap that comes right after a pen.
    <button type="button" className={styles.button} onPointerUp={leave} onClick={leave}>
      <HandPointingIcon aria-hidden="true" />
      {t('tools.penMode')}
    </button>
  );
}
