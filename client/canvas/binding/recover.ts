import type { Editor } from 'tldraw';
import { type Diff, toTldraw } from '../../../shared/board/diff.ts';
import { recordsOf } from '../../../shared/board/document.ts';
import type { AnyRecord } from '../../../shared/board/groups.ts';
import type { Layer } from '../../../shared/board/layers.ts';
import { rebase } from '../../../shared/board/rebase.ts';
import type { Observable } from '../../sync/observable.ts';
import type { Replica } from '../../sync/replica.ts';
import type { WaitingChanges } from '../../sync/waiting-changes.ts';
import { type Binding, type BindOptions, bindLayers } from './bind-layers.ts';
import { revived, withoutKnownTexts } from './carry-over.ts';
import { createMemory } from './memory.ts';
import { ontoNow, unsentOfCopy, withPromises } from './recover-diff.ts';
import { createUnsentLog, type UnsentLog } from './recover-log.ts';
import { createReplay, type Replay, type Waiting } from './recover-replay.ts';

/** The room of a layer, as far as a canvas needs it. */
export interface LayerRoom {
  readonly layer: Layer['name'];
  readonly replica: Observable<Replica>;
  /** Keeps what waits to be played again beyond this page. */
  readonly waiting: WaitingChanges | undefined;
  /** Whether this canvas holds edits that are not in the replica yet. */
  setPending(pending: boolean): void;
}

export interface BindRoomsOptions extends Pick<BindOptions, 'text' | 'onQuarantine' | 'motion' | 'isAnonymous'> {
  /** The layer that takes what is new; the widest one by default. */
  readonly active?: Observable<Layer['name']> | undefined;
  /** A change that the server has refused for good, and that is nowhere any more. */
  onTakenBack(diff: Diff): void;
}

export type RoomBinding = Pick<Binding, 'flush' | 'settle' | 'quarantine' | 'dispose'>;

/**
 * Binds an editor to the replicas of a board's rooms, and to the next one of a room where the server has refused an edit:
 * nothing that a refused replica says after that edit can be applied anywhere.
 *
 * What nobody has acknowledged is played again on the fresh replica, one change at a time, each after the one before it
 * is durable. So the change that is refused again is known: it is left out and told.
 *
 * An own layer that has been revealed is refused as well: its document has ended, and its cards have come to the shared
 * layer. What was not acknowledged is then played onto them; what the server never had goes to the fresh own layer.
 *
 * @param rooms from the widest audience to the narrowest
 */
export function bindRooms(editor: Editor, rooms: readonly LayerRoom[], options: BindRoomsOptions): RoomBinding {
  const { active, onTakenBack, ...others } = options;
  let activeName = active?.get() ?? rooms[0]?.layer;
  /** While a change is played again: it goes where it was. */
  let playedIn: Layer['name'] | null = null;
  let isPending = false;
  let binding: Binding;
  const memory = createMemory();

  const tracks = rooms.map((room) =>
    createTrack(room, {
      editor,
      onTakenBack,
      flush: () => binding.flush(),
      within(name, play) {
        playedIn = name;
        try {
          play();
        } finally {
          playedIn = null;
        }
      },
      tell: () => tell(),
    }),
  );
  const tell = () => {
    for (const { room, replay } of tracks) room.setPending(isPending || replay().isBusy());
  };
  const bind = () => {
    const layers = tracks.map(({ layer }) => layer());
    const [widest] = layers;
    if (widest === undefined) throw new Error('a board has at least one layer');
    return bindLayers(editor, layers, {
      ...others,
      memory,
      active: () => layers.find(({ name }) => name === (playedIn ?? activeName)) ?? widest,
      unsentOf: (name) => tracks.find(({ room }) => room.layer === name)?.log(),
      onPending(pending) {
        isPending = pending;
        tell();
      },
    });
  };

  const moveOver = (track: Track) => {
    const next = track.room.replica.get();
    binding.flush();
    const former = track.layer();
    const editing = editor.getEditingShapeId();
    // A text editor that is open is tied to its document.
    const staysOpen = editing !== null && binding.layerOf(editing) !== track.room.layer;
    if (editing !== null && !staysOpen) editor.setEditingShape(null);
    binding.flush();
    binding.settle();
    const luggage = track.release(next);
    binding.dispose();
    track.begin(next, luggage);
    binding = bind();
    if (staysOpen) others.text.follow(editing, true);
    tell();
    track.replay().step();
    // Revealed without names: whoever brought it again by redo would put their name to it.
    const isGone = (id: string) => !editor.store.has(id as never);
    if (former.name === 'own' && [...recordsOf(former.doc).keys()].some(isGone)) editor.clearHistory();
  };

  for (const track of tracks) track.begin(track.room.replica.get(), track.left());
  binding = bind();
  tell();
  for (const track of tracks) track.replay().step();

  const stops = [
    ...tracks.map((track) => track.room.replica.subscribe(() => moveOver(track))),
    active?.subscribe(() => {
      // What was made until now belongs where it was made.
      binding.flush();
      activeName = active.get();
    }),
  ];
  return {
    flush: () => binding.flush(),
    settle: () => binding.settle(),
    get quarantine() {
      return binding.quarantine;
    },
    dispose() {
      for (const stop of stops) stop?.();
      for (const track of tracks) track.stop();
      binding.dispose();
    },
  };
}

