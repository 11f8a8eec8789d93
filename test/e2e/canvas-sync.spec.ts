import { expect, test } from '@playwright/test';
import type { Lab, Peer, Room } from './pages-canvas/lab.ts';
import { openLab } from './support/lab-page.ts';

const page = openLab();

/** What one canvas does, and what it means for the others. */
const actions = {
  reparent: (editor: Peer['editor'], { id }: Lab) => editor.reparentShapes([id('one'), id('two')], id('frame')),
  reorder: (editor: Peer['editor'], { id }: Lab) => editor.bringToFront([id('two')]),
  'delete a bound shape': (editor: Peer['editor'], { id }: Lab) => editor.deleteShapes([id('one')]),
  'delete a frame with what is in it': (editor: Peer['editor'], { id }: Lab) => editor.deleteShapes([id('frame')]),
  group: (editor: Peer['editor'], { id }: Lab) => editor.groupShapes([id('one'), id('two')], { groupId: id('group') }),
};

for (const [name, action] of Object.entries(actions)) {
  test(`[CAN10] ${name}: the one who does it is the only writer, the others' undo stacks stay as they are`, async () => {
    const result = await page().evaluate(async (source) => {
      const act = new Function(`return ${source}`)() as (editor: Peer['editor'], lab: Lab) => void;
      const room = await lab.room(5);
      act((room.peers[0] as Peer).editor, lab);
      await room.settle();
      const late = room.join();
      await room.settle();
      const writers = room.peers.map(({ sends }) => sends > 0);
      const undo = room.peers.slice(1).map((peer) => peer.undoSteps());
      const same = room.isSame();
      return { writers, undo, same, late: late.sends };
    }, action.toString());
    expect(result).toEqual({
      writers: [true, false, false, false, false, false],
      undo: [0, 0, 0, 0, 0],
      same: true,
      late: 0,
    });
  });
}

test('[RELY31c] one of twenty-one puts a bound shape into a frame: one writer, and nobody else’s undo has anything to do with it', async () => {
  const result = await page().evaluate(async () => {
    const { id } = lab;
    const room = await lab.room(21);
    const [one, ...others] = room.peers as [Peer, ...Peer[]];
    one.editor.reparentShapes([id('one'), id('two')], id('frame'));
    await room.settle();
    return {
      arrow: others.map(({ editor }) => editor.getShape(id('arrow'))?.parentId),
      writers: room.peers.filter(({ sends }) => sends > 0).length,
      undo: others.map((peer) => peer.undoSteps()),
      same: room.isSame(),
    };
  });
  expect(result).toEqual({
    arrow: Array(20).fill('shape:frame'),
    writers: 1,
    undo: Array(20).fill(0),
    same: true,
  });
});

const rawWrites = {
  'another parent': (room: Room, { id }: Lab) =>
    room.write((records) => {
      for (const name of ['one', 'two']) {
        const groups = records.get(id(name));
        groups?.set('base', { ...(groups.get('base') as object), parentId: id('frame') });
      }
    }),
  'another place in the order': (room: Room, { id }: Lab) =>
    room.write((records) => {
      const groups = records.get(id('two'));
      groups?.set('base', { ...(groups.get('base') as object), index: 'aZ' });
    }),
  'the place of another one in the order': (room: Room, { id }: Lab) =>
    room.write((records) => {
      const base = records.get(id('one'))?.get('base') as { index: string } | undefined;
      for (const name of ['two', 'apart']) records.get(id(name))?.set('index', base?.index);
    }),
  'a bound shape gone': (room: Room, { id }: Lab) => room.write((records) => records.delete(id('one'))),
  'a frame gone, its content left': (room: Room, { id }: Lab) => room.write((records) => records.delete(id('frame'))),
};

for (const [name, write] of Object.entries(rawWrites)) {
  test(`[CAN11] a program writes ${name}: no canvas writes in reaction, all show the same`, async () => {
    const result = await page().evaluate(async (source) => {
      const run = new Function(`return ${source}`)() as (room: Room, lab: Lab) => void;
      const room = await lab.room(5, { reviewed: false });
      run(room, lab);
      await room.settle();
      const sends = room.peers.map((peer) => peer.sends);
      const undo = room.peers.map((peer) => peer.undoSteps());
      const same = room.isSame();
      return { sends, undo, same };
    }, write.toString());
    expect(result).toEqual({ sends: [0, 0, 0, 0, 0], undo: [0, 0, 0, 0, 0], same: true });
  });
}

