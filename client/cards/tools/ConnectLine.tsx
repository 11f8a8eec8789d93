import { ArrowRightIcon } from '@phosphor-icons/react/dist/csr/ArrowRight';
import { type Editor, useEditor, useValue } from 'tldraw';
import { useText } from '../../i18n/LanguageProvider.tsx';
import styles from './Cues.module.css';
import { deskOf } from './desk.ts';
import { isLinkable } from './places.ts';
import { cardOf } from './selected.ts';

/** While an edge is being drawn: from its card to the pointer, and how one goes on. */
export function ConnectLine() {
  const t = useText();
  const editor = useEditor();
  const desk = deskOf(editor);
  const line = useValue('edge in hand', () => lineOf(editor), [editor]);
  const isConnecting = useValue('connects', () => desk.connecting.get() !== null, [desk]);
  if (!isConnecting) return null;
  return (
    <>
      {line !== null && (
        <svg className={styles.line} aria-hidden="true">
          <line x1={line.from.x} y1={line.from.y} x2={line.to.x} y2={line.to.y} />
        </svg>
      )}
      <p className={styles.hint} role="status">
        {t('cardTools.connectHint')}
      </p>
    </>
  );
}

/** Beside the selected card: an edge is drawn from here. */
export function ConnectHandle() {
  const t = useText();
  const editor = useEditor();
  const desk = deskOf(editor);
  const place = useValue('edge handle', () => handlePlace(editor), [editor]);
  if (place === null) return null;
  const begin = () => editor.setCurrentTool('connect', { from: place.cardId });
  return (
    <button
      type="button"
      className={styles.handle}
      style={{ left: place.x, top: place.y }}
      aria-label={t('cardTools.connect')}
      title={t('cardTools.connect')}
      onPointerDown={(event) => {
        // A finger would stay with the button; it is to go on to the canvas.
        if (event.currentTarget.hasPointerCapture(event.pointerId))
          event.currentTarget.releasePointerCapture(event.pointerId);
        begin();
        desk.pointer.set(editor.screenToPage({ x: event.clientX, y: event.clientY }));
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' || event.key === ' ') begin();
      }}
    >
      <ArrowRightIcon weight="bold" aria-hidden="true" />
    </button>
  );
}

/** Right of the only card that is selected, where something can be linked to it. */
function handlePlace(editor: Editor) {
  const method = deskOf(editor).method.get();
  const selected = editor.getOnlySelectedShape();
  if (method === null || method.readOnly || selected === null || !editor.isIn('select.idle')) return null;
  const card = cardOf(editor, selected.id);
  const bounds = editor.getShapePageBounds(selected);
  if (card === undefined || bounds === undefined || !isLinkable(card.props.kind)) return null;
  const { x, y } = editor.pageToViewport({ x: bounds.maxX, y: bounds.midY });
  return { cardId: card.id, x, y };
}

function lineOf(editor: Editor) {
  const from = deskOf(editor).connecting.get();
  const bounds = from === null ? undefined : editor.getShapePageBounds(from);
  if (bounds === undefined) return null;
  return {
    from: editor.pageToViewport(bounds.center),
    to: editor.pageToViewport(deskOf(editor).pointer.get() ?? bounds.center),
  };
}
