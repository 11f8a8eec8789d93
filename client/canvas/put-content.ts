import {
  createBindingId,
  createShapeId,
  type Editor,
  type TLContent,
  type TLShape,
  type TLShapeId,
  type VecLike,
} from 'tldraw';

/** Told of what this person has just put on the board, in the step in which it comes. */
type PutListener = (ids: readonly TLShapeId[]) => void;
const listeners = new WeakMap<Editor, PutListener>();

/** @returns stops that. */
export function onPut(editor: Editor, listener: PutListener): () => void {
  listeners.set(editor, listener);
  return () => {
    listeners.delete(editor);
  };
}

/**
 * Puts copies of shapes on the board and selects them.
 * @param point where their middle comes; by default where they were, if that is in view.
 */
export function putContent(editor: Editor, content: TLContent, point?: VecLike): void {
  const { shapes, ...copy } = withOwnIds(content);
  const [edges, others] = [shapes.filter(isEdge), shapes.filter((shape) => !isEdge(shape))];
  const rootShapeIds = copy.rootShapeIds.filter((id) => others.some((shape) => shape.id === id));
  if (others.length === 0) return;
  editor.putContentOntoCurrentPage(
    { ...copy, shapes: others, rootShapeIds },
    { select: true, preserveIds: true, ...(point && { point }) },
  );
  const put = others.map(({ id }) => id).filter((id) => editor.getShape(id) !== undefined);
  if (put.length === 0) return;
  // Edges stay where edges are, and nothing of ours goes into a frame that happens to be selected.
  const pageId = editor.getCurrentPageId();
  editor.createShapes(edges.map(({ index: _index, ...edge }) => ({ ...edge, parentId: pageId })));
  editor.reparentShapes(
    rootShapeIds.filter((id) => isOnPage(editor.getShape(id))),
    pageId,
  );
  listeners.get(editor)?.(put);
}

/** Props of our shapes that name another shape; tldraw copies them as they are. */
const references: Readonly<Record<string, readonly string[]>> = { mirror: ['of'], relation: ['from', 'to'] };
const isEdge = ({ type }: TLShape): boolean => type === 'relation';
const isOnPage = (shape: TLShape | undefined): boolean => shape?.type === 'card' || shape?.type === 'mirror';

/** Second places and edges mean nothing without their cards: those whose cards are not copied with them are left out. */
function withOwnIds(content: TLContent): TLContent {
  const fresh = new Map<string, TLShapeId>(content.shapes.map(({ id }) => [id, createShapeId()]));
  const named = ({ type, props }: TLShape): [string, string][] =>
    (references[type] ?? []).map((name) => [name, String((props as Record<string, unknown>)[name])]);
  const idOf = <Id extends string>(id: Id): Id => (fresh.get(id) as Id | undefined) ?? id;
  const kept = content.shapes.filter((shape) => named(shape).every(([, id]) => fresh.has(id)));
  const ids = new Set<string>(kept.map(({ id }) => id));
  return {
    ...content,
    shapes: kept.map((shape) => ({
      ...shape,
      id: idOf(shape.id),
      parentId: idOf(shape.parentId),
      props: { ...shape.props, ...Object.fromEntries(named(shape).map(([name, id]) => [name, idOf(id)])) },
    })),
    rootShapeIds: content.rootShapeIds.filter((id) => ids.has(id)).map(idOf),
    bindings: (content.bindings ?? [])
      .filter(({ fromId, toId }) => ids.has(fromId) && ids.has(toId))
      .map((binding) => ({
        ...binding,
        id: createBindingId(),
        fromId: idOf(binding.fromId),
        toId: idOf(binding.toId),
      })),
  };
}
