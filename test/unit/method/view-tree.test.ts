import { expect, it } from 'vitest';
import { rootCauseTreeDemo } from '../../../shared/method/demo/root-cause-tree.ts';
import { cardsIn, exampleView, idOf, pictureIn, turnedRound, wordsIn } from './support/example-view.ts';
import { overlapping } from './support/layout-scene.ts';

const board = 'root-cause-tree';
const bone = (id: string, view = exampleView(board)) => pictureIn(board, ['fishbone', id], 'fishbone', view);
const check = (chain: number, view = exampleView(board)) =>
  pictureIn(board, ['fivewhys', `c${chain}.check`], 'chain-checks', view);

it('[LAY34] each bone shows the causes of its kind, in the order in which they were made', () => {
  expect(cardsIn(bone('people')).map(({ cardId }) => cardId)).toEqual(
    ['C1.1', 'C1.1.1', 'C5.1.1'].map((id) => idOf(board, id)),
  );
  const [first] = cardsIn(bone('people'));
  expect(first?.box).toEqual({ x: 106, y: 66, w: 308, h: 138 });
  // Below the spine the cards begin at the spine.
  expect(cardsIn(bone('info'))[0]?.box.y).toBe(16);
});

it('[LAY35] an empty bone asks whether that is meant, and says it where all is sorted', () => {
  const none = exampleView(board, (_, fields) => ({ ...fields, category: 'people' }));
  expect(wordsIn(bone('money', none))).toEqual(['Nothing here yet. On purpose?']);
  expect(wordsIn(bone('none'))).toEqual(['Empty: all sorted']);
  expect(wordsIn(pictureIn(board, ['fishbone', 'none'], 'fishbone', exampleView(board), 'de'))).toEqual([
    'Leer: alles zugeordnet',
  ]);
});

it('[LAY36] of more than four causes a bone shows four and says how many more there are', () => {
  const all = exampleView(board, (_, { category: _category, ...fields }) => fields);
  const causes = rootCauseTreeDemo.cards.filter(({ kind, zone }) => kind === 'cause' && zone.startsWith('tree/'));
  expect(cardsIn(bone('none', all))).toHaveLength(4);
  expect(wordsIn(bone('none', all))).toEqual([`+ ${causes.length - 4}`]);
  expect(overlapping(cardsIn(bone('none', all)).map(({ box }) => box))).toEqual([]);
});

it('[LAY37] a chain is ticked once everybody has agreed to each card of it', () => {
  expect(check(1)).toEqual([]);
  const agreed = exampleView(board, (_, fields) => ({ ...fields, status: 'agreed' }));
  expect(check(1, agreed)).toHaveLength(1);
  const first = rootCauseTreeDemo.mirrors.find(({ zone }) => zone === 'fivewhys/c1.r0')?.of;
  const short = {
    ...rootCauseTreeDemo,
    mirrors: rootCauseTreeDemo.mirrors.filter(({ zone }) => zone !== 'fivewhys/c1.r1'),
  };
  expect(wordsIn(check(1, exampleView(board, undefined, short)))).toEqual(['?']);
  const open = exampleView(board, (id, fields) => (id === first ? fields : { ...fields, status: 'agreed' }));
  expect(check(1, open)).toEqual([]);
});

it('[LAY38] every card of the matrix has a dot at its scores, and a line to them where it makes room', () => {
  const picture = pictureIn(board, ['choose', 'matrix'], 'matrix-marks');
  const dots = picture.flatMap((mark) => (mark.type === 'disc' ? [[mark.x, mark.y]] : []));
  const scored = rootCauseTreeDemo.mirrors.filter(({ zone }) => zone === 'choose/matrix');
  expect(dots).toHaveLength(scored.length);
  // C4 has reach 4 and weight 2, and stands there; C1 has reach 3, on the edge of its quadrant.
  expect(dots).toContainEqual([701.4, 503.5]);
  expect(picture.filter(({ type }) => type === 'path').length).toBeLessThan(dots.length);
  expect(picture.filter(({ type }) => type === 'path').length).toBeGreaterThan(0);
});

it('[LAY39] a board told in another order has the same pictures', () => {
  const [view, turned] = [exampleView(board), turnedRound(exampleView(board))];
  expect(bone('habits', turned)).toEqual(bone('habits', view));
  expect(pictureIn(board, ['choose', 'matrix'], 'matrix-marks', turned)).toEqual(
    pictureIn(board, ['choose', 'matrix'], 'matrix-marks', view),
  );
});