test('[CAN110] siblings to which the documents give one index lie apart, by id, and something can be put between them', async () => {
  const result = await page().evaluate(async () => {
    const { id, box } = lab;
    const room = await lab.room(3, { reviewed: false });
    const [a, b] = room.peers as [Peer, Peer];
    const place = (index: string, ...names: string[]) =>
      room.write((records) => {
        for (const name of names) records.get(id(name))?.set('index', index);
      });
    const order = ({ editor }: Peer) =>
      editor.getSortedChildIdsForParent(editor.getCurrentPageId()).map((shape) => shape.slice('shape:'.length));
    const orders = () => room.peers.map((peer) => order(peer).join(' '));
    const seen: string[][] = [];
    const look = async () => {
      await room.settle();
      seen.push(orders());
    };
    a.editor.deleteShapes([id('arrow')]);
    a.editor.createShapes([box('between', 0, 300), box('below', 0, 600)]);
    await room.settle();
    place('a5', 'below', 'frame');
    // The next one has no room before it either, and moves along.
    place('a50', 'between');
    place('a8', 'one', 'apart');
    place('a9', 'two');
    await look();
    room.forget();
    const key = b.editor.getShape(id('one'))?.index ?? '';
    b.editor.bringForward([id('between')], { considerAllShapes: true });
    await room.settle();
    const sends = room.peers.map(({ sends }) => sends);
    // The server's answer is what was shown before it: so what was put between the two is between them.
    place(key, 'one');
    await look();
    place('b00', 'frame');
    await look();
    const shown = a.editor.getShape(id('frame'))?.index;
    return { seen, shown, sends, same: room.isSame() };
  });
  const everywhere = (order: string) => [order, order, order];
  expect(result).toEqual({
    seen: [
      everywhere('below frame between apart one two'),
      everywhere('below frame apart between one two'),
      everywhere('below apart between one two frame'),
    ],
    shown: 'b00',
    sends: [0, 1, 0],
    same: true,
  });
});

test('[CAN111] an arrow between two shapes in a locked frame stays on the page, and the server has nothing to mend', async () => {
  const result = await page().evaluate(async () => {
    const { id } = lab;
    const room = await lab.room(2);
    const [a, b] = room.peers as [Peer, Peer];
    b.role = 'participant';
    a.editor.createShape({ id: id('other'), type: 'frame', x: 900, y: 600, rotation: 1, props: { w: 300, h: 300 } });
    a.editor.toggleLock([id('frame')]);
    await room.settle();
    b.editor.createShapes([
      { id: id('outside'), type: 'arrow', x: 10, y: 10 },
      { id: id('inside'), type: 'arrow', parentId: id('other'), x: 10, y: 10 },
    ]);
    const names = ['outside', 'inside'];
    const bind = (name: string, terminal: string, to: string) =>
      b.editor.createBinding({ type: 'arrow', fromId: id(name), toId: id(to), props: { terminal } });
    const place = (peer: Peer) => names.map((name) => peer.editor.getShapePageTransform(id(name))?.decomposed());
    const before = place(b);
    for (const name of names) {
      bind(name, 'start', 'in-1');
      bind(name, 'end', 'in-2');
    }
    const away = place(b).map((now, n) =>
      Math.hypot((now?.x ?? 0) - (before[n]?.x ?? 0), (now?.y ?? 0) - (before[n]?.y ?? 0)),
    );
    await room.settle();
    room.forget();
    let mended = 0;
    room.doc.on('update', (_update: Uint8Array, origin: { by?: string }) => {
      if (origin.by === 'server') mended += 1;
    });
    const bend = (peer: Peer, bend: number) => {
      for (const name of names) peer.editor.updateShape({ id: id(name), type: 'arrow', props: { bend } });
    };
    const parents = () => room.peers.flatMap(({ editor }) => names.map((name) => editor.getShape(id(name))?.parentId));
    for (const [n, peer] of [b, a, b].entries()) {
      bend(peer, 30 * (n + 1));
      await room.settle();
    }
    const out = { mended, sends: room.peers.map(({ sends }) => sends), putBack: b.putBack, locked: parents(), away };
    a.editor.toggleLock([id('frame')]);
    await room.settle();
    bend(b, 7);
    await room.settle();
    return { ...out, unlocked: parents(), same: room.isSame() };
  });
  expect(result).toEqual({
    mended: 0,
    sends: [1, 2],
    putBack: [],
    locked: Array(4).fill('page:page'),
    away: [expect.closeTo(0), expect.closeTo(0)],
    unlocked: Array(4).fill('shape:frame'),
    same: true,
  });
});

