import type { Editor } from 'tldraw';
import { type Diff, toTldraw } from '../../../shared/board/diff.ts';
import type { AnyRecord } from '../../../shared/board/groups.ts';
import type { Layer } from '../../../shared/board/layers.ts';
import { rebase } from '../../../shared/board/rebase.ts';
import type { Observable } from '../../sync/observable.ts';
import type { Replica } from '../../sync/replica.ts';
import type { WaitingChanges } from '../../sync/waiting-changes.ts';
import { type Binding, type BindOptions, bindLayers } from './bind-layers.ts';
import { ontoNow, unsentOfCopy } from './recover-diff.ts';
import { createUnsentLog, type UnsentLog } from './recover-log.ts';

export interface BindRoomOptions extends Pick<BindOptions, 'text' | 'onQuarantine' | 'motion'> {
  /** Keeps what waits to be played again beyond this page. */
  readonly waiting: WaitingChanges | undefined;
  /** Whether this canvas holds edits that are not in the replica yet. */
  onPending(pending: boolean): void;
  /** A change that the server has refused for good, and that is nowhere any more. */
  onTakenBack(diff: Diff): void;
}

export type RoomBinding = Pick<Binding, 'flush' | 'settle' | 'quarantine' | 'dispose'>;

/** A change that waits to be played again. */
interface Waiting {
  readonly diff: Diff;
  /** Was on the wire at a refusal before, though not alone. */
  readonly isSuspect: boolean;
}

/**
 * Binds an editor to the replica of a room, and to the next one where the server has refused an edit: nothing that a
 * refused replica says after that edit can be applied anywhere.
 *
 * What nobody has acknowledged is played again on the fresh replica, one change at a time, each after the one before it
 * is durable. So the change that is refused again is known: it is left out and told.
 */
export function bindRoom(editor: Editor, replicas: Observable<Replica>, options: BindRoomOptions): RoomBinding {
  const left = (options.waiting?.take() ?? []).map((diff): Waiting => ({ diff, isSuspect: false }));
  let bound = bindReplica(editor, replicas.get(), options, { waiting: left, graves: new Map() });
  const stop = replicas.subscribe(() => {
    const next = replicas.get();
    bound = bindReplica(editor, next, options, bound.release(next));
  });
  return {
    flush: () => bound.binding.flush(),
    settle: () => bound.binding.settle(),
    get quarantine() {
      return bound.binding.quarantine;
    },
    dispose() {
      stop();
      bound.dispose();
    },
  };
}

/** What goes from one replica to the next. */
interface Luggage {
  readonly waiting: readonly Waiting[];
  /** The board as it was on the canvas. */
  readonly graves: ReadonlyMap<string, AnyRecord>;
}

interface Bound {
  readonly binding: Binding;
  /** Lets go of the replica. */
  release(next: Replica): Luggage;
  dispose(): void;
}

function bindReplica(editor: Editor, replica: Replica, options: BindRoomOptions, luggage: Luggage): Bound {
  const { onPending, onTakenBack, waiting, ...others } = options;
  const layer: Layer = { name: 'shared', doc: replica.doc };
  const log = createUnsentLog(replica);
  let isPending = false;
  const tell = () => onPending(isPending || replay.isBusy());
  const replay = createReplay(luggage.waiting, {
    replica,
    log,
    flush: () => binding.flush(),
    play(diff) {
      if (!play(editor, diff, luggage.graves)) onTakenBack(diff);
    },
    onWaiting: (diffs) => waiting?.keep(diffs),
    onDone: () => tell(),
  });
  const binding = bindLayers(editor, [layer], {
    ...others,
    active: () => layer,
    unsent: log,
    onPending(pending) {
      isPending = pending;
      tell();
    },
  });
  const stop = replica.onDurable(replay.step);
  tell();
  replay.step();

  const dispose = () => {
    stop();
    binding.dispose();
  };
  return {
    binding,
    dispose,
    release(next) {
      // The text editor is tied to the old document.
      if (editor.getEditingShapeId() !== null) editor.setEditingShape(null);
      binding.flush();
      binding.settle();
      const own = log.list();
      const isAlone = !own.some(({ edit }) => edit <= replica.editsSent);
      const { refused, waiting } = replay.end(isAlone);
      if (refused !== null) onTakenBack(refused);
      const unsent = replica.isUnconfirmedCopy() ? unsentOfCopy(replica.doc, next.doc) : own.map(({ diff }) => diff);
      const graves = new Map(records(editor).map((record) => [record.id, record]));
      dispose();
      return { waiting: [...waiting, ...unsent.map((diff) => ({ diff, isSuspect: false }))], graves };
    },
  };
}

