import type { Board, GetWorkshopResponse } from '../../shared/api/workshops.ts';
import type { Records } from '../../shared/board/containment.ts';
import { recordsFor } from '../../shared/board/export/records-for.ts';
import { addWithheld, countLeftOut, nothingWithheld, type Withheld } from '../../shared/board/export/withheld.ts';
import type { ReportedRound } from '../../shared/board/report/votes.ts';
import type { BoardId } from '../../shared/protocol/ids.ts';
import { readVoting } from '../api/voting.ts';
import { getWorkshop } from '../api/workshops.ts';
import { createPeople } from '../canvas/card-shapes/people.ts';
import { type BoardSnapshot, readSnapshot } from './board-records.ts';
import type { Collected } from './collect/collect-board.ts';
import { collectFromStage } from './collect-from-stage.ts';
import type { ReportInput } from './compose/report-input.ts';
import { type DisplayList, type DisplayPage, displayListVersion } from './display-list.ts';
import { inputOf } from './lay-out-report.ts';
import { createOwnWriter } from './own-writer.ts';
import type { ExportProgress, ExportSource, ReportChoice, Undrawn } from './report-choice.ts';
import type { ReportBoard } from './told-report.ts';

/** A report that is laid out and not yet written. */
export interface PreparedReport {
  /** With every part. */
  readonly input: ReportInput;
  readonly pages: readonly DisplayPage[];
  /** What its readers do not get. */
  readonly leftOut: Withheld;
  readonly undrawn: Pick<Undrawn, 'kinds' | 'records' | 'unreadVotes'>;
}

export interface WrittenReport {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly undrawn: Undrawn;
}

type OnProgress = (progress: ExportProgress) => void;

/**
 * Makes reports one after the other: what was read once is not read again as long as the boards are taken as they were.
 * One call at a time; each throws its signal's reason once that is aborted, and then does nothing more.
 */
export interface ReportMaker {
  prepare(choice: ReportChoice, signal: AbortSignal, onProgress: OnProgress): Promise<PreparedReport>;
  write(
    prepared: PreparedReport,
    leftOutParts: readonly string[],
    signal: AbortSignal,
    onProgress: OnProgress,
  ): Promise<WrittenReport>;
  /** The next report takes the boards as they are then. */
  readAgain(): void;
  close(): void;
}

/** Share of the work of preparing that reading the boards takes; the rest is laying out. */
const readingShare = 0.85;

