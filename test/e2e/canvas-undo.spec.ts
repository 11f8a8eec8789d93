import { expect, test } from '@playwright/test';
import type { Lab, Peer, Room } from './pages-canvas/lab.ts';
import { openLab } from './support/lab-page.ts';

const page = openLab();

/** What a case is played with, inside the page: two of three people on one board, and shorthands. */
interface Stage {
  readonly a: Peer['editor'];
  readonly b: Peer['editor'];
  readonly room: Room;
  readonly lab: Lab;
  settle(): Promise<void>;
  mark(): string;
  set(editor: Peer['editor'], name: string, more: object): void;
  /** Where the shape's parent, place and colour are for somebody; null where it is gone. */
  see(editor: Peer['editor'], name: string): { parent: string; x: number; y: number; color?: string } | null;
  pointer(name: 'pointer_move' | 'pointer_down' | 'pointer_up', x: number, y: number): void;
}

/** @returns what the case returns; fails when the canvases do not agree in the end. */
async function play<T>(action: (stage: Stage) => Promise<T>): Promise<T> {
  const { seen, same } = await page().evaluate(async (source) => {
    const room = await lab.room(3);
    const [{ editor: a }, { editor: b }] = room.peers as [Peer, Peer];
    const stage: Stage = {
      ...{ a, b, room, lab },
      settle: () => room.settle(),
      mark: () => a.markHistoryStoppingPoint('step'),
      set: (editor, name, more) => {
        const shape = editor.getShape(lab.id(name));
        if (shape !== undefined) editor.updateShape({ id: shape.id, type: shape.type, ...more });
      },
      see: (editor, name) => {
        const shape = editor.getShape(lab.id(name));
        if (shape === undefined) return null;
        const { x, y } = editor.getShapePageTransform(shape).point();
        const { color } = shape.props as { color?: string };
        const round = (value: number) => Math.round(value * 100) / 100;
        return { parent: shape.parentId, x: round(x), y: round(y), ...(color !== undefined && { color }) };
      },
      pointer: (name, x, y) =>
        a.dispatch({
          ...{
            type: 'pointer',
            target: 'canvas',
            name,
            point: { x, y, z: 0.5 },
            pointerId: 1,
            button: 0,
            isPen: false,
          },
          ...{ ctrlKey: false, altKey: false, shiftKey: false, metaKey: false, accelKey: false },
        }),
    };
    const run = new Function(`return ${source}`)() as (stage: Stage) => Promise<unknown>;
    const seen = await run(stage);
    await room.settle();
    return { seen, same: room.isSame() };
  }, action.toString());
  expect(same, 'all canvases say what the document says').toBe(true);
  return seen as T;
}

const onPage = 'page:page';

test('[CAN30] a move is undone and redone, the colour that somebody else gave stays', async () => {
  const seen = await play(async ({ a, b, settle, mark, set, see }) => {
    mark();
    set(a, 'one', { x: 50 });
    await settle();
    set(b, 'one', { props: { color: 'red' } });
    await settle();
    a.undo();
    const undone = see(a, 'one');
    a.redo();
    return [undone, see(a, 'one')];
  });
  expect(seen).toMatchObject([
    { x: 0, color: 'red' },
    { x: 50, color: 'red' },
  ]);
});

test('[CAN30] a move that somebody else has overtaken is not undone', async () => {
  const seen = await play(async ({ a, b, settle, mark, set, see }) => {
    mark();
    set(a, 'one', { x: 50 });
    await settle();
    set(b, 'one', { x: 77 });
    await settle();
    a.undo();
    return see(a, 'one');
  });
  expect(seen).toMatchObject({ x: 77 });
});

test('[CAN31] a shape of one’s own is taken back as long as nobody else has worked on it', async () => {
  const seen = await play(async ({ a, b, lab, settle, mark, set, see }) => {
    mark();
    a.createShape(lab.box('mine', 0, 0));
    await settle();
    a.undo();
    const gone = see(a, 'mine');
    a.redo();
    await settle();
    const back = see(b, 'mine');
    set(b, 'mine', { props: { color: 'red' } });
    await settle();
    a.undo();
    return [gone, back?.x, see(a, 'mine')?.color];
  });
  expect(seen).toEqual([null, 0, 'red']);
});