test('[CAN12] two halves of one derived change, made apart, end the same everywhere and are not derived again', async () => {
  const result = await page().evaluate(async () => {
    const { id } = lab;
    const room = await lab.room(5);
    const [a, b] = room.peers as [Peer, Peer];
    a.offline();
    b.offline();
    a.editor.reparentShapes([id('one')], id('frame'));
    b.editor.reparentShapes([id('two')], id('frame'));
    a.binding.flush();
    b.binding.flush();
    room.forget();
    a.online();
    b.online();
    await room.settle();
    const out = { sends: room.peers.map(({ sends }) => sends), same: room.isSame() };
    return out;
  });
  expect(result).toEqual({ sends: [0, 0, 0, 0, 0], same: true });
});

test('[CAN13] deleting a shape while another binds an arrow to it, and a frame while another puts something in', async () => {
  const result = await page().evaluate(async () => {
    const { id, box } = lab;
    const room = await lab.room(3);
    const [a, b] = room.peers as [Peer, Peer];
    a.offline();
    b.offline();
    a.editor.deleteShapes([id('one'), id('frame')]);
    b.editor.createShape({ id: id('arrow-2'), type: 'arrow', x: 5, y: 5 });
    b.editor.createBindings([{ type: 'arrow', fromId: id('arrow-2'), toId: id('one'), props: { terminal: 'end' } }]);
    b.editor.createShape(box('late', 5, 5, { parentId: id('frame') }));
    a.binding.flush();
    b.binding.flush();
    a.online();
    b.online();
    await room.settle();
    const out = {
      same: room.isSame(),
      bounds: room.peers.map(({ editor }) => editor.getShapePageBounds(id('arrow-2')) !== undefined),
    };
    return out;
  });
  expect(result).toEqual({ same: true, bounds: [true, true, true] });
});

test('[CAN14] two people put two frames into each other: nobody hangs, all show the same, both frames stay reachable', async () => {
  const result = await page().evaluate(async () => {
    const { id } = lab;
    const room = await lab.room(3);
    const [a, b, c] = room.peers as [Peer, Peer, Peer];
    a.editor.createShape({ id: id('frame-2'), type: 'frame', x: 1000, y: 1000 });
    await room.settle();
    a.offline();
    b.offline();
    a.editor.reparentShapes([id('frame')], id('frame-2'));
    b.editor.reparentShapes([id('frame-2')], id('frame'));
    a.binding.flush();
    b.binding.flush();
    a.online();
    b.online();
    await room.settle();
    const parents = room.peers.map(({ editor }) => [
      editor.getShape(id('frame'))?.parentId,
      editor.getShape(id('frame-2'))?.parentId,
    ]);
    c.editor.reparentShapes([id('frame-2')], c.editor.getCurrentPageId());
    await room.settle();
    const out = { parents, mended: room.isSame() };
    return out;
  });
  const shown = ['page:page', 'shape:frame'];
  expect(result).toEqual({ parents: [shown, shown, shown], mended: true });
});

