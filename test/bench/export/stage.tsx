import { createRoot } from 'react-dom/client';
import type { Editor } from 'tldraw';
import * as Y from 'yjs';
import { CardCanvas } from '../../../client/cards/CardCanvas.tsx';
import { loadBoardCatalogue } from '../../../client/i18n/catalogue.ts';
import { LanguageProvider } from '../../../client/i18n/LanguageProvider.tsx';
import type { OpenRoom } from '../../../client/sync/open-room.ts';
import { createReplica } from '../../../client/sync/replica.ts';
import type { Board, GetWorkshopResponse } from '../../../shared/api/workshops.ts';
import type { BoardId, OrganisationId, ParticipantId, WorkshopId } from '../../../shared/protocol/ids.ts';
import { firstSession } from '../../../shared/session/session.ts';
import '../../../client/ui/tokens.css';
import { fillBoard, type Subject } from '../canvas/board.ts';

/** One report of the board, from the click to the bytes. Lengths of time in milliseconds. */
export interface ExportRun {
  /** Code of the export, records of the board and the stage. */
  readonly openMs: number;
  /** Reading the pages off the stage. */
  readonly readMs: number;
  /** What the report tells, and laying it out. */
  readonly layOutMs: number;
  readonly writeMs: number;
  /** How long the page did not answer at most. */
  readonly longestGapMs: number;
  readonly bytes: number;
  readonly pages: number;
}

export interface ExportStage {
  run(): Promise<ExportRun>;
}

const params = new URLSearchParams(location.search);
const subject = (params.get('subject') ?? 'cards') as Subject;
const count = Number(params.get('count') ?? 1_000);

const constant = <Value,>(value: Value) => ({ get: () => value, subscribe: () => () => undefined });
const board: Board = {
  ...{ id: 'stage' as BoardId, title: 'A full board', template: 'blank', language: 'en', createdAtMs: 0 },
  example: false,
};
const organisationIds = Array.from({ length: 12 }, (_, n) => `organisation-${n}` as OrganisationId);
const people = organisationIds.map((organisationId, n) => ({
  ...{ id: `person-${n}` as ParticipantId, name: `Person ${n}`, organisationId, colour: n + 1 },
  ...({ role: 'participant', nameInReport: true, remote: false, removedAtMs: null } as const),
}));
const [mia = { id: 'me' as ParticipantId, name: 'Mia', organisationId: 'none' as OrganisationId, colour: 1 }] = people;
const data: GetWorkshopResponse = {
  workshop: { id: 'workshop' as WorkshopId, title: 'Full Plates', language: 'en', createdAtMs: 0 },
  me: { participant: mia, role: 'facilitator' },
  boards: [board],
  activity: [],
  people,
  organisations: organisationIds.map((id, n) => ({ id, name: `Organisation ${n}`, colour: n + 1 })),
  mergedOrganisations: [],
  session: firstSession,
  invites: [],
  guests: [],
};

/** A room without a server. */
function openStageRoom(): OpenRoom {
  const replica = createReplica(false);
  const filled = new Y.Doc();
  fillBoard(filled, subject, count);
  Y.applyUpdate(replica.doc, Y.encodeStateAsUpdate(filled), 'server');
  return {
    ...{ boardId: board.id, id: 'stage', layer: 'shared' as const, doc: replica.doc, awareness: replica.awareness },
    replica: constant(replica),
    state: constant({ status: 'live', saved: true } as const),
    loaded: constant(true),
    roster: constant([]),
    waiting: undefined,
    session: constant(null),
    privateCounts: constant({ counts: [], own: 0 }),
    onReaction: () => () => undefined,
    guests: { get: () => [], subscribe: () => () => undefined },
    voters: constant(null),
    onNotice: () => () => undefined,
    onCommentsChanged: () => () => undefined,
    setPending: () => undefined,
    onLeave: () => () => undefined,
    close: () => undefined,
  };
}

/** Asks for a turn again and again. @returns ends that and gives the longest wait, in milliseconds */
function watchTurns(): () => number {
  const { port1, port2 } = new MessageChannel();
  let [last, longest, watching] = [performance.now(), 0, true];
  port1.onmessage = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (watching) setTimeout(() => port2.postMessage(null));
    else port1.close();
  };
  port2.postMessage(null);
  return () => {
    watching = false;
    return Math.max(longest, performance.now() - last);
  };
}

async function runExport(editor: Editor): Promise<ExportRun> {
  const longestGap = watchTurns();
  const marks = [performance.now()];
  const mark = (index: number): void => {
    marks[index] ??= performance.now();
  };
  const { createReportMaker } = await import('../../../client/export/prepare-report.ts');
  const maker = createReportMaker({ data, open: { editor, board } }, () => Date.UTC(2026, 10, 25, 12));
  const { signal } = new AbortController();
  const choice = {
    ...({ boards: [board.id], audience: 'core', paper: 'A4', names: true, accent: null, logo: null } as const),
  };
  const prepared = await maker.prepare(choice, signal, ({ step, pages }) => {
    if (step === 'read' && pages > 0) mark(1);
    if (step === 'lay-out') mark(2);
  });
  mark(3);
  const { bytes } = await maker.write(prepared, [], signal, () => undefined);
  mark(4);
  maker.close();
  const lasted = (to: number): number => (marks[to] ?? 0) - (marks[to - 1] ?? 0);
  return {
    ...{ openMs: lasted(1), readMs: lasted(2), layOutMs: lasted(3), writeMs: lasted(4) },
    ...{ longestGapMs: longestGap(), bytes: bytes.length, pages: prepared.pages.length },
  };
}

const catalogue = await loadBoardCatalogue('en');
const room = openStageRoom();
createRoot(document.getElementById('root') as HTMLElement).render(
  <LanguageProvider initial={{ language: 'en', catalogue }}>
    <CardCanvas
      workshopId={data.workshop.id}
      room={room}
      me={{ participantId: mia.id, name: mia.name }}
      readOnly={false}
      onEditor={(editor) => {
        if (editor === null || window.exportStage !== undefined) return;
        editor.zoomToFit({ immediate: true });
        window.exportStage = { run: () => runExport(editor) };
      }}
    />
  </LanguageProvider>,
);
