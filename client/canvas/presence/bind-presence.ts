import { type Editor, InstancePresenceRecordType, react, TLPOINTER_ID, type TLShapeId } from 'tldraw';
import type { Awareness } from 'y-protocols/awareness';
import { isEqualJson } from '../../../shared/board/equal.ts';
import type { RosterEntry } from '../../../shared/protocol/messages.ts';
import type { Observable } from '../../sync/observable.ts';
import { colourOf } from '../../ui/stamps.ts';
import { isPrivate } from '../private-shapes.ts';
import { readCaret } from './caret.ts';
import type { Carets, RemoteCaret } from './carets.ts';
import { type Presence, presenceIntervalMs, readPresence } from './presence.ts';
import { seenOf } from './seen.ts';

export interface PresenceOptions {
  readonly awareness: Awareness;
  readonly roster: Observable<readonly RosterEntry[]>;
  readonly carets: Carets;
  /** Viewers see the others and send nothing. */
  readonly silent: boolean;
  /** While people write privately: where somebody's mouse is would tell where they write. */
  readonly hidesCursor: boolean;
}

/**
 * Shows where the others are and tells them where this person is.
 *
 * Invariants: names, organisation and colour come from the roster, whatever a presence claims; somebody who is not on the
 * roster is not shown. Nothing of it is part of the board's document.
 * @returns stops both.
 */
export function bindPresence(editor: Editor, options: PresenceOptions): () => void {
  const stopShowing = showOthers(editor, options);
  const stopTelling = options.silent ? () => {} : tellOthers(editor, options);
  return () => {
    stopTelling();
    stopShowing();
  };
}

const recordIdOf = (clientId: number) => InstancePresenceRecordType.createId(String(clientId));

function showOthers(editor: Editor, { awareness, roster, carets }: PresenceOptions): () => void {
  const { store } = editor;

  const show = (clientIds: readonly number[]) => {
    const entries = new Map(roster.get().map((entry) => [entry.clientId, entry]));
    const texts: RemoteCaret[] = [];
    store.mergeRemoteChanges(() => {
      for (const clientId of clientIds) {
        if (clientId === awareness.clientID) continue;
        const presence = readPresence(awareness.getStates().get(clientId));
        const entry = entries.get(clientId);
        if (presence === null || entry === undefined) store.remove([recordIdOf(clientId)]);
        else {
          store.put([toRecord(editor, clientId, entry, presence, awareness.meta.get(clientId)?.lastUpdated)]);
          texts.push(...toCaret(clientId, entry, presence));
        }
      }
    });
    const kept = carets.others.get().filter(({ clientId }) => !clientIds.includes(clientId));
    if (texts.length > 0 || kept.length < carets.others.get().length) carets.others.set([...kept, ...texts]);
  };

  const onChange = ({ added, updated, removed }: { added: number[]; updated: number[]; removed: number[] }) =>
    show([...added, ...updated, ...removed]);
  const showAll = () => {
    const shown = store.allRecords().filter((record) => record.typeName === 'instance_presence');
    const known = shown.map(({ id }) => Number(InstancePresenceRecordType.parseId(id as never)));
    show([...new Set([...known, ...awareness.getStates().keys()])]);
  };
  awareness.on('change', onChange);
  const stopRoster = roster.subscribe(showAll);
  showAll();
  return () => {
    awareness.off('change', onChange);
    stopRoster();
    carets.others.set([]);
  };
}

function toCaret(clientId: number, { name, colour }: RosterEntry, { t, k }: Presence): RemoteCaret[] {
  if (t === null || k === undefined) return [];
  return [{ clientId, shapeId: t, caret: readCaret(k), name, hue: colourOf(colour).hue }];
}

