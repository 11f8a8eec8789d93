import { Editor as TextEditor } from '@tiptap/core';
import { createShapeId, type Editor, type TLShapeId, toRichText } from 'tldraw';
import type * as Y from 'yjs';
import { recordsOf } from '../../../shared/board/document.ts';
import { type AnyRecord, placedIn } from '../../../shared/board/groups.ts';
import type { Peer, Room } from './lab.ts';
import { type Action, isDelete, type Pair } from './pairs-table.ts';

/** Who comes back first, and whose Yjs client id is the greater, which decides where both wrote the same. */
export interface Order {
  readonly first: 'a' | 'b';
  readonly greater: 'a' | 'b';
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** One of the two, with the shape they work on and names of their own for what they add. */
class Person {
  readonly peer: Peer;
  readonly side: 'a' | 'b';
  readonly subject: string;
  readonly arrow: string;
  readonly terminal: 'start' | 'end';
  readonly run: number;

  constructor(peer: Peer, side: 'a' | 'b', run: number, pair: Pair) {
    this.peer = peer;
    this.side = side;
    this.run = run;
    const names = {
      'the same shape': { a: 'one', b: 'one' },
      'shapes joined by an arrow': { a: 'one', b: 'two' },
      'a frame and a shape in it': { a: 'box', b: 'kid' },
    } as const;
    this.subject = names[pair.relation][side];
    this.arrow = pair.relation === 'a frame and a shape in it' ? `arrow-${this.subject}` : 'arrow';
    this.terminal = this.subject === 'two' ? 'end' : 'start';
  }

  get editor(): Editor {
    return this.peer.editor;
  }

  id(name: string): TLShapeId {
    return createShapeId(`${name}-${this.run}`);
  }

  get shape(): TLShapeId {
    return this.id(this.subject);
  }

  update(more: object): void {
    const shape = this.editor.getShape(this.shape);
    if (shape !== undefined) this.editor.updateShape({ id: shape.id, type: shape.type, ...more });
  }

  /** One of two values, so that the two never do the very same. */
  either<T>(a: T, b: T): T {
    return this.side === 'a' ? a : b;
  }
}

/** The end of everything, as one canvas shows it. */
class Seen {
  readonly #editor: Editor;
  readonly #before: ReadonlySet<string>;

  constructor(editor: Editor, before: ReadonlySet<string>) {
    this.#editor = editor;
    this.#before = before;
  }

  record(id: TLShapeId): AnyRecord | undefined {
    return this.#editor.getShape(id) as AnyRecord | undefined;
  }

  props(id: TLShapeId): Record<string, unknown> {
    return (this.record(id)?.props ?? {}) as Record<string, unknown>;
  }

