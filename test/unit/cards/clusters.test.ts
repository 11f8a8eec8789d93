import { describe, expect, it } from 'vitest';
import { chosenOf, clusterHindrance, clusterNames, clusterWay } from '../../../client/cards/actions/cluster.ts';
import type { BoardView } from '../../../shared/method/board-view.ts';
import { OwnBoard } from './support/fake-editor.ts';

const zone = (frameId: string, zoneId: string) => ({ zone: { frameId, zoneId } });
const known = zone('who', 'known');

function people(...titles: readonly string[]) {
  const board = new OwnBoard('actor-map', { isSeeded: false });
  const ids = titles.map((title) => board.actions.create({ title, at: known }));
  const id = (title: string): string => board.card(title).id;
  return {
    board,
    ids,
    /** `town health: a b`, in the order of the names. */
    clusters: () => {
      const cards = [...board.view().cards.values()];
      const names = [...new Set(cards.map(({ fields }) => fields.cluster))];
      return names
        .map(
          (name) =>
            `${name ?? ''}: ${cards
              .filter(({ fields }) => fields.cluster === name)
              .map(({ title }) => title)
              .sort()
              .join(' ')}`,
        )
        .sort();
    },
    name: (name: string, ...chosen: readonly string[]) => board.actions.cluster(chosen.map(id), name),
    /** Lets cards go where another one stands, or so far away. */
    drop: (chosen: readonly string[], to: string | { readonly x: number; readonly y: number }) => {
      const from = board.card(chosen[0] ?? '').centre;
      const at = typeof to === 'string' ? board.card(to).centre : { x: from.x + to.x, y: from.y + to.y };
      board.letGo(chosen.map(id), { x: at.x - from.x, y: at.y - from.y });
    },
  };
}

describe('naming cards together', () => {
  it('[CLU10] gives them the name, closes them up, and an empty one takes them out again', () => {
    const { name, clusters, board } = people('a', 'b', 'c', 'd', 'e');
    name('  Town   hall ', 'b', 'e');
    expect(clusters()).toEqual([': a c d', 'Town hall: b e']);
    const [b, e] = [board.card('b').centre, board.card('e').centre];
    expect(Math.abs(b.x - e.x) + Math.abs(b.y - e.y)).toBeLessThan(300);
    expect(b.y).toBeLessThan(board.card('a').centre.y);
    name('', 'e');
    expect(clusters()).toEqual([': a c d e', 'Town hall: b']);
    name('x'.repeat(80), 'b');
    expect(board.card('b').fields.cluster).toBe('x'.repeat(60));
  });

  it('[CLU11] changes nothing where cards stand by something else, and leaves locked ones and invitations alone', () => {
    const { board, name, clusters, ids } = people('a', 'b', 'c');
    const locked = board.records.get(ids[1] ?? '');
    if (locked !== undefined) board.records.set(locked.id, { ...locked, isLocked: true });
    name('town', 'a', 'b', 'c');
    expect(clusters()).toEqual([': b', 'town: a c']);
    const ring = board.actions.create({ title: 'elsewhere', at: zone('map', 'map') });
    board.actions.cluster([ring], 'town');
    expect(board.card('elsewhere').fields.cluster).toBeUndefined();
    const seeded = new OwnBoard('actor-map');
    const ghost = [...seeded.view().cards.values()].find((card) => card.isGhost && card.zone?.layout === 'grid');
    seeded.actions.cluster([ghost?.id ?? ''], 'town');
    expect(seeded.view().cards.get(ghost?.id ?? '')?.fields.cluster).toBeUndefined();
  });

  it('[CLU12] on a second place it names the card, wherever that stands', () => {
    const { board, clusters } = people('a', 'b');
    const mirror = board.actions.mirror(board.card('a').id, zone('who', 'missing'));
    board.actions.cluster([mirror], 'town');
    expect(clusters()).toEqual([': b', 'town: a']);
  });
});