test('[CAN31] a frame of one’s own stays when somebody else has put something in', async () => {
  const seen = await play(async ({ a, b, lab, settle, mark, see }) => {
    mark();
    a.createShape({ id: lab.id('frame-2'), type: 'frame', x: 0, y: 900 });
    await settle();
    b.reparentShapes([lab.id('two')], lab.id('frame-2'));
    await settle();
    a.undo();
    await settle();
    return [see(a, 'frame-2') !== null, see(b, 'two')?.parent];
  });
  expect(seen).toEqual([true, 'shape:frame-2']);
});

test('[CAN31] what the server notes about a shape does not make it somebody else’s', async () => {
  const seen = await play(async ({ a, room, lab, settle, mark, see }) => {
    mark();
    a.createShape(lab.box('mine', 0, 0));
    await settle();
    room.write((records) => records.get(lab.id('mine'))?.set('meta', { author: 'somebody' }));
    await settle();
    a.undo();
    return see(a, 'mine');
  });
  expect(seen).toBeNull();
});

test('[CAN32] a deleted shape comes back where it was on the page when its frame is gone', async () => {
  const seen = await play(async ({ a, b, lab, settle, mark, see }) => {
    mark();
    const before = see(a, 'in-1');
    a.deleteShapes([lab.id('in-1')]);
    await settle();
    b.deleteShapes([lab.id('frame')]);
    await settle();
    a.undo();
    await settle();
    return [before, see(b, 'in-1')];
  });
  const [before, after] = seen;
  expect(before).toMatchObject({ parent: 'shape:frame', x: 320, y: 520 });
  expect(after).toMatchObject({ parent: onPage, x: 320, y: 520 });
});

test('[CAN32] with a deleted shape its arrows are bound again, without an arrow that somebody else deleted', async () => {
  const seen = await play(async ({ a, b, lab, settle, mark, see }) => {
    mark();
    a.deleteShapes([lab.id('one')]);
    await settle();
    a.undo();
    await settle();
    const bound = b.getBindingsFromShape(lab.id('arrow'), 'arrow').length;
    mark();
    a.deleteShapes([lab.id('one')]);
    await settle();
    b.deleteShapes([lab.id('arrow')]);
    await settle();
    a.undo();
    await settle();
    const left = b.store.allRecords().filter((record) => record.typeName === 'binding').length;
    return [bound, see(a, 'one') !== null, left];
  });
  expect(seen).toEqual([2, true, 0]);
});

test('[CAN32] what somebody else deleted stays deleted through undo and redo', async () => {
  const seen = await play(async ({ a, b, lab, settle, mark, set, see }) => {
    mark();
    set(a, 'one', { x: 50 });
    await settle();
    b.deleteShapes([lab.id('one')]);
    await settle();
    a.undo();
    const undone = see(a, 'one');
    a.redo();
    return [undone, see(a, 'one')];
  });
  expect(seen).toEqual([null, null]);
});

test('[CAN33] grouping is undone and redone around a colour that somebody else gave', async () => {
  const seen = await play(async ({ a, b, lab, settle, mark, set, see }) => {
    mark();
    a.groupShapes([lab.id('one'), lab.id('two')], { groupId: lab.id('group') });
    await settle();
    set(b, 'one', { props: { color: 'red' } });
    await settle();
    a.undo();
    await settle();
    const undone = [see(a, 'group'), see(a, 'one')];
    a.redo();
    await settle();
    return [...undone, see(b, 'group') !== null, see(b, 'one')];
  });
  expect(seen).toMatchObject([
    null,
    { parent: onPage, x: 0, color: 'red' },
    true,
    { parent: 'shape:group', x: 0, color: 'red' },
  ]);
});

test('[CAN33] undoing a group keeps the place to which somebody else moved a member', async () => {
  const seen = await play(async ({ a, b, lab, settle, mark, set, see }) => {
    mark();
    a.groupShapes([lab.id('two'), lab.id('apart')], { groupId: lab.id('group') });
    await settle();
    set(b, 'two', { x: 30, y: 30 });
    await settle();
    const before = see(b, 'two');
    a.undo();
    await settle();
    return [see(a, 'group'), before, see(b, 'two')];
  });
  const [group, before, after] = seen as [null, { x: number; y: number }, object];
  expect(group).toBeNull();
  expect(after).toMatchObject({ parent: onPage, x: before.x, y: before.y });
});

