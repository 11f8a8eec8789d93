import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { fetchFile } from '../../../client/api/fetch-file.ts';
import { problem } from '../../../server/http/problems.ts';

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

/** Gives one answer after the other, the last for ever. */
async function serve(...answers: readonly RequestListener[]): Promise<string> {
  let asked = 0;
  const server = createServer((request, response) =>
    answers[Math.min(asked++, answers.length - 1)]?.(request, response),
  );
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const busy =
  (seconds: string): RequestListener =>
  (_request, response) =>
    response.writeHead(429, { 'retry-after': seconds }).end(JSON.stringify(problem('busy')));
const file: RequestListener = (_request, response) => response.end('a file');
const get = (address: string, signal = new AbortController().signal) =>
  fetchFile(address, (response) => response.text(), signal);

describe('files that the server makes for few at a time', () => {
  it('[DLG29] one that has to wait comes as soon as the server has room', async () => {
    expect(await get(await serve(busy('0'), busy('0'), file))).toEqual({ ok: true, value: 'a file' });
  });

  it('[DLG29] longer than two minutes nobody waits in silence', async () => {
    const refused = { ok: false, failure: { kind: 'problem', problem: problem('busy') } };
    expect(await get(await serve(busy('121'), file))).toEqual(refused);
    expect(await get(await serve(busy('soon'), file))).toEqual(refused);
  });

  it('[DLG29] a line that breaks off in the middle of a file is told as lost', async () => {
    const address = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': '100' }).write('half', () => response.destroy());
    });
    expect(await get(address)).toEqual({ ok: false, failure: { kind: 'unreachable' } });
  });

  it('[DLG29] who waits no longer ends it', async () => {
    const stop = new AbortController();
    const waiting = get(
      await serve((request, response) => {
        busy('60')(request, response);
        response.on('finish', () => stop.abort(new Error('closed')));
      }),
      stop.signal,
    );
    await expect(waiting).rejects.toThrow('closed');
  });
});