describe('cards let go', () => {
  it('[CLU13] in a cluster join it; beside all clusters they leave theirs', () => {
    const { name, drop, clusters } = people('a', 'b', 'c', 'd');
    name('town', 'a', 'b');
    drop(['d'], 'b');
    expect(clusters()).toEqual([': c', 'town: a b d']);
    drop(['a'], 'c');
    expect(clusters()).toEqual([': a c', 'town: b d']);
  });

  it('[CLU13] a little beside where they stood they stay in their cluster, by hand or by arrow key', () => {
    const { name, drop, clusters } = people('a', 'b', 'c');
    name('town', 'a', 'b');
    drop(['b'], { x: 12, y: 9 });
    drop(['a'], { x: -60, y: 40 });
    expect(clusters()).toEqual([': c', 'town: a b']);
  });

  it('[CLU13] from one cluster in another they change over; several in one hand go together', () => {
    const { name, drop, clusters } = people('a', 'b', 'c', 'd', 'e', 'f');
    name('town', 'a', 'b', 'c');
    name('land', 'd');
    drop(['a'], 'd');
    expect(clusters()).toEqual([': e f', 'land: a d', 'town: b c']);
    drop(['b', 'e'], 'd');
    expect(clusters()).toEqual([': f', 'land: a b d e', 'town: c']);
  });

  it('[CLU14] a cluster that is moved as a whole keeps its name, also over another one', () => {
    const { name, drop, clusters } = people('a', 'b', 'c', 'd', 'e');
    name('town', 'a', 'b');
    name('land', 'c', 'd');
    drop(['a', 'b'], 'c');
    drop(['c', 'd'], { x: 0, y: 300 });
    expect(clusters()).toEqual([': e', 'land: c d', 'town: a b']);
  });

  it('[CLU15] in another zone they keep their name, unless they come into a cluster there', () => {
    const { board, name, drop, clusters } = people('a', 'b', 'c');
    name('town', 'a', 'b', 'c');
    const there = board.actions.create({ title: 'x', at: zone('who', 'missing') });
    board.actions.cluster([there], 'land');
    drop(['a'], { x: board.card('x').centre.x - board.card('a').centre.x, y: 500 });
    expect(board.card('a').zone?.id).toBe('missing');
    drop(['b'], 'x');
    expect(board.card('b').zone?.id).toBe('missing');
    const { x, y } = board.card('c').centre;
    drop(['c'], { x: board.card('a').centre.x - x, y: board.card('a').centre.y + 320 - y });
    expect(board.card('c').zone?.id).toBe('missing');
    expect(clusters()).toEqual(['land: b x', 'town: a c']);
  });

  it('[CLU16] a new card that is made in a cluster is of it', () => {
    const { board, name } = people('a', 'b');
    name('town', 'a', 'b');
    board.actions.create({ title: 'c', at: { point: board.card('b').centre } });
    board.actions.create({ title: 'd', at: known });
    expect([board.card('c').fields.cluster, board.card('d').fields.cluster]).toEqual(['town', undefined]);
  });
});

