import { expect, it } from 'vitest';
import { loadTemplate } from '../../../shared/method/templates.ts';
import { heatCell } from '../../../shared/method/views/balance-heat.ts';
import { languages } from './support/boards.ts';
import { exampleView, pictureIn, textsIn, turnedRound, wordsIn } from './support/example-view.ts';
import { contains, frameOf, overlapping, zoneOf } from './support/layout-scene.ts';

const board = 'actor-map';
const map = (view = exampleView(board), language: 'en' | 'nl' | 'fr' | 'de' = 'en') =>
  pictureIn(board, ['map', 'map'], 'ring-map', view, language);
const heat = (view = exampleView(board)) => pictureIn(board, ['balance', 'heat'], 'balance-heat', view);
const bars = (view = exampleView(board)) => pictureIn(board, ['balance', 'lines'], 'balance-bars', view);

it('[LAY40] the map names its rings and kinds in the language of the board, with the letter of each kind', () => {
  expect(wordsIn(map(exampleView(board), 'de'))).toEqual([
    ...['Betroffene', 'Kernpartner', 'Nötige Partner', 'Weiterer Einfluss'],
    ...['B', 'Wirtschaft', 'P', 'Behörden', 'N', 'Verbände', 'S', 'Sozialbetriebe'],
    ...['K', 'Wissen', 'C', 'Bürger', 'F', 'Geldgeber', 'O', 'Andere'],
  ]);
  const boxes = languages.map((language) => textsIn(map(exampleView(board), language)).map(({ box }) => box));
  for (const other of boxes) expect(other).toEqual(boxes[0]);
});

it('[LAY41] the map draws four rings, eight wedges and the rims of their kinds, inside its zone', () => {
  const paths = map().flatMap((mark) => (mark.type === 'path' ? [mark] : []));
  expect(paths.filter(({ strokeWidth }) => strokeWidth === 9)).toHaveLength(8);
  expect(paths.filter(({ fill, path }) => fill === 'paper' && path.includes('A'))[0]?.path).toContain('A840 664');
  const { w, h } = zoneOf(frameOf(board, 'map'), 'map').box;
  const outside = textsIn(map()).filter(({ box }) => !contains({ x: 0, y: 0, w, h }, box));
  expect(outside).toEqual([]);
});

it('[LAY42] the heat table counts the actors of each kind and ring', () => {
  const words = wordsIn(heat());
  expect(words).toHaveLength(32);
  // Business: none affected, one core, none needed, two wider.
  expect(words.slice(0, 4)).toEqual(['–', '1', '–', '2']);
});

it('[LAY43] a kind that is in neither of the two middle rings is asked after there', () => {
  const words = wordsIn(heat());
  const row = (wedge: number) => words.slice(4 * wedge, 4 * wedge + 4);
  expect(row(5)).toEqual(['1', '?', '?', '–']);
  expect(row(7)).toEqual(['–', '?', '?', '1']);
  expect(words.filter((word) => word === '?')).toHaveLength(4);
  expect(wordsIn(heat(exampleView(board, undefined, { cards: [], mirrors: [], relations: [] })))).not.toContain('?');
});

it('[LAY44] the cells of the heat table are those that the template draws', () => {
  const frame = loadTemplate(board).frames.find(({ id }) => id === 'balance');
  const [cells] = frame?.marks ?? [];
  const first = heatCell(0, 0);
  const last = heatCell(7, 3);
  expect(cells?.box).toEqual({ ...first, w: last.x + last.w - first.x, h: last.y + last.h - first.y });
});

it('[LAY45] the bars go from the actor with most lines to those with none, and a line stands at a third of all', () => {
  const words = wordsIn(bars());
  const names = words.filter((word) => /[a-z]/.test(word)).slice(3);
  expect(names[0]).toBe('De Schakel Food Aid');
  expect(names).toHaveLength(12);
  expect(words.filter((word) => /^\d+$/.test(word))).toEqual([
    '5',
    '3',
    '3',
    '2',
    '2',
    '1',
    '1',
    '1',
    '1',
    '1',
    '0',
    '0',
  ]);
  expect(bars().filter((mark) => mark.type === 'path' && mark.dash === 'dashed')).toHaveLength(1);
});

it('[LAY46] readiness and trust are five fields each, empty where nobody has said', () => {
  const ready = exampleView(board, (id, fields) => (id === 'DS' ? { ...fields, readiness: 4, trusted: 2 } : fields));
  const solid = (view: typeof ready) =>
    bars(view).filter((mark) => mark.type === 'path' && mark.fill === 'solid').length;
  expect(
    solid(ready) -
      solid(exampleView(board, (id, fields) => (id === 'DS' ? { ...fields, readiness: 1, trusted: 1 } : fields))),
  ).toBe(4);
});

it('[LAY47] rows stay in their zone, and what is over is a number', () => {
  const many = exampleView(board);
  const cards = new Map(many.cards);
  for (const card of many.cards.values())
    for (const copy of [1, 2, 3]) {
      const id = `${card.id}.${copy}` as typeof card.id;
      cards.set(id, { ...card, id, shape: { ...card.shape, id } });
    }
  const picture = bars({ ...many, cards });
  const { w, h } = zoneOf(frameOf(board, 'balance'), 'lines').box;
  expect(wordsIn(picture).at(-1)).toMatch(/^\+ \d+$/);
  for (const { box } of textsIn(picture)) expect(contains({ x: 0, y: 0, w, h }, box)).toBe(true);
  expect(overlapping(textsIn(bars()).map(({ box }) => box))).toEqual([]);
});

it('[LAY48] a board told in another order has the same pictures of its actors', () => {
  const [view, turned] = [exampleView(board), turnedRound(exampleView(board))];
  for (const draw of [map, heat, bars]) expect(draw(turned)).toEqual(draw(view));
});
