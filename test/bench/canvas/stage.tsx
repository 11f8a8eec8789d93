import { createRoot } from 'react-dom/client';
import type { Editor, TLShapeId } from 'tldraw';
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { CardCanvas } from '../../../client/cards/CardCanvas.tsx';
import { loadBoardCatalogue } from '../../../client/i18n/catalogue.ts';
import { LanguageProvider } from '../../../client/i18n/LanguageProvider.tsx';
import type { OpenRoom } from '../../../client/sync/open-room.ts';
import { createReplica } from '../../../client/sync/replica.ts';
import '../../../client/ui/tokens.css';
import { recordsOf } from '../../../shared/board/document.ts';
import type { BoardId, OrganisationId, ParticipantId, WorkshopId } from '../../../shared/protocol/ids.ts';
import { fillBoard, type Subject } from './board.ts';

/** Frames a second and the longest frame, in milliseconds. */
export interface Pace {
  readonly fps: number;
  readonly longestMs: number;
}

/** What the driver does with the page. */
export interface Stage {
  /** From the call that draws the board to the first frame with all of it, in milliseconds. */
  readonly mountMs: number;
  fit(): Promise<void>;
  /** Comes closer, so that painted cards become elements. @returns the longest frame on the way, in milliseconds. */
  zoom(level: number): Promise<number>;
  pan(forMs: number): Promise<Pace>;
  drag(count: number, forMs: number): Promise<Pace>;
  /** Work of this page for one batch of a colleague's changes, in milliseconds. */
  remote(batches: number): Promise<number>;
  heapMb(): number;
}

const params = new URLSearchParams(location.search);
const subject = (params.get('subject') ?? 'cards') as Subject;
const count = Number(params.get('count') ?? 1_000);

const constant = <Value,>(value: Value) => ({ get: () => value, subscribe: () => () => undefined });
const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));

/** A room without a server: the two colleagues write into a document of their own that is merged into this one's. */
function openStageRoom(): OpenRoom & { readonly colleague: Y.Doc } {
  const replica = createReplica(false);
  const colleague = new Y.Doc();
  fillBoard(colleague, subject, count);
  Y.applyUpdate(replica.doc, Y.encodeStateAsUpdate(colleague), 'colleague');
  colleague.on('update', (update: Uint8Array) => Y.applyUpdate(replica.doc, update, 'colleague'));
  replica.doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== 'colleague') Y.applyUpdate(colleague, update);
  });
  return {
    ...{
      boardId: 'stage' as BoardId,
      id: 'stage',
      layer: 'shared' as const,
      doc: replica.doc,
      awareness: replica.awareness,
      colleague,
    },
    replica: constant(replica),
    state: constant({ status: 'live', saved: true } as const),
    loaded: constant(true),
    roster: constant(
      colleagues.map(({ clientID }, n) => ({
        ...{ clientId: clientID, participantId: `person-${n}` as ParticipantId, name: `Colleague ${n + 1}` },
        ...{ organisationId: `organisation-${n}` as OrganisationId, organisation: `Organisation ${n}`, colour: n + 1 },
        ...{ role: 'participant' as const, remote: false },
      })),
    ),
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

async function measurePace(forMs: number, act: (elapsedMs: number) => void): Promise<Pace> {
  await frame();
  const startedMs = performance.now();
  let [frames, longestMs, lastMs] = [0, 0, startedMs];
  while (lastMs - startedMs < forMs) {
    act(lastMs - startedMs);
    await frame();
    const nowMs = performance.now();
    longestMs = Math.max(longestMs, nowMs - lastMs);
    lastMs = nowMs;
    frames += 1;
  }
  return { fps: (frames * 1_000) / (lastMs - startedMs), longestMs };
}

const itemId = (n: number) => `shape:item-${n}` as TLShapeId;

function createStage(editor: Editor, colleague: Y.Doc, mountMs: number): Stage {
  const quiet = async () => {
    for (let n = 0; n < 90; n++) await frame();
  };
  const batch = (n: number) =>
    colleague.transact(() => {
      for (let item = 0; item < 20; item++) {
        const groups = recordsOf(colleague).get(itemId((n * 20 + item) % count));
        const [x, y] = (groups?.get('at') ?? [0, 0]) as [number, number];
        groups?.set('at', [x + (n % 2 === 0 ? 6 : -6), y, 0, 'page:page']);
      }
    });
  return {
    mountMs,
    async fit() {
      editor.zoomToFit({ immediate: true });
      await quiet();
    },
    async zoom(level) {
      const { x, y } = editor.getViewportPageBounds().center;
      editor.setCamera({ x: -x + 700 / level, y: -y + 450 / level, z: level }, { immediate: true });
      const { longestMs } = await measurePace(1_500, () => undefined);
      return longestMs;
    },
    async pan(forMs) {
      const { x, y, z } = editor.getCamera();
      const pace = await measurePace(forMs, (elapsedMs) => {
        const angle = elapsedMs / 400;
        editor.setCamera({ x: x + (Math.cos(angle) * 260) / z, y: y + (Math.sin(angle) * 160) / z, z });
      });
      editor.setCamera({ x, y, z });
      return pace;
    },
    async drag(many, forMs) {
      const ids = Array.from({ length: many }, (_, n) => itemId(n));
      const starts = ids.map((id) => editor.getShape(id)).filter((found) => found !== undefined);
      editor.select(...ids);
      const pace = await measurePace(forMs, (elapsedMs) => {
        const angle = elapsedMs / 300;
        editor.updateShapes(
          starts.map(({ id, type, x, y }) => ({ id, type, x: x + Math.cos(angle) * 90, y: y + Math.sin(angle) * 60 })),
        );
      });
      editor.selectNone();
      return pace;
    },
    async remote(batches) {
      let workMs = 0;
      for (let n = 0; n < batches; n++) {
        const startedMs = performance.now();
        batch(n);
        workMs += performance.now() - startedMs;
        for (let wait = 0; wait < 4; wait++) await frame();
      }
      return workMs / batches;
    },
    heapMb: () => ((performance as { memory?: { usedJSHeapSize: number } }).memory?.usedJSHeapSize ?? 0) / 1e6,
  };
}

const colleagues = [1, 2].map(() => new Awareness(new Y.Doc()));
const room = openStageRoom();

/** Two cursors that go round, at the rate at which pages send theirs. */
setInterval(() => {
  for (const [n, awareness] of colleagues.entries()) {
    const angle = performance.now() / 500 + n * 2;
    const at = [2_000 + Math.cos(angle) * 900, 1_200 + Math.sin(angle) * 700];
    awareness.setLocalState({ c: at, v: [0, 0, 4_000, 2_500], s: 0, t: null });
    applyAwarenessUpdate(room.awareness, encodeAwarenessUpdate(awareness, [awareness.clientID]), 'colleague');
  }
}, 66);

const catalogue = await loadBoardCatalogue('en');
const startedMs = performance.now();
const me = { participantId: 'me' as ParticipantId, name: 'Mia' };
createRoot(document.getElementById('root') as HTMLElement).render(
  <LanguageProvider initial={{ language: 'en', catalogue }}>
    <CardCanvas
      workshopId={'workshop' as WorkshopId}
      room={room}
      me={me}
      readOnly={false}
      onEditor={(editor) => {
        if (editor === null || window.stage !== undefined) return;
        editor.zoomToFit({ immediate: true });
        void frame()
          .then(frame)
          .then(() => {
            window.stage = createStage(editor, room.colleague, performance.now() - startedMs);
          });
      }}
    />
  </LanguageProvider>,
);
