import type { Editor } from 'tldraw';
import * as Y from 'yjs';
import { type Diff, filterDiff, isEmptyDiff } from '../../../shared/board/diff.ts';
import { type Groups, recordsOf } from '../../../shared/board/document.ts';
import { type AnyRecord, joinRecord } from '../../../shared/board/groups.ts';
import { type Layer, layerRecords } from '../../../shared/board/layers.ts';
import { fragmentToRichText } from '../../../shared/board/rich-text.ts';
import { writeDiff } from '../../../shared/board/write.ts';
import { isStill } from '../../ui/theme.ts';
import { isPrivate } from '../private-shapes.ts';
import { noteQuarantine } from '../unreadable-records.ts';
import { keepArrowsOutOfLocked } from './arrow-parent.ts';
import { carriedOver } from './carry-over.ts';
import { createCollector } from './collect.ts';
import { createGate } from './gate.ts';
import { createGlide } from './glide.ts';
import { reconcile } from './load.ts';
import { measure } from './measure.ts';
import { createMemory, type Memory } from './memory.ts';
import { markPrivate } from './private-marks.ts';
import { createProjector } from './project.ts';
import { createQuarantine, type Quarantine } from './quarantine.ts';
import { type Changes, readEvents } from './read-events.ts';
import { textOf, type UnsentLog } from './recover-log.ts';
import { markProjections, type TextBinding } from './rich-text.ts';
import { standing } from './standing.ts';
import { createTextUndo } from './text-undo.ts';
import { installUndo } from './undo.ts';

export interface BindOptions {
  /** Where new records go; one of the layers. Asked at each change. */
  readonly active: () => Layer;
  /** Whether it is told that what is written privately says nobody's name; by default it is not. */
  isAnonymous?(): boolean;
  readonly text: TextBinding;
  /** Whether this canvas holds edits that are not in the documents yet. */
  onPending?(pending: boolean): void;
  /** Records that this canvas cannot show; called with the ids after each change of the list. */
  onQuarantine?(ids: readonly string[]): void;
  /** Told of one's own changes of a layer; see UnsentLog. */
  unsentOf?(layer: Layer['name']): UnsentLog | undefined;
  /** Outlives the binding where another one takes its place. */
  readonly memory?: Memory;
  /** Overrides for tests; by default the browser's clock, frames and preference for less motion. */
  readonly motion?: { mayMove(): boolean; now(): number; requestFrame(callback: () => void): void };
}

export interface Binding {
  /** Writes what was edited into the documents now instead of at the next beat. */
  flush(): void;
  /** Ends the motion of shapes that others move, for pictures of the board. */
  settle(): void;
  /** Name of the layer in which a record stands; null where there is none. */
  layerOf(id: string): Layer['name'] | null;
  readonly quarantine: Quarantine;
  dispose(): void;
}

/**
 * Holds an editor's store and the documents of a board's layers equal, both ways.
 *
 * Invariants, each looked after in a file of its own: only own changes are sent and undone (gate, collect, undo); own
 * changes are written before others' are applied, so the documents are always at least as new as the store (here); only
 * the groups that changed are written (write); records are applied one by one and a bad one is kept out (gate,
 * quarantine); opening a board writes nothing (load).
 */
