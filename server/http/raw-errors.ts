import type { Socket } from 'node:net';
import type { FastifyError, FastifyReply } from 'fastify';
import type { ProblemCode } from '../../shared/api/problem.ts';
import { PROBLEM_TYPE, problem, refuse } from './problems.ts';

/** Addresses that no route can be looked up for: broken percent signs, endless ids. */
export function answerUnroutable(error: FastifyError, _request: unknown, reply: FastifyReply): void {
  refuse(reply, error.code === 'FST_ERR_BAD_URL' ? 'bad-request' : 'not-found');
}

/** Bytes that are no HTTP, headers without end, requests that never finish. Says so once and hangs up. */
export function answerNoHttp(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const code: ProblemCode = error.code === 'HPE_HEADER_OVERFLOW' ? 'too-large' : 'bad-request';
  const body = JSON.stringify(problem(code));
  socket.end(
    [
      `HTTP/1.1 ${problem(code).status} Refused`,
      `Content-Type: ${PROBLEM_TYPE}`,
      `Content-Length: ${Buffer.byteLength(body)}`,
      'Connection: close',
      '',
      body,
    ].join('\r\n'),
  );
}