/** What goes from one replica to the next. */
interface Luggage {
  readonly waiting: readonly Waiting[];
  /** The board as it was on the canvas. */
  readonly graves: ReadonlyMap<string, AnyRecord>;
}

/** One layer's way from replica to replica. */
interface Track {
  readonly room: LayerRoom;
  layer(): Layer;
  log(): UnsentLog;
  replay(): Replay;
  /** What earlier pages left; theirs no more. */
  left(): Luggage;
  begin(replica: Replica, luggage: Luggage): void;
  /** Lets go of the replica. */
  release(next: Replica): Luggage;
  stop(): void;
}

interface TrackOptions {
  readonly editor: Editor;
  readonly onTakenBack: BindRoomsOptions['onTakenBack'];
  flush(): void;
  /** Plays changes of a layer: what is new in them stays in it. */
  within(name: Layer['name'], play: () => void): void;
  tell(): void;
}

interface Course {
  readonly replica: Replica;
  readonly layer: Layer;
  readonly log: UnsentLog;
  readonly replay: Replay;
  stop(): void;
}

function createTrack(room: LayerRoom, options: TrackOptions): Track {
  const { editor, onTakenBack, flush, within, tell } = options;
  const isOwn = room.layer === 'own';
  let isFirst = true;
  let course: Course | null = null;
  const current = (): Course => {
    if (course === null) throw new Error('a track has begun before it is used');
    return course;
  };

  const begin = (replica: Replica, { waiting, graves }: Luggage) => {
    let atWait: readonly Diff[] = [];
    // A server that ends an own layer leaves nothing to compare an earlier page's copy with: what it may not have got is
    // kept beside the copy.
    const keep = () => room.waiting?.keep(isOwn ? [...atWait, ...log.list().map(({ diff }) => diff)] : atWait);
    const log = createUnsentLog(
      replica,
      isOwn ? { isOnWire: (edit) => edit <= replica.editsSent, onChange: () => keep() } : {},
    );
    const isEarlier = isFirst;
    isFirst = false;
    const replay = createReplay(waiting, {
      ...{ replica, log, flush },
      // Before that the server may have it, and be about to say so.
      mayPlay: () => !isOwn || !isEarlier || replica.isConfirmed(),
      keepsOnWire: isOwn,
      play(diff, later) {
        within(room.layer, () => {
          const change = isOwn ? ownChange(editor, diff, later, graves) : diff;
          if (!play(editor, change, graves)) onTakenBack(diff);
          flush();
        });
      },
      onWaiting(diffs) {
        atWait = diffs;
        keep();
      },
      onDone: tell,
    });
    const stop = replica.onDurable(() => {
      if (isOwn) keep();
      replay.step();
    });
    course = { replica, layer: { name: room.layer, doc: replica.doc }, log, replay, stop };
  };

  return {
    room,
    layer: () => current().layer,
    log: () => current().log,
    replay: () => current().replay,
    left: () => ({
      waiting: (room.waiting?.take() ?? []).map((diff) => ({ diff, isSuspect: false })),
      graves: new Map(),
    }),
    begin,
    release(next) {
      const { replica, log, replay, stop } = current();
      const own = log.list();
      const isAlone = !own.some(({ edit }) => edit <= replica.editsSent);
      const { refused, waiting } = replay.end(isAlone);
      if (refused !== null) onTakenBack(refused);
      const isOfCopy = !isOwn && replica.isUnconfirmedCopy();
      const unsent = isOfCopy ? unsentOfCopy(replica.doc, next.doc) : own.map(({ diff }) => diff);
      const graves = new Map(recordsOn(editor).map((record) => [record.id, record]));
      stop();
      return { waiting: [...waiting, ...unsent.map((diff) => ({ diff, isSuspect: false }))], graves };
    },
    stop: () => current().stop(),
  };
}

const recordsOn = (editor: Editor) => Object.values(editor.store.serialize('document')) as unknown as AnyRecord[];

/** What was changed in a layer that may have ended meanwhile. */
function ownChange(editor: Editor, diff: Diff, later: readonly Diff[], graves: ReadonlyMap<string, AnyRecord>): Diff {
  const get = (id: string) => editor.store.get(id as never) as AnyRecord | undefined;
  return withoutKnownTexts(get, revived(get, diff, graves), later);
}

/**
 * Makes a change of one's own again, on the board as it is.
 * @returns false where the board does not take it: a page of another version may have left it.
 */
function play(editor: Editor, diff: Diff, graves: ReadonlyMap<string, AnyRecord>): boolean {
  const get = (id: string) => editor.store.get(id as never) as AnyRecord | undefined;
  const editing = editor.getEditingShapeId();
  if (editing !== null && diff.updated[editing] !== undefined) editor.setEditingShape(null);
  const board = {
    get,
    childrenOf: (id: string) => editor.getSortedChildIdsForParent(id as never),
    // It is no undo: what others have worked on may go.
    foreign: new Set<string>(),
    graves: { get: (id: string) => (diff.added[id] === undefined ? graves.get(id) : undefined) },
    pageId: editor.getCurrentPageId(),
  };
  try {
    const change = toTldraw(withPromises(get, rebase(board, ontoNow(get, diff)), diff));
    editor.run(() => editor.store.applyDiff(change, { ignoreEphemeralKeys: true }), {
      history: 'ignore',
      ignoreShapeLock: true,
    });
    return true;
  } catch {
    return false;
  }
}
