import { type Editor, InstancePresenceRecordType, react, TLPOINTER_ID, type TLShapeId } from 'tldraw';
import type { Awareness } from 'y-protocols/awareness';
import type { RosterEntry } from '../../../shared/protocol/messages.ts';
import type { Observable } from '../../sync/observable.ts';
import { colourOf } from '../../ui/stamps.ts';
import { isPrivate } from '../private-shapes.ts';
import { readCaret } from './caret.ts';
import type { Carets, RemoteCaret } from './carets.ts';
import { type Presence, presenceIntervalMs, readPresence } from './presence.ts';
import { type Rest, restOf } from './rest.ts';
import { seenOf } from './seen.ts';

export interface PresenceOptions {
  readonly awareness: Awareness;
  readonly roster: Observable<readonly RosterEntry[]>;
  readonly carets: Carets;
  /** Viewers see the others and send nothing. */
  readonly silent: boolean;
  readonly isWritingPrivately: boolean;
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

function tellOthers(editor: Editor, { awareness, roster, carets, isWritingPrivately }: PresenceOptions): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastMs = 0;
  const rest = restOf(editor, isWritingPrivately);
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

/** Of what this person alone sees nothing is told: not that they write in it, nor that they have chosen it. */
function ownPresence(editor: Editor, carets: Carets, rest: Rest): Presence {
  const edited = editor.getEditingShape();
  const isUntold = edited !== undefined && isPrivate(edited);
  const caret = isUntold ? null : carets.own.get();
  const pointer = editor.store.get(TLPOINTER_ID);
  const isPointing = editor.isIn('laser.lasering');
  const hasCursor =
    pointer !== undefined &&
    (isPointing || (!editor.getInstanceState().isCoarsePointer && rest.hasMoved(pointer.lastActivityTimestamp))) &&
    pointer.lastActivityTimestamp > 0;
  return {
    c: hasCursor ? [Math.round(pointer.x), Math.round(pointer.y)] : null,
    v: rest.view(),
    s: editor.getSelectedShapes().filter((shape) => !isPrivate(shape)).length,
    t: isUntold ? null : editor.getEditingShapeId(),
    ...(caret !== null && { k: caret }),
    ...(isPointing && { l: 1 as const }),
  };
}