export function bindLayers(editor: Editor, layers: readonly Layer[], options: BindOptions): Binding {
  const { active, text, unsentOf = () => undefined, motion = browserMotion, memory = createMemory() } = options;
  const { onPending = () => {}, onQuarantine = () => {} } = options;
  const get = (id: string) => editor.store.get(id as never) as AnyRecord | undefined;
  const formerLayerOf = ({ id, typeName }: Pick<AnyRecord, 'id' | 'typeName'>) => {
    const record = get(id);
    // A copy of what only this person sees says so.
    const isCopy = typeName === 'shape' && record !== undefined && isPrivate(record);
    return memory.formerLayers.get(id) ?? (isCopy ? 'own' : undefined);
  };
  const records = layerRecords(layers, active, formerLayerOf);
  const widest = layers[0]?.name ?? 'shared';
  const origin = { name: 'canvas' };
  const projector = createProjector(records, () => editor.getCurrentPageId());
  const quarantine = createQuarantine(onQuarantine);
  noteQuarantine(editor, quarantine);
  let isDisposed = false;
  let projecting = false;
  let foreignWriting = false;

  /**
   * A record as the documents have it; the text of the shape that is being edited is the text editor's to show.
   * @returns undefined where it is gone or cannot be read.
   */
  const read = (id: string): AnyRecord | undefined => {
    const local = get(id);
    const record = quarantine.unless(id, () => projector.project(id, local));
    return record && keepText(record, local, id === editor.getEditingShapeId());
  };

  const gate = createGate(editor, {
    truth(id) {
      const record = read(id);
      if (record !== undefined) return glide.shown(record);
      // A record that cannot be read stays as it was last seen.
      return records.find(id) === undefined ? undefined : get(id);
    },
    onRefused: quarantine.add,
    onAccepted: quarantine.release,
  });
  const glide = createGlide({ ...motion, get, show: gate.show });

  const collector = createCollector(editor, {
    isForeign: gate.isClosed,
    onForeign(changes) {
      memory.bury(changes);
      forEachId(changes, gate.touch);
    },
    isProjection: () => projecting,
    onOwn(changes) {
      memory.bury(changes);
      glide.own(changes);
      onPending(true);
    },
    onDue: () => flush(),
  });

  /** @returns ids of what the documents may say otherwise now than the store does */
  const write = (): ReadonlySet<string> => {
    const taken = collector.take();
    if (taken === null) return projector.affectedBy([]);
    const diff = standing(taken, get);
    const wereIn = new Map(Object.keys(diff.removed).map((id) => [id, records.layerOf(id)]));
    for (const [id, name] of wereIn) if (name !== null) memory.formerLayers.set(id, name);
    const spelled = writeDiff(records, diff, origin);
    const layerOf = ({ id }: AnyRecord) => wereIn.get(id) ?? records.layerOf(id) ?? widest;
    for (const { name } of layers) {
      const part = filterDiff(diff, (record) => layerOf(record) === name);
      if (!isEmptyDiff(part)) unsentOf(name)?.wrote(part);
    }
    onPending(false);
    spelled.delete(editor.getEditingShapeId() ?? '');
    const mismarked = Object.values(diff.added).filter((record) => isMismarked(record, layerOf(record)));
    return new Set([...spelled, ...mismarked.map(({ id }) => id), ...projector.affectedBy(slotsIn(diff))]);
  };

  /** To be called for what has just come to a layer and stands in a narrower one as well: it is the same thing. */
  const carry = (id: string) => {
    const [wider, narrower] = layers.filter((_layer, place) => records.maps[place]?.has(id));
    if (wider === undefined || narrower === undefined) return;
    const [now, own] = [wider, narrower].map(({ doc }) => readPlain(doc, id));
    const unsent = unsentOf(narrower.name)?.takeOf(id) ?? [];
    if (now === undefined || own === undefined || unsent.length === 0) return;
    const diff = carriedOver(unsent, own, now);
    if (isEmptyDiff(diff)) return;
    writeDiff(records, diff, origin);
    unsentOf(wider.name)?.wrote(diff);
  };

  const flush = () => {
    if (isDisposed) return;
    const changed = [...write()].map(read);
    if (changed.length === 0) return;
    gate.merge(
      changed.filter((record) => record !== undefined),
      [],
    );
  };

  const apply = (changes: Changes) => {
    flush();
    for (const { name } of layers) unsentOf(name)?.cut();
    for (const id of changes.slots) if (changes.put.has(id)) carry(id);
    for (const id of changes.worked) memory.foreign.add(id);
    const ids = new Set([...changes.put, ...projector.affectedBy(changes.slots)]);
    const puts: AnyRecord[] = [];
    const removes: string[] = [...changes.removed].filter((id) => records.find(id) === undefined);
    removes.forEach(quarantine.release);
    for (const id of ids) {
      const record = read(id);
      const local = get(id);
      if (record !== undefined)
        puts.push(measure(editor, changes.texts.has(id) ? record : keepText(record, local, true), local));
    }
    gate.merge(glide.start(puts), removes);
    const editing = editor.getEditingShapeId();
    if (editing === null || !changes.texts.has(editing)) return;
    noteText(editing);
    text.follow(editing);
  };

  const unsentIn = (id: string) => unsentOf(records.layerOf(id) ?? widest);
  const noteText = (id: string) => {
    const fragment = richOf(records.find(id));
    if (fragment !== undefined) unsentIn(id)?.saw(id, fragmentToRichText(fragment));
  };

  /** What is written straight into a text, by the text editor or by undo. */
  const noteTyping = (changes: Changes) => {
    for (const id of changes.texts) {
      const [record, fragment, unsent] = [get(id), richOf(records.find(id)), unsentIn(id)];
      if (unsent === undefined || record === undefined || fragment === undefined) continue;
      const shown = textOf(record);
      if (id !== editor.getEditingShapeId() && shown !== undefined) unsent.saw(id, shown);
      unsent.typed(record, fragmentToRichText(fragment));
    }
  };

  const observers = records.maps.map((map) => {
    const observe = (events: Y.YEvent<Y.AbstractType<unknown>>[], transaction: Y.Transaction) => {
      if (!transaction.local) apply(readEvents(map, events));
      else if (transaction.origin !== origin) noteTyping(readEvents(map, events));
    };
    map.observeDeep(observe);
    return () => map.unobserveDeep(observe);
  });

  // Steps of undo outlive the binding; the documents that it was tied to are nobody's then.
  const fragmentOf = (id: string) => (isDisposed ? undefined : richOf(records.find(id)));
  const textUndo = createTextUndo(editor, {
    get,
    fragmentOf,
    flush,
    takeForeign() {
      const was = foreignWriting;
      foreignWriting = false;
      return was;
    },
    show(id) {
      const record = read(id);
      if (record !== undefined) gate.merge([measure(editor, record, get(id))], []);
    },
  });
  const disposers = [
    ...observers,
    keepArrowsOutOfLocked(editor, gate.isClosed),
    markPrivate(editor, {
      isForeign: gate.isClosed,
      isWritingPrivately: () => active().name === 'own',
      isAnonymous: options.isAnonymous ?? (() => false),
      isOwn: (id) => records.layerOf(id) === 'own',
      formerLayerOf: (id) => memory.formerLayers.get(id),
    }),
    text.attach(editor, {
      fragmentOf(id) {
        flush();
        noteText(id);
        return fragmentOf(id);
      },
      open: textUndo.open,
    }),
    markProjections(editor, {
      isShared: (id) => fragmentOf(id) !== undefined,
      project(fn) {
        projecting = true;
        try {
          editor.run(fn, { history: 'ignore', ignoreShapeLock: true });
        } finally {
          projecting = false;
        }
      },
      projectForeign(fn) {
        foreignWriting = true;
        flush();
        gate.run(fn);
      },
    }),
    textUndo.dispose,
    installUndo(editor, {
      beforePlay: glide.settle,
      undoInText: textUndo.undoInOpen,
      redoInText: textUndo.redoInOpen,
      board: () => ({
        get,
        childrenOf: (id) => editor.getSortedChildIdsForParent(id as never),
        foreign: memory.foreign,
        graves: memory.graves,
        pageId: editor.getCurrentPageId(),
      }),
    }),
    collector.dispose,
  ];
  reconcile(editor, { gate, ids: records.ids(), read });

  return {
    flush,
    settle: glide.settle,
    layerOf: records.layerOf,
    quarantine,
    dispose() {
      write();
      isDisposed = true;
      for (const dispose of disposers) dispose();
    },
  };
}

