import { describe, expect, it } from 'vitest';
import { OwnBoard } from './support/fake-editor.ts';

const zone = (frameId: string, zoneId: string) => ({ zone: { frameId, zoneId } });
const drafts = zone('problem', 'drafts');

/** What others see stays as it is while this person does something. */
function unseen(board: OwnBoard, act: () => void): void {
  const before = [...board.shared()];
  act();
  expect([...board.shared()]).toEqual(before);
}

function withShared(count: number): OwnBoard {
  const board = new OwnBoard('root-cause-tree');
  for (let number = 1; number <= count; number++) board.actions.create({ title: `shared ${number}`, at: drafts });
  board.isPrivate = true;
  return board;
}

describe('what nobody else sees', () => {
  it('[PRW64] a private card moves nothing that others see, and what invites to write stays for them', () => {
    const board = new OwnBoard('root-cause-tree');
    board.isPrivate = true;
    unseen(board, () => {
      board.actions.create({ title: 'mine', at: drafts });
      board.actions.create({ title: 'mine too', at: zone('tree', 'c1') });
    });
    expect(board.card('mine').fields.status).toBe('draft');
    expect([...board.view().cards.values()].some(({ isGhost, zone: at }) => isGhost && at?.id === 'drafts')).toBe(true);
  });

  it('[PRW64] in a full zone private cards lie on the others, and no page is made for them', () => {
    const board = withShared(30);
    unseen(board, () => {
      for (let number = 1; number <= 40; number++) board.actions.create({ title: `mine ${number}`, at: drafts });
      board.actions.createMany([{ title: 'a' }, { title: 'b' }], drafts);
    });
    expect(board.card('mine 40').zone?.id).toBe('drafts');
    const places = [...board.view().cards.values()].map(({ centre: { x, y } }) => `${x} ${y}`);
    expect(new Set(places).size).toBeGreaterThanOrEqual(72);
  });

  it('[PRW64] changing, moving and taking away a private card closes nothing up', () => {
    const board = withShared(3);
    unseen(board, () => {
      const id = board.actions.create({ title: 'mine', at: drafts });
      board.actions.setFields(id, { status: 'chosen' });
      board.actions.moveTo([id], zone('problem', 'know'));
      board.actions.setPinned([id], true);
      board.actions.setPinned([id], false);
      board.actions.tidy('problem');
      board.actions.remove([id]);
    });
  });

  it('[PRW65] what a place says about a private second place it does not say about a card that others see', () => {
    const board = new OwnBoard('actor-map');
    const id = board.actions.create({ title: 'Actor', at: zone('who', 'known') });
    board.isPrivate = true;
    unseen(board, () => {
      const mirror = board.actions.mirror(id, zone('energy', 'moves'));
      board.actions.moveTo([mirror], zone('energy', 'blocks'));
      board.drag(mirror, { x: board.card('Actor').centre.x, y: board.card('Actor').centre.y });
      board.actions.settle([mirror]);
    });
    expect(board.card('Actor').fields.energy).toBeUndefined();
  });

  it('[PRW65] a private branch hangs on a card that others see, and changes neither it nor its tree', () => {
    const board = new OwnBoard('root-cause-tree', { isSeeded: false });
    board.actions.create({ title: 'problem', at: zone('tree', 'trunk') });
    const cause = board.actions.create({ title: 'cause', at: zone('tree', 'c1') });
    board.isPrivate = true;
    unseen(board, () => {
      const at = { point: board.card('cause').centre };
      board.actions.create({ title: 'mine', kind: 'cause', at });
    });
    const [edge] = board.view().relations.filter(({ props }) => props.from === board.card('mine').id);
    expect(edge?.props).toMatchObject({ kind: 'causes', to: cause });
    unseen(board, () => board.actions.remove([board.card('mine').id]));
  });

  it('[PRW65] a card that others see does not come to hang on one that they do not see', () => {
    const board = new OwnBoard('root-cause-tree', { isSeeded: false });
    board.actions.create({ title: 'problem', at: zone('tree', 'trunk') });
    const moved = board.actions.create({ title: 'cause', at: zone('tree', 'c1') });
    board.isPrivate = true;
    board.actions.create({ title: 'mine', at: zone('tree', 'c1') });
    const before = board.view().relations.filter(({ props }) => props.from === moved);
    board.drag(moved, board.card('mine').centre);
    board.actions.settle([moved]);
    expect(before).toHaveLength(1);
    expect(board.view().relations.filter(({ props }) => props.from === moved)).toEqual(before);
  });

  it('[PRW65] an edge that only its writer sees moves nobody', () => {
    const board = new OwnBoard('root-cause-tree', { isSeeded: false });
    board.actions.create({ title: 'problem', at: zone('tree', 'trunk') });
    const [a, b] = ['a', 'b'].map((title) => board.actions.create({ title, at: zone('tree', 'c1') }));
    board.isPrivate = true;
    unseen(board, () => board.actions.link(a ?? '', b ?? '', 'causes'));
    unseen(board, () => board.actions.tidy('tree'));
  });

  it('[PRW66] what others see does not become a private card or note', () => {
    const board = withShared(1);
    const { id } = board.card('shared 1');
    unseen(board, () => expect(board.actions.toNotes([id])).toEqual([]));
    const mine = board.actions.create({ title: 'mine', at: drafts });
    expect(board.actions.toNotes([mine])).toHaveLength(1);
    expect(board.records.has(mine)).toBe(false);
  });

  it('[PRW67] without anything private a zone is arranged as ever', () => {
    const board = new OwnBoard('root-cause-tree');
    for (let number = 1; number <= 40; number++) board.actions.create({ title: `shared ${number}`, at: drafts });
    expect(board.view().frames.some(({ page }) => page > 0)).toBe(true);
    expect([...board.view().cards.values()].some(({ isGhost, zone: at }) => isGhost && at?.id === 'drafts')).toBe(
      false,
    );
  });
});
