import type { TLShapeId } from 'tldraw';
import type { Peer, Room } from './lab.ts';
import { delta, moved, Person, type Point, performances, pointOf, Seen, type Start } from './pairs-actions.ts';
import { stage } from './pairs-stage.ts';
import { type Action, isDelete, type Pair } from './pairs-table.ts';
import { unsoundIn } from './soundness.ts';

/** Who comes back first, and whose Yjs client id is the greater, which decides where both wrote the same. */
export interface Order {
  readonly first: 'a' | 'b';
  readonly greater: 'a' | 'b';
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
