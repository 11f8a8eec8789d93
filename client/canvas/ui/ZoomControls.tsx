import { MinusIcon } from '@phosphor-icons/react/dist/csr/Minus';
import { PlusIcon } from '@phosphor-icons/react/dist/csr/Plus';
import { useActions, useEditor, useValue } from 'tldraw';
import { useText } from '../../i18n/LanguageProvider.tsx';
import styles from './ZoomControls.module.css';

/** In a canvas narrower than this, as between two panels, the toolbar takes their place and they stand above it. */
const narrowPx = 1_000;

/** Beside the watermark, which keeps its corner. */
export function ZoomControls() {
  const t = useText();
  const editor = useEditor();
  const actions = useActions();
  const percent = useValue('zoom', () => Math.round(editor.getZoomLevel() * 100), [editor]);
  const isNarrow = useValue('canvas is narrow', () => editor.getViewportScreenBounds().w < narrowPx, [editor]);
  const run = (action: string) => () => {
    // Nothing to wait for: zooming answers at once.
    void actions[action]?.onSelect('zoom-menu');
  };
  return (
    <fieldset className={styles.zoom} data-narrow={isNarrow} aria-label={t('board.zoom')}>
      <button type="button" onClick={run('zoom-out')} aria-label={t('board.zoomOut')} title={t('board.zoomOut')}>
        <MinusIcon aria-hidden="true" />
      </button>
      <button type="button" onClick={run('zoom-to-fit')} title={t('board.zoomToFit')}>
        <span className={styles.percent}>{percent}%</span>
        <span className={styles.hidden}>{t('board.zoomToFit')}</span>
      </button>
      <button type="button" onClick={run('zoom-in')} aria-label={t('board.zoomIn')} title={t('board.zoomIn')}>
        <PlusIcon aria-hidden="true" />
      </button>
    </fieldset>
  );
}
