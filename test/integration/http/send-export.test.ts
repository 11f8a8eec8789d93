import { EventEmitter, once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import fastify from 'fastify';
import { expect, it, onTestFinished } from 'vitest';
import { createSendExport, type ExportedFile } from '../../../server/http/exports/send-export.ts';
import { answerLimit } from '../../../server/http/slow-readers.ts';
import { SessionId } from '../../../shared/protocol/ids.ts';

const somebody = { sessionId: SessionId.parse('n'.repeat(21)) };
const longMs = 10 * 60_000;

const short: ExportedFile = { fileName: 'x.json', type: 'application/json', recordsLeftOut: 0, content: 'whole' };
const endless = (): ExportedFile => ({
  ...short,
  content: {
    picturesLeftOut: 0,
    text: (async function* () {
      for (;;) yield 'x'.repeat(65_536);
    })(),
  },
});

/** A server of files, which `make` makes, and the lines to it. */
async function serve(make: () => Promise<ExportedFile>, limits?: Parameters<typeof answerLimit>[0]) {
  const app = fastify();
  app.addHook('onSend', answerLimit(limits));
  const sendExport = createSendExport({ throttles: { heavyReadOfSession: async () => false } });
  const lines: Socket[] = [];
  app.server.on('connection', (line) => lines.push(line));
  app.get('/', (request, reply) => sendExport(request, reply, somebody as Parameters<typeof sendExport>[2], make));
  await app.listen({ port: 0, host: '127.0.0.1' });
  onTestFinished(() => app.close());
  const { port } = app.server.address() as AddressInfo;
  const ask = () => {
    const request = get({ port, host: '127.0.0.1', agent: false }).on('error', () => undefined);
    return { request, response: once(request, 'response').then(([response]) => response as IncomingMessage) };
  };
  return { ask, lines };
}

for (const { who, isReading, limits } of [
  { who: 'takes nothing of a file', isReading: false, limits: { stalledMaxMs: 200, sendingMaxMs: longMs } },
  { who: 'is not done with it in their time', isReading: true, limits: { stalledMaxMs: longMs, sendingMaxMs: 400 } },
])
  it(`[TRV24] whoever ${who} is cut off, and their place is free again`, async () => {
    const files = [endless(), endless()];
    const { ask, lines } = await serve(async () => files.shift() ?? short, limits);
    const readers = await Promise.all([ask().response, ask().response]);
    const cut = Promise.all(lines.map((line) => once(line, 'close')));
    expect((await ask().response).statusCode).toBe(429);
    if (!isReading) await cut;
    for (const reader of readers) await expect(text(reader)).rejects.toThrow('aborted');
    await cut;
    expect(await text(await ask().response)).toBe('whole');
  });

it('[TRV24] whoever goes while their file is made leaves their place', async () => {
  const kitchen = new EventEmitter();
  const [begun, made] = [once(kitchen, 'begun'), once(kitchen, 'made')];
  let asked = 0;
  const make = async () => {
    if (++asked > 2) return short;
    if (asked === 2) kitchen.emit('begun');
    await made;
    return endless();
  };
  const { ask, lines } = await serve(make);
  const gone = [ask(), ask()];
  await begun;
  const closed = Promise.all(lines.map((line) => once(line, 'close')));
  for (const { request, response } of gone) {
    request.destroy();
    await expect(response).rejects.toThrow('socket hang up');
  }
  await closed;
  expect((await ask().response).statusCode).toBe(429);
  kitchen.emit('made');
  await made;
  expect(await text(await ask().response)).toBe('whole');
});