const records = (editor: Editor) => Object.values(editor.store.serialize('document')) as unknown as AnyRecord[];

/**
 * Makes a change of one's own again, on the board as it is.
 * @returns false where the board does not take it: a page of another version may have left it.
 */
function play(editor: Editor, diff: Diff, graves: ReadonlyMap<string, AnyRecord>): boolean {
  const get = (id: string) => editor.store.get(id as never) as AnyRecord | undefined;
  const board = {
    get,
    childrenOf: (id: string) => editor.getSortedChildIdsForParent(id as never),
    // It is no undo: what others have worked on may go.
    foreign: new Set<string>(),
    graves: { get: (id: string) => (diff.added[id] === undefined ? graves.get(id) : undefined) },
    pageId: editor.getCurrentPageId(),
  };
  try {
    const change = toTldraw(rebase(board, ontoNow(get, diff)));
    editor.run(() => editor.store.applyDiff(change, { ignoreEphemeralKeys: true }), {
      history: 'ignore',
      ignoreShapeLock: true,
    });
    return true;
  } catch {
    return false;
  }
}

interface Replay {
  /** Goes on as far as the server's acks allow. */
  step(): void;
  isBusy(): boolean;
  /**
   * The replica was refused.
   * @param isAlone whether nothing else was on the wire.
   * @returns the change that is the reason for it, if that is certain enough, and those that are left.
   */
  end(isAlone: boolean): { readonly refused: Diff | null; readonly waiting: readonly Waiting[] };
}

interface ReplayOptions {
  readonly replica: Replica;
  readonly log: UnsentLog;
  flush(): void;
  play(diff: Diff): void;
  /** Told of what is in no replica: all at first, then as it grows less. */
  onWaiting(diffs: readonly Diff[]): void;
  onDone(): void;
}

function createReplay(all: readonly Waiting[], options: ReplayOptions): Replay {
  const { replica, log, flush, play, onWaiting, onDone } = options;
  const waiting = [...all];
  const keep = () => onWaiting(waiting.map(({ diff }) => diff));
  if (waiting.length > 0) keep();
  let onWire: (Waiting & { readonly edit: number }) | null = null;
  let isStepping = false;

  const next = (): boolean => {
    if (onWire !== null && replica.editsDurable < onWire.edit) return false;
    onWire = null;
    const change = waiting.shift();
    if (change === undefined) return false;
    flush();
    const before = replica.edits;
    log.silently(() => {
      play(change.diff);
      flush();
    });
    // In the replica, and so in the browser's copy, before it is taken from here.
    keep();
    log.cut();
    if (replica.edits > before) onWire = { ...change, edit: replica.edits };
    return true;
  };

  return {
    step() {
      if (isStepping || (waiting.length === 0 && onWire === null)) return;
      isStepping = true;
      try {
        while (next());
      } finally {
        isStepping = false;
      }
      if (waiting.length === 0 && onWire === null) onDone();
    },
    isBusy: () => waiting.length > 0 || onWire !== null,
    end(isAlone) {
      if (onWire === null || replica.editsDurable >= onWire.edit) return { refused: null, waiting };
      const { diff, isSuspect, edit } = onWire;
      const wasSent = edit <= replica.editsSent;
      if (wasSent && (isAlone || isSuspect)) return { refused: diff, waiting };
      return { refused: null, waiting: [{ diff, isSuspect: wasSent }, ...waiting] };
    },
  };
}
