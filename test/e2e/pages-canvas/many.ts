import {
  createTLStore,
  Editor,
  react,
  type TLShape,
  type TLShapeId,
  type TLStore,
  toRichText,
  type VecLike,
} from 'tldraw';
import { routeOf } from '../../../client/canvas/card-shapes/relation-routes.ts';
import { followCardPlaces } from '../../../client/canvas/rendering/card-places.ts';
import { hitCardsByBounds } from '../../../client/canvas/rendering/hit-cards.ts';
import { followShapeOrder } from '../../../client/canvas/rendering/shape-order.ts';
import { bindingUtils, shapeUtils, tools } from '../../../client/canvas/shape-utils.ts';
import { boardSchema } from '../../../shared/board/schema.ts';
import { pick, type Random, randomFrom, whole } from './random.ts';

/** With edges no two frames or places of a card, between which one would be as good as the other. */
const withEdges = ['card', 'card', 'note', 'relation'];
const withFrames = ['card', 'card', 'note', 'frame', 'mirror'];

interface Turn {
  readonly editor: Editor;
  readonly random: Random;
  readonly kinds: readonly string[];
  any(...types: readonly string[]): TLShapeId | undefined;
  name(): TLShapeId;
}

function create({ editor, random, kinds, name, any }: Turn): unknown {
  const parentId = random() < 0.4 ? any('frame') : undefined;
  const place = { id: name(), x: whole(random, 900), y: whole(random, 900), ...(parentId && { parentId }) };
  const of = any('card');
  const type = pick(random, kinds);
  if (type !== 'card' && type !== 'frame' && of === undefined) return;
  switch (type) {
    case 'frame':
      return editor.createShape({ ...place, type, props: { w: 400, h: 400 } });
    case 'mirror':
      return editor.createShape({ ...place, type, props: { of, w: 200, h: 90 } });
    case 'relation':
      return editor.createShape({ ...place, x: 0, y: 0, type, props: { from: of, to: any('card') ?? of } });
    case 'card':
      return editor.createShape({ ...place, type, props: { richText: toRichText('card') } });
    default:
      return editor.createShape({ ...place, type: 'note' });
  }
}

const moves: readonly ((turn: Turn) => void)[] = [
  ({ editor, random, any }) => {
    const id = any();
    if (id) editor.nudgeShapes([id], { x: whole(random, 200) - 100, y: whole(random, 200) - 100 });
  },
  ({ editor, random, any }) => {
    const [id, frame] = [any('card', 'mirror', 'note'), any('frame')];
    if (id) editor.reparentShapes([id], random() < 0.7 && frame ? frame : editor.getCurrentPageId());
  },
  ({ editor, random, any }) => {
    const id = any('frame');
    if (id) editor.rotateShapesBy([id], random());
  },
  ({ editor, random, any }) => {
    const id = any('card', 'frame');
    if (id) editor.resizeShape(id, { x: 0.6 + random(), y: 0.6 + random() });
  },
  ({ editor, random, any }) => {
    const id = any();
    if (id) random() < 0.5 ? editor.bringToFront([id]) : editor.sendToBack([id]);
  },
  ({ editor, random, any }) => {
    const id = any();
    const shape = id && editor.getShape(id);
    if (shape) editor.updateShape({ id: shape.id, type: shape.type, opacity: 0.5 + random() / 2 });
  },
  ({ editor, any }) => {
    const id = any();
    editor.setErasingShapes(id ? [id] : []);
  },
  ({ editor, random, any }) => {
    const id = any();
    if (id && random() < 0.4) editor.deleteShapes([id]);
  },
];

const spell = ({ x, y, w, h }: { x: number; y: number; w: number; h: number }): string =>
  [x, y, w, h].map((value) => value.toFixed(3)).join(' ');

const edgesOf = (editor: Editor): TLShapeId[] =>
  editor
    .getCurrentPageShapes()
    .filter(({ type }) => (type as string) === 'relation')
    .map(({ id }) => id);

/** @returns where what is kept along with the records says otherwise than tldraw does when asked about each shape. */
export function playMany(seed: number, steps: number): string[] {
  const random = randomFrom(seed);
  const editor = openEditor(createTLStore({ schema: boardSchema }));
  const places = followCardPlaces(editor);
  const order = followShapeOrder(editor);
  const own = { shapeAt: editor.getShapeAtPoint.bind(editor) };
  hitCardsByBounds(editor, places);
  // Somebody looks, as the canvas does: what nobody looks at is found anew each time.
  react('look', () => void [places.get(), order.get()]);
  const wrong = new Set<string>();
  const expectSame = (what: string, kept: unknown, asked: unknown) => {
    if (JSON.stringify(kept) !== JSON.stringify(asked)) wrong.add(`${what}: ${JSON.stringify([kept, asked])}`);
  };
  const isCard = ({ type }: TLShape): boolean => ['card', 'mirror'].includes(type);
  const check = (step: string) => {
    for (const id of edgesOf(editor)) routeOf(editor, id);
    const cards = editor.getCurrentPageShapes().filter(isCard);
    expectSame(`${step} cards`, [...places.get().keys()].sort(), cards.map(({ id }) => id).sort());
    for (const { id } of cards) {
      const [place, box] = [places.get().get(id), editor.getShapePageBounds(id)];
      expectSame(`${step} place`, place && spell(place.box), box && spell(box));
      expectSame(`${step} transform`, place?.transform, editor.getShapePageTransform(id));
    }
    const shown = (list: ReturnType<Editor['getRenderingShapes']>) =>
      list.map(({ id, index, backgroundIndex, opacity }) => [id, index, backgroundIndex, opacity]);
    expectSame(`${step} order`, shown([...order.get()]), shown(editor.getRenderingShapes()));
    const point: VecLike = { x: whole(random, 1_000), y: whole(random, 1_000) };
    const options = { margin: 8, hitInside: random() < 0.5, renderingOnly: random() < 0.5 };
    expectSame(`${step} hit`, editor.getShapeAtPoint(point, options)?.id, own.shapeAt(point, options)?.id);
  };
  const turn: Turn = {
    editor,
    random,
    kinds: seed % 2 === 0 ? withFrames : withEdges,
    any: (...types) =>
      pick(
        random,
        editor.getCurrentPageShapes().filter(({ type }) => types.length === 0 || types.includes(type)),
      )?.id,
    name: () => `shape:${whole(random, 1_000_000_000)}` as TLShapeId,
  };
  for (let step = 0; step < steps; step++) {
    if (random() < 0.1) editor.undo();
    editor.markHistoryStoppingPoint();
    editor.run(() => {
      (random() < 0.4 ? create : pick(random, moves))?.(turn);
      // Asked in the middle of a change as well.
      if (random() < 0.3) check(`${step} inside`);
    });
    check(`${step} after`);
  }
  const opened = openEditor(createTLStore({ schema: boardSchema, snapshot: editor.store.getStoreSnapshot() }));
  for (const id of edgesOf(editor)) expectSame('edge', routeOf(editor, id), routeOf(opened, id));
  for (const each of [editor, opened]) each.dispose();
  return [...wrong];
}

function openEditor(store: TLStore): Editor {
  const container = document.createElement('div');
  document.body.append(container);
  const getContainer = () => container;
  return new Editor({ store, shapeUtils, bindingUtils, tools, getContainer, initialState: 'select' });
}