const richOf = (groups: Groups | undefined): Y.XmlFragment | undefined => {
  const rich = groups?.get('rich');
  return rich instanceof Y.XmlFragment ? rich : undefined;
};

/** A record as one document has it. */
function readPlain(doc: Y.Doc, id: string): AnyRecord | undefined {
  const groups = recordsOf(doc).get(id);
  return groups && (joinRecord(id, groups) ?? undefined);
}

/** Whether a shape says otherwise of itself than its layer does: what is put into a new group takes it along. */
const isMismarked = (record: AnyRecord, layer: Layer['name']): boolean =>
  record.typeName === 'shape' && isPrivate(record) !== (layer === 'own');

/** The record with the very text object that the store holds, which tells tldraw that the text has not changed. */
function keepText(record: AnyRecord, local: AnyRecord | undefined, keep: boolean): AnyRecord {
  const richText = (local?.props as Record<string, unknown> | undefined)?.richText;
  if (!keep || richText === undefined) return record;
  return { ...record, props: { ...(record.props as object), richText } } as AnyRecord;
}

/** Ids of what has come, gone, or got another parent or another place in the order. */
const slotsIn = ({ added, updated, removed }: Diff): string[] => [
  ...Object.keys(added),
  ...Object.keys(removed),
  ...Object.values(updated)
    .filter(([from, to]) => from.parentId !== to.parentId || from.index !== to.index)
    .map(([, to]) => to.id),
];

function forEachId(changes: Diff, fn: (id: string) => void): void {
  for (const part of [changes.added, changes.updated, changes.removed]) Object.keys(part).forEach(fn);
}

const browserMotion = {
  mayMove: () => !document.hidden && !isStill(),
  now: () => performance.now(),
  requestFrame: (callback: () => void) => {
    requestAnimationFrame(callback);
  },
};
