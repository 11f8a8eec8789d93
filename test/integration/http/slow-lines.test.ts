import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import fastify from 'fastify';
import { expect, it, onTestFinished } from 'vitest';
import { answerNoHttp } from '../../../server/http/raw-errors.ts';
import { answerLimit } from '../../../server/http/slow-readers.ts';
import { limitHandshake } from '../../../server/transport/handshake.ts';

it('[HTTP35] whoever does not come to the end of a body is cut off, also where they had their answer', async () => {
  const app = fastify({ clientErrorHandler: answerNoHttp });
  app.post('/', async () => 'read');
  app.post('/refused', { onRequest: async (_request, reply) => reply.code(403).send() }, async () => 'read');
  limitHandshake(app.server, 500, 600);
  await app.listen({ port: 0, host: '127.0.0.1' });
  onTestFinished(() => app.close());
  const [address] = app.addresses();
  if (typeof address !== 'object') throw new Error('listening, but nowhere');
  const begin = (path: string) => {
    const line = connect(address.port, '127.0.0.1');
    line.write(`POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{`);
    return text(line);
  };
  const [slow, refused] = await Promise.all([begin('/'), begin('/refused')]);
  expect(slow).toMatch(/^HTTP\/1\.1 400 /);
  expect(refused).toMatch(/^HTTP\/1\.1 403 /);
});

it('[HTTP37] whoever takes nothing of an answer is cut off, whatever it is, and others are served', async () => {
  const app = fastify();
  app.addHook('onSend', answerLimit({ stalledMaxMs: 200, sendingMaxMs: 600_000 }));
  app.get('/large', async () => Buffer.alloc(30_000_000));
  app.get('/', async () => 'small');
  const lines: Socket[] = [];
  app.server.on('connection', (line) => lines.push(line));
  await app.listen({ port: 0, host: '127.0.0.1' });
  onTestFinished(() => app.close());
  const [address] = app.addresses();
  if (typeof address !== 'object') throw new Error('listening, but nowhere');
  const stalled = connect(address.port, '127.0.0.1').on('error', () => undefined);
  stalled.write('GET /large HTTP/1.1\r\nHost: x\r\n\r\n');
  await once(app.server, 'request');
  const [line] = lines;
  if (line === undefined) throw new Error('nobody came');
  await once(line, 'close');
  stalled.destroy();
  const served = await fetch(`http://127.0.0.1:${address.port}/`);
  expect(await served.text()).toBe('small');
});