test('[CAN33] a group that somebody else has dissolved is not dissolved again, and redo leaves the members alone', async () => {
  const seen = await play(async ({ a, b, lab, settle, mark, see }) => {
    mark();
    a.groupShapes([lab.id('one'), lab.id('two')], { groupId: lab.id('group') });
    await settle();
    b.ungroupShapes([lab.id('group')]);
    await settle();
    a.undo();
    await settle();
    const undone = see(a, 'one')?.parent;
    a.redo();
    await settle();
    return [undone, b.getCurrentPageShapeIds().has(lab.id('one'))];
  });
  expect(seen).toEqual([onPage, true]);
});

test('[CAN33] dissolving a group is undone and redone', async () => {
  const seen = await play(async ({ a, b, lab, settle, mark, see }) => {
    a.groupShapes([lab.id('one'), lab.id('two')], { groupId: lab.id('group') });
    await settle();
    mark();
    a.ungroupShapes([lab.id('group')]);
    await settle();
    a.undo();
    await settle();
    const undone = [see(b, 'group') !== null, see(b, 'one')?.parent];
    a.redo();
    await settle();
    return [...undone, see(b, 'group'), see(b, 'one')?.parent];
  });
  expect(seen).toEqual([true, 'shape:group', null, onPage]);
});

for (const end of ['undo', 'cancel'] as const) {
  test(`[CAN34] ${end} in the middle of a drag takes the shape back and keeps somebody else’s colour`, async () => {
    const source = { end };
    const seen = await play(
      new Function(`return async ({ a, b, lab, settle, set, see, pointer }) => {
        a.select(lab.id('one'));
        pointer('pointer_move', 50, 2);
        pointer('pointer_down', 50, 2);
        for (const x of [70, 90, 110, 130]) pointer('pointer_move', x, 2);
        a.emit('tick', 16);
        await settle();
        const dragged = see(a, 'one').x;
        set(b, 'one', { props: { color: 'red' } });
        await settle();
        a.${source.end}();
        return [dragged > 0, see(a, 'one').x, see(a, 'one').color];
      }`)() as (stage: Stage) => Promise<unknown>,
    );
    expect(seen).toEqual([true, 0, 'red']);
  });
}

test('[CAN34] a shape that somebody else deletes under a drag stays deleted', async () => {
  const seen = await play(async ({ a, b, lab, settle, see, pointer }) => {
    a.select(lab.id('one'));
    pointer('pointer_move', 50, 2);
    pointer('pointer_down', 50, 2);
    for (const x of [70, 90]) pointer('pointer_move', x, 2);
    a.emit('tick', 16);
    await settle();
    b.deleteShapes([lab.id('one')]);
    await settle();
    pointer('pointer_move', 160, 2);
    pointer('pointer_up', 160, 2);
    a.emit('tick', 16);
    await settle();
    a.undo();
    return see(a, 'one');
  });
  expect(seen).toBeNull();
});

test('[CAN35] going back to a mark, and squashing to a mark, keep what others did in between', async () => {
  const seen = await play(async ({ a, b, settle, mark, set, see }) => {
    const bail = mark();
    set(a, 'one', { x: 1 });
    mark();
    set(a, 'one', { x: 2 });
    set(b, 'one', { props: { color: 'red' } });
    await settle();
    a.bailToMark(bail);
    const bailed = see(a, 'one');
    const squash = mark();
    set(a, 'two', { x: 401 });
    mark();
    set(a, 'two', { x: 402 });
    a.squashToMark(squash);
    set(b, 'two', { props: { color: 'blue' } });
    await settle();
    a.undo();
    return [bailed, see(a, 'two')];
  });
  expect(seen).toMatchObject([
    { x: 0, color: 'red' },
    { x: 400, color: 'blue' },
  ]);
});

test('[CAN36] undoing and redoing the making of a note brings its text back', async () => {
  const seen = await play(async ({ a, b, lab, settle, mark }) => {
    mark();
    a.createShape(lab.note('note', 0, 300, 'first words'));
    await settle();
    a.undo();
    await settle();
    const gone = b.getShape(lab.id('note')) === undefined;
    a.redo();
    await settle();
    return [gone, JSON.stringify(b.getShape(lab.id('note'))?.props).includes('first words')];
  });
  expect(seen).toEqual([true, true]);
});
