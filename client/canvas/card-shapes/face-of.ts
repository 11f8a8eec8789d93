import { atom, createComputedCache, type Editor, type TLShapeId } from 'tldraw';
import type { CardShape, MirrorShape } from '../../../shared/board/card-shapes.ts';
import { clusterOf } from '../../../shared/method/cards/cluster.ts';
import type { CardColumn } from '../../../shared/method/template.ts';
import { measureIn, onFontsArrived } from '../template-shapes/fonts.ts';
import { columnsAt } from './columns.ts';
import { detailOf } from './detail.ts';
import { type FaceContent, faceContent } from './face-content.ts';
import type { Detail, Drawn, FaceLayout } from './face-layout.ts';
import { layoutFace } from './layout-face.ts';
import { surroundingsOf } from './surroundings.ts';

export type FacedShape = CardShape | MirrorShape;

/** What was laid out with a substitute is laid out anew when the face is there. */
const arrivals = atom('faces that arrived', 0);
let isFollowing = false;
function arrivedFonts(): number {
  if (!isFollowing) {
    isFollowing = true;
    onFontsArrived(() => arrivals.update((count) => count + 1));
  }
  return arrivals.get();
}

/** A face and its place follow from props, not from where a shape stands: moving it lays out nothing. */
const isSameFace = (a: FacedShape, b: FacedShape): boolean =>
  a.props === b.props && a.isLocked === b.isLocked && a.type === b.type;

const noColumns: readonly CardColumn[] = [];
const columnsCache = createComputedCache<Editor, readonly CardColumn[], FacedShape>(
  'columns of a card',
  (editor, { id, props }) => (props.face === 'row' || props.face === 'form' ? columnsAt(editor, id) : noColumns),
);

/** Props of a card, for all its places: they do not follow its moves. */
const propsCache = createComputedCache<Editor, CardShape['props'] | null, FacedShape>(
  'props of a card',
  (editor, shape) => {
    if (shape.type === 'card') return shape.props;
    const card = editor.getShape(shape.props.of) as CardShape | undefined;
    return card?.type === 'card' ? card.props : null;
  },
  { areRecordsEqual: isSameFace },
);

const contentCache = createComputedCache<Editor, FaceContent | null, FacedShape>(
  'content of a face',
  (editor, shape) => {
    const card = propsCache.get(editor, shape.id) ?? null;
    if (card === null) return null;
    const { people, language, example } = surroundingsOf(editor).get();
    const columns = columnsCache.get(editor, shape.id) ?? noColumns;
    const facts = { people, language, example, columns, locked: shape.isLocked, mirror: shape.type === 'mirror' };
    return faceContent(card, facts);
  },
  { areRecordsEqual: isSameFace },
);

/** The name of the cluster that a card is in, for whoever does not see its panel; null for none. */
export const clusterName = (editor: Editor, id: TLShapeId): string | null =>
  clusterOf(propsCache.get(editor, id)?.fields ?? {});

interface ShownFace {
  readonly layout: FaceLayout;
  readonly isEditing: boolean;
}

/** As long as a content lives its layouts are kept: zooming out and in again lays out nothing twice. */
const layouts = new WeakMap<FaceContent, Map<string, FaceLayout>>();

function laidOut(content: FaceContent, { w, h, face, textSize }: Drawn, detail: Detail): FaceLayout {
  const key = `${detail} ${w} ${h} ${face} ${textSize} ${arrivedFonts()}`;
  const known = layouts.get(content) ?? new Map<string, FaceLayout>();
  layouts.set(content, known);
  let layout = known.get(key);
  if (layout === undefined) {
    layout = layoutFace(content, { w, h, face, textSize }, detail, measureIn);
    known.set(key, layout);
  }
  return layout;
}

const faceCache = createComputedCache<Editor, ShownFace | null, FacedShape>(
  'face of a card',
  (editor, { id, props }) => {
    const content = contentCache.get(editor, id) ?? null;
    if (content === null) return null;
    const isEditing = editor.getEditingShapeId() === id;
    return { layout: laidOut(content, props, isEditing ? 'full' : detailOf(editor)), isEditing };
  },
  {
    areRecordsEqual: isSameFace,
    areResultsEqual: (a, b) => a?.layout === b?.layout && a?.isEditing === b?.isEditing,
  },
);

/**
 * The face of a card or a second place of one, at the zoom of its editor; to be read where changes are tracked.
 * @returns null for a second place whose card is gone.
 */
export const faceOf = (editor: Editor, id: TLShapeId): ShownFace | null => faceCache.get(editor, id) ?? null;

/** What the face says, at any zoom. */
export const contentOf = (editor: Editor, id: TLShapeId): FaceContent | null => contentCache.get(editor, id) ?? null;

/** The face as it is printed: whole, and on a large sheet in letters that can be read there. */
export function printedFace(editor: Editor, { id, props }: FacedShape, textMin: number): FaceLayout | null {
  const content = contentOf(editor, id);
  return content && laidOut(content, { ...props, textSize: Math.max(props.textSize, textMin) }, 'full');
}
