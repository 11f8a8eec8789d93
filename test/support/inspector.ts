import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { ProductionServer } from './production-server.ts';

/** Has the server print where its inspector listens. */
export const inspected = { NODE_OPTIONS: '--inspect=127.0.0.1:0' } as const;

/** One method of the Chrome DevTools Protocol. @returns its result */
export type Ask = (method: string, params?: object) => Promise<unknown>;

/** Talks to the inspector of a server that was started `inspected`. */
export async function inspect<Result>(
  server: Pick<ProductionServer, 'output'>,
  use: (ask: Ask) => Promise<Result>,
): Promise<Result> {
  const addresses = [...server.output().matchAll(/^Debugger listening on (ws:\S+)$/gm)];
  const address = addresses.at(-1)?.[1];
  if (address === undefined) throw new Error('the server has no inspector');
  const socket = new WebSocket(address);
  await once(socket, 'open');
  let asked = 0;
  try {
    return await use(async (method, params) => {
      const id = ++asked;
      socket.send(JSON.stringify({ id, method, params }));
      for (;;) {
        const [data] = await once(socket, 'message');
        const reply = JSON.parse(String(data)) as { id?: number; result?: unknown };
        if (reply.id === id) return reply.result;
      }
    });
  } finally {
    socket.close();
  }
}
