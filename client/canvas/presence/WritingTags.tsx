import { type RefObject, useRef, useSyncExternalStore } from 'react';
import { type Editor, type TLShapeId, useEditor, useTransform, useValue } from 'tldraw';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { colourOf } from '../../ui/stamps.ts';
import { useRoster } from './roster-context.ts';
import styles from './WritingTags.module.css';

interface Writing {
  readonly shapeId: TLShapeId;
  /** Participant ids, in a steady order. */
  readonly people: readonly string[];
}

/** Texts that others have open, except for the one that is open here, where their carets are seen. */
function writingIn(editor: Editor): readonly Writing[] {
  const own = editor.getEditingShapeId();
  const people = new Map<TLShapeId, string[]>();
  for (const { userId, selectedShapeIds } of editor.getCollaboratorsOnCurrentPage())
    for (const shapeId of selectedShapeIds)
      if (shapeId !== own) people.set(shapeId, [...(people.get(shapeId) ?? []), userId].sort());
  return [...people].map(([shapeId, people]) => ({ shapeId, people }));
}

const isEqual = (a: readonly Writing[], b: readonly Writing[]): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Who is writing in what, on the top edge of each such shape; the same size at every zoom. */
export function WritingTags() {
  const editor = useEditor();
  const shown = useRef<readonly Writing[]>([]);
  const writing = useValue('who is writing where', () => {
    const now = writingIn(editor);
    if (!isEqual(shown.current, now)) shown.current = now;
    return shown.current;
  }, [editor]);
  return writing.map((item) => <WritingTag key={item.shapeId} {...item} />);
}

function WritingTag({ shapeId, people }: Writing) {
  const editor = useEditor();
  const t = useText();
  const ref = useRef<HTMLDivElement>(null);
  const roster = useRoster();
  const entries = useSyncExternalStore(roster.subscribe, roster.get);
  const zoom = useValue('zoom', () => editor.getZoomLevel(), [editor]);
  const corner = useValue('corner of the text', () => editor.getShapePageBounds(shapeId)?.point, [editor, shapeId]);
  useTransform(ref as RefObject<HTMLDivElement>, corner?.x, corner?.y, 1 / zoom);
  const first = entries.find(({ participantId }) => participantId === people[0]);
  if (corner === undefined || first === undefined) return null;
  const text =
    people.length === 1
      ? t('board.writing', { name: first.name })
      : t('board.writingTogether', { count: people.length });
  return (
    <div ref={ref} className={`tl-overlays__item ${styles.tag}`} data-org={colourOf(first.colour).hue} data-writing>
      <span>{text}</span>
    </div>
  );
}
