import type { Diff } from '../../../shared/board/diff.ts';
import type { AnyRecord } from '../../../shared/board/groups.ts';

/** Time in which a shape that somebody else moves gets to its new place; longer when moves come in more slowly. */
const glideMinMs = 80;
const glideMaxMs = 200;
/** More than this many at once jump: the frames would be missed anyway. */
const glidesMax = 300;

export interface GlideOptions {
  get(id: string): AnyRecord | undefined;
  /** Puts pictures between two states; see Gate.show. */
  show(records: readonly AnyRecord[]): void;
  /** False where somebody prefers no motion, or where nobody is looking. */
  mayMove(): boolean;
  /** Milliseconds, rising. */
  now(): number;
  /** Calls back before the next picture is drawn. */
  requestFrame(callback: () => void): void;
}

/**
 * Lets shapes that others move glide instead of jump. The in-between places are in the store, so that arrows, outlines
 * and hit tests follow.
 *
 * Invariants: a place in between is never sent and never undoable. A shape that one moves oneself stops gliding.
 */
export interface Glide {
  /** @returns the records as they are to be put now: those that glide keep their old place for the moment. */
  start(records: readonly AnyRecord[]): AnyRecord[];
  /** A record the way the documents have it, at the place where it is shown. */
  shown(record: AnyRecord): AnyRecord;
  /** This person's own changes. */
  own(changes: Diff): void;
  /** Ends all motion at its goal. */
  settle(): void;
}

interface Motion {
  readonly from: readonly [number, number, number];
  readonly to: readonly [number, number, number];
  /** The shorter way round, radians. */
  readonly turn: number;
  readonly startMs: number;
  readonly durationMs: number;
}

const placeOf = (record: AnyRecord): readonly [number, number, number] => [
  record.x as number,
  record.y as number,
  record.rotation as number,
];
const isSamePlace = (a: AnyRecord, b: AnyRecord): boolean => a.x === b.x && a.y === b.y && a.rotation === b.rotation;
const at = (record: AnyRecord, [x, y, rotation]: readonly [number, number, number]): AnyRecord => ({
  ...record,
  x,
  y,
  rotation,
});

export function createGlide({ get, show, mayMove, now, requestFrame }: GlideOptions): Glide {
  const motions = new Map<string, Motion>();
  let isRequested = false;

  const step = (timeMs: number) => {
    const records: AnyRecord[] = [];
    for (const [id, { from, to, turn, startMs, durationMs }] of motions) {
      const part = Math.min(1, Math.max(0, (timeMs - startMs) / durationMs));
      if (part === 1) motions.delete(id);
      const record = get(id);
      if (record === undefined) continue;
      const between = (a: number, b: number) => a + (b - a) * part;
      const place = [between(from[0], to[0]), between(from[1], to[1]), from[2] + turn * part] as const;
      records.push(at(record, part === 1 ? to : place));
    }
    show(records);
  };

  const request = () => {
    if (isRequested || motions.size === 0) return;
    isRequested = true;
    requestFrame(() => {
      isRequested = false;
      step(now());
      request();
    });
  };

  return {
    start(records) {
      if (!mayMove()) {
        for (const { id } of records) motions.delete(id);
        return [...records];
      }
      const put = records.map((record) => {
        const shown = get(record.id);
        const before = motions.get(record.id);
        motions.delete(record.id);
        if (record.typeName !== 'shape' || shown === undefined || shown.parentId !== record.parentId) return record;
        if (isSamePlace(shown, record) || motions.size >= glidesMax) return record;
        const [from, to] = [placeOf(shown), placeOf(record)];
        const sinceLastMs = before === undefined ? glideMinMs : now() - before.startMs;
        motions.set(record.id, {
          from,
          to,
          turn: Math.atan2(Math.sin(to[2] - from[2]), Math.cos(to[2] - from[2])),
          startMs: now(),
          durationMs: Math.min(glideMaxMs, Math.max(glideMinMs, sinceLastMs)),
        });
        return at(record, from);
      });
      request();
      return put;
    },
    shown(record) {
      const shown = motions.has(record.id) ? get(record.id) : undefined;
      return shown === undefined ? record : at(record, placeOf(shown));
    },
    own(changes) {
      for (const [from, to] of Object.values(changes.updated)) if (!isSamePlace(from, to)) motions.delete(to.id);
    },
    settle: () => step(Number.POSITIVE_INFINITY),
  };
}
