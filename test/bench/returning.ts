import { WebSocket } from 'ws';
import { type OpenRoom, openRoom } from '../../client/sync/open-room.ts';
import { recordsOf } from '../../shared/board/document.ts';
import { createBoard, createWorkshop, joinAsProgram } from '../support/api.ts';
import { inspect, inspected } from '../support/inspector.ts';
import { noteGroups } from '../support/notes.ts';
import { startProductionServer } from '../support/production-server.ts';
import { startTcpProxy } from '../support/tcp-proxy.ts';
import { eventually } from '../support/wait.ts';
import { type Percentiles, percentiles } from './figures.ts';

/** As many as one board carries. */
const pages = 300;
const people = 25;
/** Of the server's own clock for its event loop; a delay is what it measures beyond this. */
const resolutionMs = 5;

export interface Returning {
  readonly pages: number;
  /** From the cut to everything of one's own being stored again. */
  readonly back: Percentiles;
  /** The longest that the server's event loop was held up meanwhile. */
  readonly longestMs: number;
}

/** All pages of a full board lose their line at once, each with a note that is not stored yet. */
export async function measureReturning(): Promise<Returning> {
  // Each page's connection wants to know when the process ends.
  process.setMaxListeners(pages + 10);
  const server = await startProductionServer({ env: inspected });
  const proxy = await startTcpProxy(server.address);
  const open: OpenRoom[] = [];
  try {
    const { workshop, invites } = await createWorkshop(server.address);
    const facilitator = await joinAsProgram(server.address, invites.facilitator.token);
    const boardId = await createBoard(facilitator, workshop.id);
    const tokens: string[] = [];
    for (let n = 0; n < people; n++)
      tokens.push((await joinAsProgram(server.address, invites.participant.token)).token);
    for (let n = 0; n < pages; n++) {
      const authorization = `Bearer ${tokens[n % people]}`;
      const webSocket = class extends WebSocket {
        constructor(url: string | URL, protocols?: string | string[]) {
          super(url, protocols, { headers: { authorization } });
        }
      };
      const room = openRoom({
        ...{ boardId, serverUrl: proxy.address.replace(/^http/, 'ws'), webSocket: webSocket as never },
      });
      open.push(room);
      await isBack(room);
    }
    return await inspect(server, async (ask) => {
      const evaluate = (expression: string) => ask('Runtime.evaluate', { expression, returnByValue: true });
      await evaluate(
        `globalThis.held = process.getBuiltinModule('node:perf_hooks').monitorEventLoopDelay({ resolution: ${resolutionMs} }); held.enable()`,
      );
      const startMs = performance.now();
      for (const [n, { doc }] of open.entries()) recordsOf(doc).set(`shape:${n}`, noteGroups(`shape:${n}`, 'words'));
      proxy.reset();
      const durations = await Promise.all(
        open.map(async (room) => {
          const { state } = room;
          await eventually('the cut to be noticed', () => state.get().status === 'offline', state.subscribe);
          await isBack(room);
          return performance.now() - startMs;
        }),
      );
      const held = (await evaluate('held.max / 1e6')) as { result: { value: number } };
      return { pages, back: percentiles(durations), longestMs: Math.max(0, held.result.value - resolutionMs) };
    });
  } finally {
    for (const room of open) room.close();
    await proxy.close();
    await server.stop();
  }
}

const isBack = ({ state }: OpenRoom): Promise<void> =>
  eventually(
    'a page to have everything stored',
    () => {
      const now = state.get();
      return now.status === 'live' && now.saved;
    },
    state.subscribe,
  );