function toRecord(
  editor: Editor,
  clientId: number,
  entry: RosterEntry,
  presence: Presence,
  lastUpdatedMs: number | undefined,
) {
  const [x, y] = presence.c ?? [0, 0];
  return InstancePresenceRecordType.create({
    id: recordIdOf(clientId),
    userId: entry.participantId,
    userName: entry.name,
    color: `var(--org-${colourOf(entry.colour).hue})`,
    currentPageId: editor.getCurrentPageId(),
    // Whoever writes is shown in the text; where the mouse was left, its name would lie on the words.
    cursor: presence.t === null && presence.c !== null ? { x, y, type: 'default', rotation: 0 } : null,
    // tldraw outlines these in the person's colour.
    selectedShapeIds: presence.t === null ? [] : [presence.t as TLShapeId],
    lastActivityTimestamp: lastUpdatedMs ?? Date.now(),
    meta: seenOf(presence),
  });
}

function tellOthers(editor: Editor, { awareness, roster, carets, hidesCursor }: PresenceOptions): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastMs = 0;
  // A mouse that rests on what was written privately would tell, once that is revealed, whose it is.
  const restedMs = editor.store.get(TLPOINTER_ID)?.lastActivityTimestamp ?? 0;
  const rest = { ms: hidesCursor ? Number.POSITIVE_INFINITY : restedMs, view: restedView(editor, hidesCursor) };
  const own = () => ownPresence(editor, carets, rest);
  const send = () => {
    timer = undefined;
    lastMs = performance.now();
    awareness.setLocalState(own());
  };
  const stop = react('own presence', () => {
    // Read here so that a change of any of it calls again.
    const next = JSON.stringify(own());
    if (next === JSON.stringify(awareness.getLocalState()) || timer !== undefined) return;
    timer = setTimeout(send, Math.max(0, lastMs + presenceIntervalMs(roster.get().length) - performance.now()));
  });
  return () => {
    stop();
    clearTimeout(timer);
    awareness.setLocalState(null);
  };
}

/**
 * Of what this person alone sees nothing is told: not that they write in it, nor that they have chosen it.
 * @param rest what is told of the mouse where it was not moved since `ms` by the page's clock: nothing; and of the view
 * where it is the one of then, or always
 */
function ownPresence(editor: Editor, carets: Carets, rest: Rest): Presence {
  const edited = editor.getEditingShape();
  const isUntold = edited !== undefined && isPrivate(edited);
  const caret = isUntold ? null : carets.own.get();
  const view = viewOf(editor);
  if (rest.view !== null && !rest.view.isKept && !isEqualJson(view, rest.view.left)) {
    rest.view = null;
    restedViews.delete(editor);
  }
  const pointer = editor.store.get(TLPOINTER_ID);
  const isPointing = editor.isIn('laser.lasering');
  const hasCursor =
    pointer !== undefined &&
    (isPointing || (!editor.getInstanceState().isCoarsePointer && pointer.lastActivityTimestamp > rest.ms)) &&
    pointer.lastActivityTimestamp > 0;
  return {
    c: hasCursor ? [Math.round(pointer.x), Math.round(pointer.y)] : null,
    v: rest.view !== null ? rest.view.told : view,
    s: editor.getSelectedShapes().filter((shape) => !isPrivate(shape)).length,
    t: isUntold ? null : editor.getEditingShapeId(),
    ...(caret !== null && { k: caret }),
    ...(isPointing && { l: 1 as const }),
  };
}

type View = Presence['v'];

interface Rest {
  readonly ms: number;
  view: {
    /** What was told before people began to write privately. */
    readonly told: View;
    /** The view as it was left when they ended. */
    readonly left: View;
    /** They are still at it. */
    readonly isKept: boolean;
  } | null;
}

/** `left` is null while they are at it. */
const restedViews = new WeakMap<Editor, { readonly told: View; readonly left: View | null }>();

function viewOf(editor: Editor): View {
  const { x, y, w, h } = editor.getViewportPageBounds();
  return [Math.round(x), Math.round(y), Math.round(w), Math.round(h)];
}

/** Where somebody looks while they write privately would tell where they write: until they look elsewhere, also afterwards. */
function restedView(editor: Editor, isKept: boolean): Rest['view'] {
  const now = viewOf(editor);
  const known = restedViews.get(editor);
  if (known === undefined && !isKept) return null;
  const { told, left: before } = known ?? { told: now, left: null };
  // A later binding knows from the first after the end how it was left.
  const left = before ?? now;
  restedViews.set(editor, { told, left: isKept ? null : left });
  return { told, left, isKept };
}
