import * as Y from 'yjs';
import { recordsOf } from '../../shared/board/document.ts';
import { fetchState } from './clients.ts';
import { createNote, startCommonboard } from './subjects.ts';

const records = 1_000;
const edits = 200_000;
/** Every fifth drag is of so many shapes at the same time, whose moves do not merge. */
const together = 5;
const movesOfDrag = 40;

export interface Opening {
  readonly edits: number;
  /** From asking for a socket to the whole board, with every edit still in the log. */
  readonly uncompactedMs: number;
  /** The same as the server leaves it behind. */
  readonly coldMs: number;
}

/** How long a board with a long past takes to open in a server that has only just started. */
export async function measureOpening(): Promise<Opening> {
  const server = await startCommonboard(makePast());
  try {
    const open = async () => {
      const startMs = performance.now();
      const socket = await server.connect();
      await fetchState(socket);
      const tookMs = performance.now() - startMs;
      socket.terminate();
      return tookMs;
    };
    const uncompactedMs = await open();
    await server.restart();
    return { edits, uncompactedMs, coldMs: await open() };
  } finally {
    await server.stop();
  }
}

function makePast(): readonly Uint8Array[] {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  const ids = Array.from({ length: records }, (_, n) => `shape:bench-${n}`);
  for (const [n, id] of ids.entries()) recordsOf(doc).set(id, createNote(id, n));
  for (let drag = 0; updates.length < edits; drag++) {
    const first = (drag * together) % records;
    const shapes = drag % 5 === 0 ? together : 1;
    for (let move = 0; move < movesOfDrag; move++) {
      for (let n = 0; n < shapes; n++) {
        recordsOf(doc)
          .get(ids[first + n] ?? '')
          ?.set('at', [move * 3, first * 7 + n, 0, 'page:page']);
      }
    }
  }
  return updates;
}
