import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { askEarly } from '../../../client/api/ask.ts';
import { call, type Failure, refusedFields } from '../../../client/api/call.ts';

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

/** A server of our own on a free port. @returns its origin. */
async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const answering =
  (status: number, body: string): RequestListener =>
  (_request, response) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(body);

const Greeting = z.object({ hello: z.string() });
const get = (origin: string) => call({ method: 'GET', path: '/api/x', response: Greeting }, origin);

const refusal = {
  type: 'about:blank',
  title: 'The request is not understood',
  status: 400,
  code: 'bad-request',
  errors: [{ path: 'body.title', message: 'too long' }],
};

describe('calls to the server', () => {
  it('[PAGE8] a good answer is decoded, a body travels as JSON', async () => {
    const seen: string[] = [];
    const origin = await serve((request, response) => {
      request.setEncoding('utf8');
      request.on('data', (chunk: string) => seen.push(`${request.headers['content-type']} ${chunk}`));
      request.on('end', () => answering(201, '{"hello":"world","more":1}')(request, response));
    });
    const answer = await call({ method: 'POST', path: '/api/x', body: { a: 1 }, response: Greeting }, origin);
    expect(answer).toEqual({ ok: true, value: { hello: 'world' } });
    expect(seen).toEqual(['application/json {"a":1}']);
  });

  it('[PAGE34] what was asked early is not asked again, and answers once', async () => {
    let asked = 0;
    const origin = await serve((request, response) => answering(200, `{"hello":"${++asked}"}`)(request, response));
    const question = { method: 'POST', path: '/api/early', body: { a: 1 } } as const;
    askEarly(question, origin);
    expect(await call({ ...question, response: Greeting }, origin)).toEqual({ ok: true, value: { hello: '1' } });
    expect(await call({ ...question, response: Greeting }, origin)).toEqual({ ok: true, value: { hello: '2' } });
    expect(asked).toBe(2);
  });

  it('[PAGE34] another question does not take its answer', async () => {
    const origin = await serve((request, response) => {
      request.setEncoding('utf8');
      let body = '';
      request.on('data', (chunk: string) => (body += chunk));
      request.on('end', () => answering(200, JSON.stringify({ hello: JSON.parse(body).who }))(request, response));
    });
    const question = { method: 'POST', path: '/api/early', body: { who: 'Anna' } } as const;
    askEarly(question, origin);
    const other = await call({ ...question, body: { who: 'Rik' }, response: Greeting }, origin);
    expect(other).toEqual({ ok: true, value: { hello: 'Rik' } });
  });

  it('[PAGE8] an answer without content is a success where none is expected', async () => {
    const origin = await serve((_request, response) => response.writeHead(204).end());
    expect(await call({ method: 'DELETE', path: '/api/x', response: null }, origin)).toEqual({
      ok: true,
      value: undefined,
    });
  });

  it('[PAGE8] a refusal comes back as a value, with the fields it names', async () => {
    const origin = await serve(answering(400, JSON.stringify(refusal)));
    const answer = await get(origin);
    expect(answer).toEqual({ ok: false, failure: { kind: 'problem', problem: refusal } });
    const failure: Failure = answer.ok ? { kind: 'unreachable' } : answer.failure;
    expect([...refusedFields(failure)]).toEqual(['title']);
  });

  it('[PAGE8] no server, a dropped connection and a proxy’s own page are one thing: not reached', async () => {
    const origin = await serve((request) => request.socket.destroy());
    expect(await get(origin)).toEqual({ ok: false, failure: { kind: 'unreachable' } });
    const proxy = await serve(answering(502, '<html>Bad gateway</html>'));
    expect(await get(proxy)).toEqual({ ok: false, failure: { kind: 'unreachable' } });
    for (const close of closers.splice(0)) close();
    expect(await get(origin)).toEqual({ ok: false, failure: { kind: 'unreachable' } });
  });

  it.each([
    [200, '{"goodbye":1}'],
    [200, 'not json'],
    [404, '<html>Not found</html>'],
    [400, JSON.stringify({ ...refusal, code: 'a-code-of-tomorrow' })],
  ])('[PAGE8] an answer in no known shape (%i %s) says so', async (status, body) => {
    expect(await get(await serve(answering(status, body)))).toEqual({ ok: false, failure: { kind: 'unreadable' } });
  });
});
