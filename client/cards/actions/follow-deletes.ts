import type { Computed, Editor, TLShape, TLShapeId } from 'tldraw';
import type { CardShape, MirrorShape, RelationShape } from '../../../shared/board/card-shapes.ts';
import { readScenes, type Scenes, sceneKey } from '../../../shared/method/behaviours/scenes.ts';
import type { BoardView } from '../../../shared/method/board-view.ts';
import type { Template } from '../../../shared/method/template.ts';
import { historyOf } from '../../canvas/binding/tldraw-internals.ts';
import { isPrivate } from '../../canvas/private-shapes.ts';
import type { Steps } from './steps.ts';

/**
 * Cards that this person deletes, by whatever tool or key, take their mirrors and edges with them, and what is left in
 * their zones closes up; all in the same step of undo. What others delete, and what undo takes away, is left to the server.
 * @returns stops that.
 */
export function followDeletes(editor: Editor, template: Template, view: Computed<BoardView>, steps: Steps): () => void {
  let gone = new Set<string>();
  let left = new Set<string>();
  let scenes: Scenes | null = null;
  const isOwn = (source: 'user' | 'remote') =>
    source === 'user' && historyOf(editor).state === 'recording' && !steps.isTaking();

  const before = editor.sideEffects.registerBeforeDeleteHandler('shape', (deleted: TLShape, source) => {
    const shape = deleted as unknown as CardShape | MirrorShape | RelationShape;
    const concerned = isOwn(source) ? concernedBy(shape) : [];
    if (concerned.length === 0) return;
    // As everything stood before the first of them went.
    scenes ??= readScenes(view.get(), template);
    // Nothing closes up behind what others did not see there.
    for (const id of isPrivate(shape) ? [] : concerned) {
      const scene = scenes.of(id);
      if (scene !== undefined) left.add(sceneKey(scene));
    }
    gone.add(shape.id);
  });
  const after = editor.sideEffects.registerOperationCompleteHandler(() => {
    if (gone.size === 0) return;
    const [ids, keys] = [gone, left];
    gone = new Set();
    left = new Set();
    scenes = null;
    const orphans = editor.getCurrentPageShapes().filter((shape) => hangsOn(shape, ids));
    steps.join((draft) => {
      editor.run(() => editor.deleteShapes(orphans.map(({ id }) => id as TLShapeId)), { ignoreShapeLock: true });
      for (const key of keys) draft.ask(key);
    });
  });
  return () => {
    before();
    after();
  };
}

/** What stands otherwise without a shape: itself, or the ends of an edge. */
function concernedBy(shape: CardShape | MirrorShape | RelationShape): readonly string[] {
  if (shape.type === 'relation') return [shape.props.from, shape.props.to];
  return shape.type === 'card' || shape.type === 'mirror' ? [shape.id] : [];
}

function hangsOn(shape: TLShape, ids: ReadonlySet<string>): boolean {
  const ours = shape as unknown as MirrorShape | RelationShape;
  if (ours.type === 'mirror') return ids.has(ours.props.of);
  return ours.type === 'relation' && (ids.has(ours.props.from) || ids.has(ours.props.to));
}