test('[CAN15] different aspects of one shape changed at the same time all survive', async () => {
  const result = await page().evaluate(async () => {
    const { id } = lab;
    const room = await lab.room(4);
    const [a, b, c, d] = room.peers as [Peer, Peer, Peer, Peer];
    for (const peer of room.peers) peer.offline();
    a.editor.updateShape({ id: id('one'), type: 'geo', x: 50 });
    b.editor.updateShape({ id: id('one'), type: 'geo', props: { color: 'red' } });
    c.editor.updateShape({ id: id('one'), type: 'geo', opacity: 0.5 });
    d.editor.reparentShapes([id('in-1')], d.editor.getCurrentPageId());
    for (const peer of room.peers) peer.binding.flush();
    for (const peer of room.peers) peer.online();
    await room.settle();
    const one = a.editor.getShape(id('one'));
    const out = {
      same: room.isSame(),
      x: one?.x,
      color: (one?.props as { color?: string })?.color,
      opacity: one?.opacity,
    };
    return out;
  });
  expect(result).toEqual({ same: true, x: 50, color: 'red', opacity: 0.5 });
});

test('[CAN16] opening a board writes nothing, not even where it holds what no canvas can show', async () => {
  const result = await page().evaluate(async () => {
    const { id } = lab;
    const room = await lab.room(1, { reviewed: false });
    (room.peers[0] as Peer).editor.createShape(lab.note('note', 0, 0, 'long text '.repeat(60)));
    await room.settle();
    room.write((records) => records.get(id('two'))?.set('props', { geo: 'no such form' }));
    await room.settle();
    let updates = 0;
    room.doc.on('update', () => updates++);
    const late = room.join();
    await room.settle();
    const note = late.editor.getShape(id('note'))?.props as { growY: number };
    const out = { updates, sends: late.sends, measured: note.growY > 0, quarantined: late.quarantined };
    return out;
  });
  expect(result).toEqual({ updates: 0, sends: 0, measured: true, quarantined: ['shape:two'] });
});

test('[CAN17] a record that does not validate is kept out, named and counted in exports, the others of the same update arrive', async () => {
  const result = await page().evaluate(async () => {
    const { id } = lab;
    const room = await lab.room(2, { reviewed: false });
    const [a] = room.peers as [Peer];
    room.write((records) => {
      records.get(id('one'))?.set('props', { w: 'wide' });
      records.get(id('two'))?.set('at', [Number.NaN, 0, 0]);
      records.get(id('apart'))?.set('at', [7, 8, 0]);
      records.get(id('in-1'))?.set('flags', { isLocked: 'no', opacity: 1 });
    });
    await room.settle();
    const bad = [...a.quarantined].sort();
    const exported = lab.snapshotOf(a.editor).unreadable;
    const kept = a.editor.getShape(id('one'))?.props;
    room.write((records) => {
      for (const name of ['one', 'in-1']) {
        const groups = records.get(id(name));
        groups?.set('props', (records.get(id('apart'))?.get('props') ?? {}) as object);
        groups?.set('flags', { isLocked: false, opacity: 1 });
      }
      records.delete(id('two'));
    });
    await room.settle();
    const out = {
      bad,
      exported: [exported, lab.snapshotOf(a.editor).unreadable],
      width: (kept as { w: number }).w,
      moved: a.editor.getShape(id('apart'))?.x,
      healed: room.peers.map(({ quarantined }) => quarantined),
      same: room.isSame(),
    };
    return out;
  });
  expect(result).toEqual({
    bad: ['shape:in-1', 'shape:one', 'shape:two'],
    exported: [3, 0],
    width: 100,
    moved: 7,
    healed: [[], []],
    same: true,
  });
});

test('[CAN18] text that no canvas could draw is kept out', async () => {
  const result = await page().evaluate(async () => {
    const { id, Y } = lab;
    const room = await lab.room(2, { reviewed: false });
    const [a] = room.peers as [Peer];
    a.editor.createShape(lab.note('note', 0, 0, 'fine'));
    await room.settle();
    room.write((records) => {
      const rich = records.get(id('note'))?.get('rich');
      if (rich instanceof Y.XmlFragment) rich.insert(0, [new Y.XmlElement('script')]);
    });
    await room.settle();
    const text = JSON.stringify(a.editor.getShape(id('note'))?.props);
    const out = { held: a.quarantined, stillShown: text.includes('fine') };
    return out;
  });
  expect(result).toEqual({ held: ['shape:note'], stillShown: true });
});