export function createReportMaker(source: ExportSource, nowMs: () => number): ReportMaker {
  let fresh: Promise<GetWorkshopResponse> | null = null;
  const snapshots = createSnapshots(source);
  const collections = createCollections();
  const writer = createOwnWriter();

  const boardsOf = (data: GetWorkshopResponse, { boards }: ReportChoice): readonly Board[] => {
    const known = [...(source.open === null ? [] : [source.open.board]), ...data.boards];
    return boards.flatMap((id) => known.find((board) => board.id === id) ?? []);
  };
  const dataNow = async (signal: AbortSignal): Promise<GetWorkshopResponse> => {
    fresh ??= freshData(source.data);
    const data = await fresh;
    signal.throwIfAborted();
    return data;
  };

  return {
    async prepare(choice, signal, onProgress) {
      const data = await dataNow(signal);
      const people = createPeople(data, []);
      const chosen = boardsOf(data, choice);
      const boards: (ReportBoard & { collected: Collected })[] = [];
      let unreadable = 0;
      let unreadVotes = 0;
      for (const [index, board] of chosen.entries()) {
        const onPage = (page: number, pages: number, title: string): void => {
          const done = (readingShare * (index + page / Math.max(1, pages))) / chosen.length;
          onProgress({ step: 'read', page, pages, title, done });
        };
        onPage(0, 0, board.title);
        const snapshot = await snapshots.of(board, signal);
        const records = recordsFor(choice.audience, snapshot.records);
        const collect = () => collectFromStage({ board, records, people }, signal, onPage);
        const collected = await collections.of(board.id, records, collect);
        unreadable += snapshot.unreadable;
        if (snapshot.rounds === null) unreadVotes++;
        boards.push({
          ...{ board, records, collected, rounds: snapshot.rounds ?? [] },
          leftOut: countLeftOut(choice.audience, snapshot.records),
        });
      }
      onProgress({ step: 'lay-out', page: 0, pages: 0, title: '', done: readingShare });
      const input = await inputOf({ choice, data, boards, nowMs: nowMs() });
      return {
        input,
        pages: await writer.compose(input, signal),
        leftOut: boards.map(({ leftOut }) => leftOut).reduce(addWithheld, nothingWithheld),
        undrawn: {
          kinds: [...new Set(boards.flatMap(({ collected }) => collected.undrawnKinds))],
          records: unreadable,
          unreadVotes,
        },
      };
    },
    async write({ input, pages: allPages, undrawn }, leftOutParts, signal, onProgress) {
      const pages = leftOutParts.length === 0 ? allPages : await writer.compose({ ...input, leftOutParts }, signal);
      const onPage = (page: number): void => {
        const title = pages[page]?.title ?? '';
        onProgress({ step: 'write', page, pages: pages.length, title, done: page / Math.max(1, pages.length) });
      };
      onPage(0);
      const { bytes, undrawn: missing } = await writer.write(listOf(input, pages), signal, onPage);
      return { bytes, undrawn: { ...undrawn, letters: missing.letters, images: missing.images.length } };
    },
    readAgain() {
      fresh = null;
      snapshots.clear();
      // Cards show names of organisations, which are asked for anew.
      collections.clear();
    },
    close: writer.close,
  };
}

const listOf = (input: ReportInput, pages: readonly DisplayPage[]): DisplayList => ({
  version: displayListVersion,
  language: input.report.language,
  createdAtMs: input.createdAtMs,
  title: input.title,
  author: input.workshop,
  pages,
  images: input.images,
});

/** People may have joined since the page was opened: a report counts those who are there now, where they can be had. */
async function freshData(data: GetWorkshopResponse): Promise<GetWorkshopResponse> {
  const answer = await getWorkshop(data.workshop.id);
  return answer.ok ? answer.value : data;
}

interface VotedSnapshot extends BoardSnapshot {
  /** Null where the server did not say. */
  readonly rounds: readonly ReportedRound[] | null;
}

/** Every board as it was when it was first asked for. */
function createSnapshots({ open }: ExportSource) {
  const known = new Map<BoardId, VotedSnapshot>();
  return {
    async of({ id }: Board, signal: AbortSignal): Promise<VotedSnapshot> {
      const before = known.get(id);
      if (before !== undefined) return before;
      const [snapshot, voting] = await Promise.all([readSnapshot(open, id, signal), readVoting(id)]);
      // Without a connection a report is of what this page has, and says that it lacks the votes.
      const taken = { ...snapshot, rounds: voting.ok ? voting.value.rounds : null };
      known.set(id, taken);
      return taken;
    },
    clear: () => known.clear(),
  };
}

/** What was read off boards: the same records give the same pages, for whichever readers. */
function createCollections() {
  const known = new Map<BoardId, { readonly records: Records; readonly collected: Collected }[]>();
  return {
    async of(id: BoardId, records: Records, collect: () => Promise<Collected>): Promise<Collected> {
      const before = known.get(id) ?? [];
      const same = before.find((entry) => isSame(entry.records, records));
      if (same !== undefined) return same.collected;
      const collected = await collect();
      // Those of the board's earlier states are not needed again, those of other readers may be.
      known.set(id, [...before.slice(1 - keptOfBoard), { records, collected }]);
      return collected;
    },
    clear: () => known.clear(),
  };
}

/** As many as there are circles of readers. */
const keptOfBoard = 3;

const isSame = (a: Records, b: Records): boolean =>
  a.size === b.size && [...a].every(([id, record]) => b.get(id) === record);