  point(id: TLShapeId): Point | undefined {
    return pointOf(this.#editor, id);
  }

  end(arrow: TLShapeId, terminal: 'start' | 'end'): string | undefined {
    return this.#editor
      .getBindingsFromShape(arrow, 'arrow')
      .find(({ props }) => (props as { terminal: string }).terminal === terminal)?.toId;
  }

  /** Above everything that lay beside it before; arrows are above what they are bound to. */
  isOnTop(id: TLShapeId, parents: Start['parents']): boolean {
    const parentId = this.record(id)?.parentId as TLShapeId;
    const siblings = this.#editor.getSortedChildIdsForParent(parentId);
    const wasBeside = (sibling: TLShapeId) => parents.get(sibling) === parentId;
    return siblings.findLast((sibling) => wasBeside(sibling) && this.record(sibling)?.type !== 'arrow') === id;
  }

  /** Shapes that came about while the two were cut off, with this text. */
  copies(text: string): number {
    return this.#editor
      .getCurrentPageShapes()
      .filter(({ id, props }) => !this.#before.has(id) && JSON.stringify(props).includes(text)).length;
  }
}

const pointOf = (editor: Editor, id: TLShapeId): Point | undefined =>
  editor.getShape(id) && editor.getShapePageTransform(id).point();

interface Performance {
  /** What the same person did before, while everybody was together. */
  readonly before?: (me: Person) => void;
  readonly act: (me: Person) => void;
  /** Whether it is done. Where the shape is on the page is looked at for every pair. */
  readonly isDone: (seen: Seen, me: Person, start: Start) => boolean;
}

/** How it was when the two were cut off. */
interface Start {
  readonly parents: ReadonlyMap<string, string>;
  readonly points: ReadonlyMap<string, Point>;
}

const delta = (me: Person): Point => me.either({ x: 53, y: 0 }, { x: 0, y: 61 });
const moved = (me: Person): Point => me.either({ x: 0, y: -35 }, { x: -45, y: 0 });
const undo = (me: Person) => {
  me.editor.undo();
};
const asOneStep = (fn: (me: Person) => void) => (me: Person) => {
  me.editor.markHistoryStoppingPoint('before');
  fn(me);
};
const nudge = (by: (me: Person) => Point) => (me: Person) => {
  me.editor.nudgeShapes([me.shape], by(me));
};
/** Opens a shape's text as tldraw does, types at one of its ends, and closes it. */
export function typeInto(editor: Editor, id: TLShapeId, text: string, end: 'start' | 'end'): void {
  const shape = editor.getShape(id);
  if (shape === undefined) return;
  editor.setEditingShape(id);
  const textEditor = new TextEditor({
    element: document.createElement('div'),
    extensions: editor.getTextOptions().tipTapConfig?.extensions ?? [],
    onUpdate: ({ editor: { state } }) => {
      editor.updateShape({ id, type: shape.type, props: { richText: state.doc.toJSON() } });
    },
  });
  editor.setRichTextEditor(textEditor);
  textEditor.commands.insertContentAt(end === 'start' ? 1 : textEditor.state.doc.content.size - 1, text);
  editor.setEditingShape(null);
  editor.setRichTextEditor(null);
  textEditor.destroy();
}
const type = (me: Person, text: string, end: 'start' | 'end') => typeInto(me.editor, me.shape, text, end);
const group = (me: Person) => {
  me.editor.groupShapes([me.shape, me.id(`mate-${me.subject}`)], { groupId: me.id(`group-${me.side}`) });
};
/** The way tldraw's arrow tool does it. */
export function bindArrow(editor: Editor, arrow: TLShapeId, terminal: 'start' | 'end', target: TLShapeId): void {
  const props = { terminal, normalizedAnchor: { x: 0.5, y: 0.5 }, isExact: false, isPrecise: false, snap: 'none' };
  const existing = editor
    .getBindingsFromShape(arrow, 'arrow')
    .find((binding) => (binding.props as { terminal: string }).terminal === terminal);
  if (existing !== undefined) editor.updateBinding({ ...existing, toId: target, props });
  else editor.createBinding({ type: 'arrow', fromId: arrow, toId: target, props });
}
const bind = (me: Person, arrow: TLShapeId, terminal: 'start' | 'end', target: TLShapeId) =>
  bindArrow(me.editor, arrow, terminal, target);
const target = (me: Person) => me.id(`target-${me.side}`);

const performances: Record<Action, Performance> = {
  move: { act: nudge(delta), isDone: () => true },
  resize: {
    act: (me) => me.update({ props: me.either({ w: 260, h: 240 }, { w: 280, h: 270 }) }),
    isDone: (seen, me) => {
      const { w, h } = seen.props(me.shape);
      return `${w} ${h}` === me.either('260 240', '280 270');
    },
  },
  colour: {
    act: (me) => me.update({ props: { color: me.either('red', 'blue') } }),
    isDone: (seen, me) => seen.props(me.shape).color === me.either('red', 'blue'),
  },
  opacity: {
    act: (me) => me.update({ opacity: me.either(0.5, 0.25) }),
    isDone: (seen, me) => seen.record(me.shape)?.opacity === me.either(0.5, 0.25),
  },
  text: {
    act: (me) => type(me, me.either('AAA ', ' BBB'), me.either('start', 'end')),
    isDone: (seen, me) => JSON.stringify(seen.props(me.shape)).includes(me.either('AAA ', ' BBB')),
  },
  'to front': {
    act: (me) => void me.editor.bringToFront([me.shape]),
    // In another parent it lies among others.
    isDone: (seen, me, { parents }) =>
      seen.record(me.shape)?.parentId !== parents.get(me.shape) || seen.isOnTop(me.shape, parents),
  },
  'into frame': {
    act: (me) => void me.editor.reparentShapes([me.shape], me.id(`frame-${me.side}`)),
    isDone: (seen, me) => seen.record(me.shape)?.parentId === me.id(`frame-${me.side}`),
  },
  'out of frame': {
    act: (me) => void me.editor.reparentShapes([me.shape], me.editor.getCurrentPageId()),
    isDone: (seen, me) => seen.record(me.shape)?.parentId === 'page:page',
  },
  group: {
    act: group,
    isDone: (seen, me) => seen.record(me.shape)?.parentId === me.id(`group-${me.side}`),
  },
  ungroup: {
    act: (me) => void me.editor.ungroupShapes([me.editor.getShape(me.shape)?.parentId as TLShapeId]),
    isDone: (seen, me, { parents }) => {
      const was = parents.get(me.shape) as TLShapeId;
      return seen.record(was) === undefined && seen.record(me.shape)?.parentId === parents.get(was);
    },
  },
  'bind arrow': {
    act: (me) => {
      me.editor.createShape({ id: me.id(`new-arrow-${me.side}`), type: 'arrow', x: 5, y: 5 });
      bind(me, me.id(`new-arrow-${me.side}`), 'start', me.shape);
      bind(me, me.id(`new-arrow-${me.side}`), 'end', target(me));
    },
    isDone: (seen, me) => {
      const ends = (['start', 'end'] as const).map((terminal) => seen.end(me.id(`new-arrow-${me.side}`), terminal));
      return ends[0] === me.shape && ends[1] === target(me);
    },
  },
  'rebind arrow': {
    act: (me) => bind(me, me.id(me.arrow), me.terminal, target(me)),
    isDone: (seen, me) => seen.end(me.id(me.arrow), me.terminal) === target(me),
  },
  'unbind arrow': {
    act: (me) => {
      const bound = me.editor.getBindingsFromShape(me.id(me.arrow), 'arrow');
      me.editor.deleteBindings(bound.filter(({ props }) => (props as { terminal: string }).terminal === me.terminal));
    },
    isDone: (seen, me) => seen.end(me.id(me.arrow), me.terminal) === undefined,
  },
  duplicate: {
    act: (me) => void me.editor.duplicateShapes([me.shape], { x: me.either(700, 800), y: 900 }),
    isDone: (seen, me) => seen.copies(me.subject === 'box' ? 'a frame' : `the ${me.subject}`) >= 1,
  },
  lock: {
    act: (me) => void me.editor.toggleLock([me.shape]),
    isDone: (seen, me) => seen.record(me.shape)?.isLocked === true,
  },
  delete: {
    act: (me) => void me.editor.deleteShapes([me.shape]),
    isDone: (seen, me) => seen.record(me.shape) === undefined,
  },
  'undo move': { before: asOneStep(nudge(moved)), act: undo, isDone: () => true },
  'undo colour': {
    before: asOneStep((me) => me.update({ props: { color: 'green' } })),
    act: undo,
    isDone: (seen, me) => seen.props(me.shape).color === 'black',
  },
  'undo text': {
    before: asOneStep((me) => type(me, 'before ', 'start')),
    act: undo,
    isDone: (seen, me) => !JSON.stringify(seen.props(me.shape)).includes('before'),
  },
  'undo group': {
    before: asOneStep(group),
    act: undo,
    isDone: (seen, me, { parents }) => {
      const was = me.id(`group-${me.side}`);
      return seen.record(was) === undefined && seen.record(me.shape)?.parentId === parents.get(was);
    },
  },
  'undo create': {
    before: asOneStep((me) => build(me)),
    act: undo,
    isDone: (seen, me) => seen.record(me.shape) === undefined,
  },
};

/** Makes the shape that somebody works on. */
function build(me: Person, parent?: TLShapeId): void {
  const { editor, subject } = me;
  const inside = parent === undefined ? {} : { parentId: parent };
  const offset = { one: 0, two: 600, box: 0, kid: 20 }[subject] ?? 0;
  if (subject === 'box') {
    const props = { w: 400, h: 400, name: 'a frame' };
    editor.createShape({ ...inside, id: me.shape, type: 'frame', x: offset + 10, y: 10, props });
  } else {
    const props = { w: 100, h: 80, richText: toRichText(`the ${subject}`) };
    editor.createShape({ ...inside, id: me.shape, type: 'geo', x: offset + 10, y: 20, props });
  }
}

/** What a shape may be put into, bound to and grouped with, and the shape itself unless its maker is to take it back. */
function furnish(me: Person, does: readonly Action[], inBox: boolean): void {
  const { editor } = me;
  let parent = inBox ? me.id('box') : undefined;
  if (!inBox && does.includes('out of frame')) {
    parent = me.id(`home-${me.subject}`);
    editor.createShape({ id: parent, type: 'frame', x: 40, y: 1000, props: { w: 900, h: 900 } });
  }
  const inside = parent === undefined ? {} : { parentId: parent };
  const extra = (name: string, x: number) =>
    editor.createShape({
      ...inside,
      id: me.id(`${name}-${me.subject}`),
      type: 'geo',
      x,
      y: 150,
      props: { w: 60, h: 60 },
    });
  if (!does.includes('undo create')) build(me, parent);
  extra('mate', 150);
  if (!does.includes('ungroup') || does.includes('undo group')) return;
  extra('sibling', 250);
  if (does.includes('undo create')) return;
  editor.groupShapes([me.shape, me.id(`sibling-${me.subject}`)], { groupId: me.id(`set-${me.subject}`) });
}

/** Everything as it is when the two are cut off. */
async function stage(room: Room, pair: Pair, a: Person, b: Person): Promise<void> {
  const [third] = room.peers.filter((peer) => peer !== a.peer && peer !== b.peer);
  if (third === undefined) throw new Error('somebody has to watch');
  const quietly = (editor: Editor, fn: () => void) => editor.run(fn, { history: 'ignore', ignoreShapeLock: true });
  quietly(third.editor, () => {
    const at = (person: Person): Person => new Person(third, person.side, a.run, pair);
    for (const [n, side] of (['a', 'b'] as const).entries()) {
      third.editor.createShape({
        id: a.id(`frame-${side}`),
        type: 'frame',
        x: 3000 + n * 1500,
        y: 0,
        props: { w: 900, h: 900 },
      });
      third.editor.createShape({
        id: a.id(`target-${side}`),
        type: 'geo',
        x: 2000,
        y: 400 * n,
        props: { w: 100, h: 100 },
      });
    }
    third.editor.createShape({ id: a.id('far'), type: 'geo', x: 1500, y: 900, props: { w: 100, h: 100 } });
    if (a.subject === b.subject) furnish(at(a), [pair.a, pair.b], false);
    else {
      furnish(at(a), [pair.a], false);
      furnish(at(b), [pair.b], b.subject === 'kid');
    }
  });
  await room.settle();
  for (const [me, action] of [
    [a, pair.a],
    [b, pair.b],
  ] as const) {
    performances[action].before?.(me);
    await room.settle();
  }
  quietly(third.editor, () => {
    const arrow = (name: string, start: string, end: string) => {
      third.editor.createShape({ id: a.id(name), type: 'arrow', x: 0, y: 0 });
      bind(new Person(third, 'a', a.run, pair), a.id(name), 'start', a.id(start));
      bind(new Person(third, 'a', a.run, pair), a.id(name), 'end', a.id(end));
    };
    if (pair.relation === 'shapes joined by an arrow') arrow('arrow', 'one', 'two');
    else if (pair.relation === 'the same shape') arrow('arrow', 'one', 'far');
    else for (const name of ['box', 'kid']) arrow(`arrow-${name}`, name, 'far');
  });
  await room.settle();
  room.forget();
}

const near = (a: Point, b: Point): boolean => Math.abs(a.x - b.x) < 0.5 && Math.abs(a.y - b.y) < 0.5;
const plus = (...points: readonly Point[]): Point => ({
  x: points.reduce((sum, { x }) => sum + x, 0),
  y: points.reduce((sum, { y }) => sum + y, 0),
});

/** How far an action takes its shape. */
function wayOf(action: Action, me: Person): Point {
  if (action === 'move') return delta(me);
  const { x, y } = moved(me);
  return action === 'undo move' ? { x: -x, y: -y } : { x: 0, y: 0 };
}
const isMove = (action: Action): boolean => action === 'move' || action === 'undo move';

interface Result {
  readonly isDone: boolean;
  readonly isGone: boolean;
  readonly jump: string | null;
}

/** What became of one person's action, and whether their shape is where both together would have it. */
function resultOf(me: Person, action: Action, other: { me: Person; action: Action }, seen: Seen, start: Start): Result {
  const now = seen.point(me.shape);
  const was = start.points.get(me.shape);
  const isDone = performances[action].isDone(seen, me, start);
  if (now === undefined || was === undefined) return { isDone, isGone: true, jump: null };
  const box = me.subject === 'kid' ? other.me.shape : undefined;
  const isInBox = box !== undefined && hasAncestor(seen, me.shape, box);
  const carried = isInBox ? wayOf(other.action, other.me) : { x: 0, y: 0 };
  const isAt = (...ways: readonly Point[]) => near(now, plus(was, carried, ...ways));
  const own = wayOf(action, me);
  const others = other.me.subject === me.subject ? wayOf(other.action, other.me) : { x: 0, y: 0 };
  const places = isMove(action) && isMove(other.action) ? [[own], [others]] : [[own, others], [others]];
  const isStill = isAt() || isAt(own) || isAt(others) || places.some((ways) => isAt(...ways));
  const jump = isStill ? null : `${me.subject} went from ${JSON.stringify(was)} to ${JSON.stringify(now)}`;
  return { isDone: isMove(action) ? isAt(own) || isAt(own, others) : isDone, isGone: false, jump };
}

function hasAncestor(seen: Seen, id: TLShapeId, ancestor: TLShapeId): boolean {
  for (let shape = seen.record(id); shape !== undefined; shape = seen.record(shape.parentId as TLShapeId))
    if (shape.parentId === ancestor) return true;
  return false;
}

/** What the document must never hold once everybody is back. */
export function unsoundIn(doc: Y.Doc, records: readonly AnyRecord[]): string[] {
  const byId = new Map(records.map((record) => [record.id as string, record]));
  const faults: string[] = [];
  const seen = new Set<string>();
  const once = (key: string) => {
    if (seen.has(key)) faults.push(`twice: ${key}`);
    seen.add(key);
  };
  for (const record of records) {
    if (record.typeName === 'binding') {
      for (const end of [record.fromId, record.toId])
        if (!byId.has(end as string)) faults.push(`${record.id} has no ${end}`);
      once(`${record.fromId} ${(record.props as { terminal: string }).terminal}`);
    }
    if (record.typeName !== 'shape') continue;
    if (!byId.has(record.parentId as string)) faults.push(`${record.id} has no parent ${record.parentId}`);
    once(`${record.parentId} ${record.index}`);
    const groups = recordsOf(doc).get(record.id);
    if (groups !== undefined && placedIn(groups) !== record.parentId)
      faults.push(`${record.id} has another parent's place`);
    if (record.type === 'group' && records.filter(({ parentId }) => parentId === record.id).length < 2)
      faults.push(`${record.id} is a group of nobody`);
  }
  return faults;
}

/** Plays one pair in a room of three and clears up. @returns what is not as it is wished. */
export async function playPair(room: Room, pair: Pair, order: Order, run: number): Promise<string[]> {
  const { first, greater } = order;
  const [low, high, third] = room.peers as [Peer, Peer, Peer];
  const a = new Person(greater === 'a' ? high : low, 'a', run, pair);
  const b = new Person(greater === 'a' ? low : high, 'b', run, pair);
  const isLocking = pair.a === 'lock' || pair.b === 'lock';
  a.peer.role = pair.a === 'lock' ? 'facilitator' : 'participant';
  b.peer.role = pair.b === 'lock' ? 'facilitator' : 'participant';
  await stage(room, pair, a, b);
  const shapes = third.editor.getCurrentPageShapes();
  const start: Start = {
    parents: new Map(shapes.map(({ id, parentId }) => [id, parentId])),
    points: new Map(shapes.map(({ id }) => [id, pointOf(third.editor, id) ?? { x: 0, y: 0 }])),
  };
  a.peer.offline();
  b.peer.offline();
  performances[pair.a].act(a);
  performances[pair.b].act(b);
  for (const { peer } of [a, b]) peer.binding.flush();
  const steps = room.peers.map((peer) => peer.undoSteps());
  const faults: string[] = [];
  for (const { peer } of first === 'a' ? [a, b] : [b, a]) {
    peer.online();
    await room.settle();
  }
  if (!room.isSame()) faults.push('canvases differ');
  if (room.peers.some((peer, n) => peer.undoSteps() !== steps[n])) faults.push('an undo stack has changed');
  if (third.sends > 0) faults.push('who only watches has written');
  faults.push(...unsoundIn(room.doc, room.records()));
  const seen = new Seen(third.editor, new Set(start.points.keys()));
  const results = [
    resultOf(a, pair.a, { me: b, action: pair.b }, seen, start),
    resultOf(b, pair.b, { me: a, action: pair.a }, seen, start),
  ] as const;
  faults.push(...wrongIn(pair, order, results, [a, b]));
  if (!isLocking) await takeBack(room, [a, b], faults);
  await clear(room);
  return faults;
}

function wrongIn(
  pair: Pair,
  { first }: Order,
  [a, b]: readonly [Result, Result],
  people: readonly [Person, Person],
): string[] {
  const faults = [a.jump, b.jump].filter((jump) => jump !== null);
  const told = people.map(({ peer }) => peer.putBack.length > 0);
  const isLate = pair.wish === 'lock' && (pair.a === 'lock') === (first === 'a');
  const wishes = {
    both: () => a.isDone && b.isDone,
    one: () => a.isDone !== b.isDone,
    parent: () => (isMove(pair.a) ? b : a).isDone,
    gone: () => a.isGone && b.isGone,
    lock: () => {
      const [lock, other] = pair.a === 'lock' ? [a, b] : [b, a];
      return isLate
        ? lock.isDone && told[pair.a === 'lock' ? 1 : 0] === true
        : isDelete(pair.a) || isDelete(pair.b) || (lock.isDone && other.isDone);
    },
  };
  if (!wishes[pair.wish]())
    faults.push(`wished: ${pair.wish}; done: ${a.isDone} ${b.isDone}; gone: ${a.isGone} ${b.isGone}`);
  if (!isLate && told.includes(true)) faults.push(`put back: ${people.flatMap(({ peer }) => peer.putBack).join(', ')}`);
  return faults;
}

/** Both undo all they did: whatever that comes to, it comes to the same for everybody. */
async function takeBack(room: Room, people: readonly Person[], faults: string[]): Promise<void> {
  for (const { editor } of people) {
    for (let n = 0; n < 5 && editor.getCanUndo(); n++) editor.undo();
    await room.settle();
  }
  if (!room.isSame()) faults.push('canvases differ after undo');
  faults.push(...unsoundIn(room.doc, room.records()).map((fault) => `after undo ${fault}`));
}

async function clear(room: Room): Promise<void> {
  room.write((records) => {
    for (const id of [...records.keys()]) if (/^(shape|binding):/.test(id)) records.delete(id);
  });
  await room.settle();
  for (const { editor } of room.peers) editor.clearHistory();
  room.forget();
}

/** A room for pairs: two who act, the second with the greater client id, and one who watches. */
export function openPairsRoom(room: Room): Room {
  for (const [n, peer] of room.peers.entries()) peer.doc.clientID = 1_000 + n;
  return room;
}