test('[CAN19] what a canvas measures for itself is never sent, and every canvas measures it', async () => {
  const result = await page().evaluate(async () => {
    const { id } = lab;
    const room = await lab.room(2, { reviewed: false });
    const [a, b] = room.peers as [Peer, Peer];
    a.editor.createShape(lab.note('note', 0, 0, 'short'));
    await room.settle();
    a.editor.updateShape({
      id: id('note'),
      type: 'note',
      props: { richText: lab.toRichText('long text '.repeat(60)) },
    });
    await room.settle();
    const growth = [a, b].map(({ editor }) => (editor.getShape(id('note'))?.props as { growY?: number })?.growY);
    const groups = lab.recordsOf(room.doc).get(id('note'));
    const stored = Object.keys(groups?.get('props') as object);
    const out = {
      growth,
      equal: growth[0] === growth[1],
      grown: (growth[0] ?? 0) > 0,
      stored,
      groups: [...(groups?.keys() ?? [])],
    };
    return out;
  });
  expect(result).toMatchObject({ equal: true, grown: true });
  expect(result.stored).not.toContain('growY');
  expect(result.stored).not.toContain('fontSizeAdjustment');
  expect(result.stored).not.toContain('richText');
  expect(result.groups.sort()).toEqual(['at', 'base', 'flags', 'props', 'rich']);
});

test('[CAN20] a move writes one small group and nothing of camera, selection or page', async () => {
  const result = await page().evaluate(async () => {
    const { id } = lab;
    const room = await lab.room(2);
    const [a] = room.peers as [Peer];
    const keys: string[] = [];
    lab.recordsOf(room.doc).observeDeep((events) => {
      for (const event of events)
        for (const key of event.changes.keys.keys()) keys.push([...event.path, key].join(' '));
    });
    a.editor.select(id('one'));
    a.editor.setCamera({ x: 40, y: 40, z: 0.5 });
    a.editor.updateShape({ id: id('one'), type: 'geo', x: 5 });
    await room.settle();
    return keys;
  });
  expect(result).toEqual(['shape:one at']);
});

test('[CAN21] a shape that somebody else deletes leaves one’s selection, and undo does not bring it back', async () => {
  const result = await page().evaluate(async () => {
    const { id } = lab;
    const room = await lab.room(2);
    const [a, b] = room.peers as [Peer, Peer];
    b.editor.markHistoryStoppingPoint('move');
    b.editor.updateShape({ id: id('apart'), type: 'geo', x: 910 });
    b.editor.select(id('apart'));
    await room.settle();
    a.editor.deleteShapes([id('apart')]);
    await room.settle();
    const selected = b.editor.getSelectedShapeIds();
    b.editor.undo();
    await room.settle();
    const out = { selected, back: b.editor.getShape(id('apart')) !== undefined, same: room.isSame() };
    return out;
  });
  expect(result).toEqual({ selected: [], back: false, same: true });
});

test('[CAN22] a move glides: pictures in between are neither sent nor undoable, and it ends where the document says', async () => {
  const result = await page().evaluate(async () => {
    const { id } = lab;
    let nowMs = 0;
    let frame: (() => void) | undefined;
    const motion = {
      mayMove: () => true,
      now: () => nowMs,
      requestFrame: (callback: () => void) => {
        frame = callback;
      },
    };
    const room = await lab.room(2, { motion });
    const [a, b] = room.peers as [Peer, Peer];
    a.editor.updateShape({ id: id('one'), type: 'geo', x: 100 });
    await room.settle();
    const xs = [b.editor.getShape(id('one'))?.x];
    for (const time of [40, 80]) {
      nowMs = time;
      frame?.();
      xs.push(b.editor.getShape(id('one'))?.x);
    }
    await room.settle();
    const out = { xs, sends: b.sends, undo: b.undoSteps(), same: room.isSame() };
    return out;
  });
  expect(result).toEqual({ xs: [0, 50, 100], sends: 0, undo: 0, same: true });
});