describe('in a tree', () => {
  const tree = () => {
    const board = new OwnBoard('root-cause-tree', { isSeeded: false });
    board.actions.create({ title: 'problem', at: zone('tree', 'trunk') });
    for (const title of ['a', 'b', 'c']) board.actions.create({ title, at: zone('tree', 'c1') });
    const id = (title: string): string => board.card(title).id;
    const hangs = () =>
      board
        .view()
        .relations.map(({ props: { kind, from, to } }) => {
          const { cards } = board.view();
          return `${cards.get(from)?.title} ${kind} ${cards.get(to)?.title}`;
        })
        .sort();
    return { board, id, hangs };
  };

  it('[CLU17] a new card of the name takes the place above them, and they hang on it', () => {
    const { board, id, hangs } = tree();
    board.actions.cluster([id('a'), id('c')], 'money');
    expect(hangs()).toEqual(['a causes money', 'b causes problem', 'c causes money', 'money causes problem']);
    expect(['money', 'b', 'a', 'c'].map((title) => board.card(title).zone?.id)).toEqual(['c1', 'c1', 'c2', 'c2']);
    expect(board.card('money').kind).toBe('cause');
    expect(board.card('a').fields.cluster).toBeUndefined();
  });

  it('[CLU17] what hangs on a chosen card goes on hanging there; effects grow the other way', () => {
    const { board, id, hangs } = tree();
    board.actions.link(id('b'), id('a'), 'causes');
    board.actions.cluster([id('a'), id('b'), id('c')], 'money');
    expect(hangs()).toContain('b causes a');
    expect(hangs()).toContain('a causes money');
    for (const title of ['e', 'f']) board.actions.create({ title, at: zone('tree', 'direct') });
    board.actions.cluster([id('e'), id('f')], 'cost');
    expect(hangs()).toEqual(expect.arrayContaining(['cost leads_to e', 'cost leads_to f', 'problem leads_to cost']));
    expect(board.card('cost').zone?.id).toBe('direct');
  });

  it('[CLU17] one card alone, cards of two kinds and an empty name make nothing', () => {
    const { board, id } = tree();
    const before = board.records.size;
    board.actions.cluster([id('a')], 'money');
    board.actions.cluster([id('a'), id('problem')], 'money');
    board.actions.cluster([id('a'), id('b')], ' ');
    expect(board.records.size).toBe(before);
  });

  it('[CLU28] it is said why cards get no name, where they get none', () => {
    const why = (view: BoardView, ids: readonly string[], isAlone = false) =>
      clusterHindrance(view, chosenOf(view, ids), isAlone);
    const { board, id } = tree();
    const ofTree = (...titles: readonly string[]) => why(board.view(), titles.map(id));
    expect(ofTree('a', 'b')).toBeNull();
    expect(ofTree('a')).toBe('one-branch');
    expect(ofTree('a', 'problem')).toBe('mixed');
    expect(why(board.view(), [id('a'), id('b')], true)).toBe('shown');
    const drafts = board.actions.create({ title: 'draft', at: zone('problem', 'drafts') });
    expect(why(board.view(), [drafts])).toBeNull();
    expect(why(board.view(), [drafts, id('a')])).toBe('apart');
    const map = new OwnBoard('actor-map', { isSeeded: false });
    expect(why(map.view(), [map.actions.create({ title: 'far', at: zone('map', 'map') })])).toBe('placed');
  });

  it('[CLU26] tells how many cards have changed, and is not offered where one of two hangs on the other', () => {
    const { board, id } = tree();
    const chosen = [id('a'), id('b')];
    const way = () => clusterWay(board.view(), chosenOf(board.view(), chosen), false);
    expect(way()).toBe('parent');
    board.actions.link(id('b'), id('a'), 'causes');
    expect(way()).toBeNull();
    expect(board.actions.cluster(chosen, 'money')).toBe(0);
    expect(board.actions.cluster([...chosen, id('c')], 'money')).toBe(2);
    const { name } = people('x', 'y', 'z');
    expect([name('town', 'x', 'y'), name('town', 'x', 'y', 'z'), name('', 'x'), name('', 'x')]).toEqual([2, 1, 1, 0]);
  });
});

describe('what nobody else sees', () => {
  it('[CLU18] the cluster of a private card takes in no card that others see, and is not offered for one', () => {
    const { board, name, clusters, drop } = people('a', 'b');
    board.isPrivate = true;
    board.actions.create({ title: 'mine', at: known });
    name('secret', 'mine');
    board.isPrivate = false;
    drop(['a'], 'mine');
    expect(clusters()).toEqual([': a b', 'secret: mine']);
    const offered = (...titles: readonly string[]) =>
      clusterNames(
        board.view(),
        chosenOf(
          board.view(),
          titles.map((title) => board.card(title).id),
        ),
      );
    expect(offered('a', 'mine')).toEqual([]);
    expect(offered('mine')).toEqual(['secret']);
  });

  it('[CLU18] while somebody writes alone, nothing that others see comes to hang on a card of theirs', () => {
    const board = new OwnBoard('root-cause-tree', { isSeeded: false });
    for (const title of ['a', 'b']) board.actions.create({ title, at: zone('tree', 'c1') });
    const chosen = chosenOf(board.view(), [board.card('a').id, board.card('b').id]);
    expect([false, true].map((isAlone) => clusterWay(board.view(), chosen, isAlone))).toEqual(['parent', null]);
  });
});
