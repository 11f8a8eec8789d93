import { type Computed, computed, type Editor } from 'tldraw';
import type { CardShape, MirrorShape } from '../../../shared/board/card-shapes.ts';
import type { BoardShape } from '../../../shared/board/read-board.ts';
import { type BoardView, type CardView, type MirrorView, viewBoard } from '../../../shared/method/board-view.ts';
import type { Template } from '../../../shared/method/template.ts';

/** What has been found out about cards, as long as everything that they can be in stays as it is. */
interface Known {
  /** Frames, zones and groups. */
  readonly grounds: readonly BoardShape[];
  readonly cards: WeakMap<CardShape, CardView>;
  readonly mirrors: WeakMap<MirrorShape, MirrorView>;
}

const isGround = ({ type }: BoardShape): boolean => type === 'frame' || type === 'zone' || type === 'group';

const views = new WeakMap<Editor, WeakMap<Template, Computed<BoardView>>>();

/** The cards of the board that is open, whenever somebody asks: one for all who do. */
export function boardViewOf(editor: Editor, template: Template): Computed<BoardView> {
  const ofEditor = views.get(editor) ?? new WeakMap<Template, Computed<BoardView>>();
  const view = ofEditor.get(template) ?? createBoardView(editor, template);
  views.set(editor, ofEditor.set(template, view));
  return view;
}

/**
 * Records never change, they are replaced: only cards that have been are looked for again, because finding the place of
 * each of a thousand takes longer than one picture may.
 */
function createBoardView(editor: Editor, template: Template): Computed<BoardView> {
  const query = editor.store.query.records('shape');
  let known: Known = { grounds: [], cards: new WeakMap(), mirrors: new WeakMap() };
  return computed('cards of the board', () => {
    const shapes = query.get() as unknown as readonly BoardShape[];
    const grounds = shapes.filter(isGround);
    if (!isSame(grounds, known.grounds)) known = { grounds, cards: new WeakMap(), mirrors: new WeakMap() };
    return assemble(shapes, known, template);
  });
}

const isSame = (a: readonly BoardShape[], b: readonly BoardShape[]): boolean =>
  a.length === b.length && a.every((shape, index) => shape === b[index]);

function assemble(shapes: readonly BoardShape[], known: Known, template: Template): BoardView {
  const cardShapes = shapes.filter((shape) => shape.type === 'card');
  const mirrorShapes = shapes.filter((shape) => shape.type === 'mirror');
  const byId = new Map<string, CardShape>(cardShapes.map((shape) => [shape.id, shape]));
  const newMirrors = mirrorShapes.filter((shape) => !known.mirrors.has(shape));
  const toRead = [
    ...known.grounds,
    ...cardShapes.filter((shape) => !known.cards.has(shape)),
    ...newMirrors,
    ...newMirrors.flatMap(({ props }) => byId.get(props.of) ?? []),
  ];
  const read = viewBoard(new Map(toRead.map((shape) => [shape.id, shape])), template);
  for (const card of read.cards.values()) known.cards.set(card.shape, card);
  for (const mirror of read.mirrors) known.mirrors.set(mirror.shape, mirror);

  const cards = new Map<string, CardView>();
  for (const shape of cardShapes) {
    const card = known.cards.get(shape);
    if (card !== undefined) cards.set(shape.id, card);
  }
  const mirrors = mirrorShapes.flatMap((shape): MirrorView[] => {
    const [mirror, card] = [known.mirrors.get(shape), cards.get(shape.props.of)];
    if (mirror === undefined || card === undefined) return [];
    return [mirror.card === card ? mirror : { ...mirror, card }];
  });
  const relations = shapes
    .filter((shape) => shape.type === 'relation')
    .filter(({ props }) => cards.has(props.from) && cards.has(props.to));
  return { cards, mirrors, frames: read.frames, relations };
}