test('[CAN23] an edit counts as pending from the change of the canvas until it is in the document', async () => {
  const result = await page().evaluate(async () => {
    const room = await lab.room(1);
    const [a] = room.peers as [Peer];
    const seen = [a.pending];
    a.editor.updateShape({ id: lab.id('one'), type: 'geo', x: 1 });
    seen.push(a.pending);
    a.binding.flush();
    seen.push(a.pending);
    return seen;
  });
  expect(result).toEqual([false, true, false]);
});

test('[CAN102] a canvas for reading writes nothing, whatever keys and pointer do', async () => {
  const result = await page().evaluate(async () => {
    const { id } = lab;
    const room = await lab.room(2);
    const viewer = room.join({ role: 'viewer' });
    const { editor } = viewer;
    editor.updateInstanceState({ isReadonly: true });
    room.forget();
    const flags = { ctrlKey: false, altKey: false, shiftKey: false, metaKey: false, accelKey: false };
    const pointer = (name: 'pointer_move' | 'pointer_down' | 'pointer_up', x: number, y: number) =>
      editor.dispatch({
        ...{ type: 'pointer', target: 'canvas', name, point: { x, y, z: 0.5 }, pointerId: 1, button: 0, isPen: false },
        ...flags,
      });
    const key = (code: string, more: object = {}) => {
      for (const name of ['key_down', 'key_up'] as const)
        editor.dispatch({ ...{ type: 'keyboard', name, key: code, code }, ...flags, ...more });
    };
    const drag = (fromX: number, fromY: number) => {
      pointer('pointer_move', fromX, fromY);
      pointer('pointer_down', fromX, fromY);
      for (const step of [20, 60, 120]) pointer('pointer_move', fromX + step, fromY + step);
      editor.emit('tick', 16);
      pointer('pointer_up', fromX + 120, fromY + 120);
    };
    for (const tool of [
      'select',
      'draw',
      'geo',
      'arrow',
      'note',
      'text',
      'frame',
      'eraser',
      'line',
      'highlight',
      'laser',
      'hand',
    ]) {
      editor.setCurrentTool(tool);
      for (const [x, y] of [
        [50, 2],
        [60, 60],
        [700, 300],
        [420, 520],
      ] as const)
        drag(x, y);
    }
    editor.setCurrentTool('select');
    editor.selectAll();
    for (const code of ['Delete', 'Backspace', 'Enter', 'ArrowLeft', 'Escape']) key(code);
    for (const code of ['d', 'g', 'x', 'v', 'z', '[', ']']) key(code, { ctrlKey: true, accelKey: true });
    editor.selectAll();
    const selected = editor.getSelectedShapeIds();
    editor.nudgeShapes(selected, { x: 5, y: 5 });
    editor.duplicateShapes(selected);
    editor.deleteShapes(selected);
    editor.groupShapes(selected);
    editor.bringToFront(selected);
    editor.reparentShapes([id('one')], id('frame'));
    editor.toggleLock(selected);
    editor.createShape(lab.box('theirs', 0, 0));
    editor.updateShape({ id: id('one'), type: 'geo', x: 99 });
    editor.undo();
    editor.redo();
    await room.settle();
    return { sends: viewer.sends, pending: viewer.pending, same: room.isSame() };
  });
  expect(result).toEqual({ sends: 0, pending: false, same: true });
});

test('[CAN104] of an action that is given up half-way nothing gets into the document', async () => {
  const result = await page().evaluate(async () => {
    const { id } = lab;
    const room = await lab.room(2);
    const [a, b] = room.peers as [Peer, Peer];
    const giveUp = () =>
      a.editor.run(() => {
        a.editor.updateShape({ id: id('one'), type: 'geo', x: 50 });
        a.editor.createShape(lab.box('half', 0, 0));
        a.editor.deleteShapes([id('apart')]);
        throw new Error('given up');
      });
    try {
      giveUp();
    } catch {
      // As tldraw's own callers do.
    }
    a.editor.updateShape({ id: id('two'), type: 'geo', x: 410 });
    await room.settle();
    const at = (name: string) => b.editor.getShape(id(name))?.x;
    return { same: room.isSame(), at: ['one', 'two', 'half', 'apart'].map(at) };
  });
  expect(result).toEqual({ same: true, at: [0, 410, undefined, 900] });
});
