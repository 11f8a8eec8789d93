import { createShapeId, type Editor, type TLShapeId, toRichText } from 'tldraw';
import { bindArrow, typeInto } from './deeds.ts';
import { canonical, type Peer, Room, recordsIn } from './lab.ts';
import { pick, type Random, randomFrom, whole } from './random.ts';
import { unsoundIn } from './soundness.ts';

interface Turn {
  readonly editor: Editor;
  readonly peer: Peer;
  readonly random: Random;
  /** Any shape that this canvas shows, if there is one of the type. */
  any(type?: string): TLShapeId | undefined;
  name(): TLShapeId;
}

/** What people do, by how often. */
const moves: readonly (readonly [weight: number, name: string, act: (turn: Turn) => void])[] = [
  [
    5,
    'create',
    ({ editor, random, name, any }) => {
      const type = pick(random, ['geo', 'note', 'frame', 'geo']) ?? 'geo';
      const parentId = random() < 0.3 ? any('frame') : undefined;
      const props = {
        geo: { w: 40 + whole(random, 100), h: 40, richText: toRichText('box') },
        note: { richText: toRichText('note') },
        frame: { w: 300, h: 300 },
      }[type];
      const place = { x: whole(random, 900), y: whole(random, 900) };
      editor.createShape({ ...(parentId && { parentId }), id: name(), type, ...place, props: props ?? {} });
    },
  ],
  [
    6,
    'move',
    ({ editor, random, any }) => {
      const id = any();
      if (id) editor.nudgeShapes([id], { x: whole(random, 80) - 40, y: whole(random, 80) - 40 });
    },
  ],
  [
    3,
    'colour',
    ({ editor, random, any }) => {
      const shape = editor.getShape(any() ?? createShapeId('none'));
      if (shape && 'color' in shape.props)
        editor.updateShape({ ...shape, props: { color: pick(random, ['red', 'blue', 'green']) } });
    },
  ],
  [
    3,
    'type',
    ({ editor, random, any }) => {
      const id = any(random() < 0.5 ? 'note' : 'geo');
      if (id) typeInto(editor, id, pick(random, ['a', 'bc ', ' d']) ?? '', random() < 0.5 ? 'start' : 'end');
    },
  ],
  [
    3,
    'reparent',
    ({ editor, random, any }) => {
      const [id, parent] = [any(), random() < 0.6 ? any('frame') : undefined];
      // No pointer puts something into itself, and tldraw does not look.
      const isInside = (id: TLShapeId) => parent !== undefined && (parent === id || editor.hasAncestor(parent, id));
      if (id && !isInside(id)) editor.reparentShapes([id], parent ?? editor.getCurrentPageId());
    },
  ],
  [
    3,
    'group',
    ({ editor, any, name }) => {
      const ids = [...new Set([any(), any(), any()])].filter((id) => id !== undefined);
      if (ids.length > 1) editor.groupShapes(ids, { groupId: name() });
    },
  ],
  [
    2,
    'ungroup',
    ({ editor, any }) => {
      const id = any('group');
      if (id) editor.ungroupShapes([id]);
    },
  ],
  [
    3,
    'arrow',
    ({ editor, random, any, name }) => {
      const arrow = (random() < 0.5 ? any('arrow') : undefined) ?? name();
      if (!editor.getShape(arrow)) editor.createShape({ id: arrow, type: 'arrow', x: 10, y: 10 });
      const target = any('geo');
      if (target) bindArrow(editor, arrow, random() < 0.5 ? 'start' : 'end', target);
    },
  ],
  [
    1,
    'unbind',
    ({ editor, any }) => {
      const id = any('arrow');
      if (id) editor.deleteBindings(editor.getBindingsFromShape(id, 'arrow').slice(0, 1));
    },
  ],
  [
    2,
    'delete',
    ({ editor, any }) => {
      const id = any();
      if (id) editor.deleteShapes([id]);
    },
  ],
  [
    1,
    'duplicate',
    ({ editor, any }) => {
      const id = any();
      if (id && editor.getCurrentPageShapeIds().size < 40) editor.duplicateShapes([id], { x: 30, y: 30 });
    },
  ],
  [
    2,
    'reorder',
    ({ editor, random, any }) => {
      const id = any();
      if (id) editor[pick(random, ['bringToFront', 'sendToBack', 'bringForward'] as const) ?? 'bringToFront']([id]);
    },
  ],
  [
    1,
    'lock',
    ({ editor, peer, any }) => {
      const id = any();
      if (id && peer.role === 'facilitator') editor.toggleLock([id]);
    },
  ],
  [3, 'undo', ({ editor }) => void editor.undo()],
  [1, 'redo', ({ editor }) => void editor.redo()],
  [2, 'cut', ({ peer }) => peer.offline()],
  [3, 'rejoin', ({ peer }) => peer.online()],
  [2, 'hold', ({ peer }) => peer.hold()],
  [2, 'release', ({ peer }) => peer.release()],
  [4, 'flush', ({ peer }) => peer.binding.flush()],
];
const total = moves.reduce((sum, [weight]) => sum + weight, 0);

function choose(random: Random): (typeof moves)[number] {
  let at = random() * total;
  for (const move of moves) {
    at -= move[0];
    if (at < 0) return move;
  }
  return moves[0] as (typeof moves)[number];
}

/**
 * Plays random actions of several people with cuts, delays and somebody who comes late.
 * @param reviewed false: behind a server that mends nothing.
 * @returns what is not as it has to be.
 */
export async function playSchedule(seed: number, steps: number, reviewed = true): Promise<string[]> {
  const random = randomFrom(seed);
  const room = new Room(2 + whole(random, 3), { reviewed });
  for (const [n, peer] of room.peers.entries()) {
    peer.doc.clientID = 1 + whole(random, 2 ** 31);
    if (n > 0) peer.role = 'participant';
  }
  await room.ready();
  const faults: string[] = [];
  let made = 0;
  try {
    for (let step = 0; step < steps; step++) {
      const peer = pick(random, room.peers) as Peer;
      const { editor } = peer;
      const [, name, act] = choose(random);
      editor.markHistoryStoppingPoint(name);
      act({
        ...{ editor, peer, random },
        any: (type) => {
          const shapes = editor.getCurrentPageShapesSorted();
          return pick(
            random,
            shapes.filter((shape) => type === undefined || shape.type === type),
          )?.id;
        },
        name: () => createShapeId(`${peer.doc.clientID}-${made++}`),
      });
      if (step === Math.floor(steps / 2)) {
        room.join({ role: 'participant' }).doc.clientID = 1 + whole(random, 2 ** 31);
        await room.ready();
      }
      if (random() < 0.3) await Promise.resolve();
    }
    await agree(room, faults, 'in the end');
    for (const { editor } of room.peers) while (editor.getCanUndo()) editor.undo();
    await agree(room, faults, 'after everybody has undone everything');
  } catch (error) {
    faults.push(String((error as Error).stack));
  }
  return faults;
}

async function agree(room: Room, faults: string[], when: string): Promise<void> {
  for (const peer of room.peers) {
    peer.release();
    peer.online();
  }
  await room.settle();
  if (!room.isSame()) faults.push(`canvases differ ${when}`);
  if (canonical(recordsIn(room.reloaded())) !== canonical(room.records())) faults.push(`reloaded it differs ${when}`);
  for (const fault of unsoundIn(room.doc, room.records())) faults.push(`${fault} ${when}`);
  for (const { quarantined } of room.peers) for (const id of quarantined) faults.push(`${id} cannot be shown ${when}`);
}
