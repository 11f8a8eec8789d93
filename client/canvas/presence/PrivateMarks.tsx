import { LockSimpleIcon } from '@phosphor-icons/react/dist/csr/LockSimple';
import { type RefObject, useRef } from 'react';
import { type Editor, type TLShapeId, useEditor, useTransform, useValue } from 'tldraw';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { isPrivate } from '../private-shapes.ts';
import styles from './PrivateMarks.module.css';

/** Lines between things say nothing by themselves. */
const unmarked: ReadonlySet<string> = new Set(['arrow', 'relation', 'line', 'group']);

const privateOnes = (editor: Editor): readonly TLShapeId[] =>
  editor
    .getCurrentPageShapes()
    .filter((shape) => isPrivate(shape) && !unmarked.has(shape.type))
    .map(({ id }) => id);

const isEqual = (a: readonly string[], b: readonly string[]): boolean => a.join() === b.join();

/** A lock at the corner of what nobody else sees; the same size at every zoom. The one that is chosen says it in words. */
export function PrivateMarks() {
  const editor = useEditor();
  const shown = useRef<readonly TLShapeId[]>([]);
  const ids = useValue('what nobody else sees', () => {
    const now = privateOnes(editor);
    if (!isEqual(shown.current, now)) shown.current = now;
    return shown.current;
  }, [editor]);
  return ids.map((id) => <PrivateMark key={id} id={id} />);
}

function PrivateMark({ id }: { readonly id: TLShapeId }) {
  const editor = useEditor();
  const t = useText();
  const ref = useRef<HTMLDivElement>(null);
  const zoom = useValue('zoom', () => editor.getZoomLevel(), [editor]);
  const bounds = useValue('where it is', () => editor.getShapePageBounds(id), [editor, id]);
  const isOff = useValue('out of view', () => editor.getCulledShapes().has(id), [editor, id]);
  const isChosen = useValue('chosen', () => editor.getOnlySelectedShapeId() === id, [editor, id]);
  useTransform(ref as RefObject<HTMLDivElement>, bounds?.maxX, bounds?.y, 1 / zoom);
  if (bounds === undefined || isOff) return null;
  return (
    <div ref={ref} className={`tl-overlays__item ${styles.mark}`} data-private={id}>
      <span>
        {isChosen && t('board.onlyYouSee')}
        <LockSimpleIcon aria-hidden="true" weight="bold" />
      </span>
    </div>
  );
}
