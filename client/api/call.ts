import type { z } from 'zod';
import { Problem } from '../../shared/api/problem.ts';

/** Why an answer is not there. */
export type Failure =
  /** The server refused, and says why. */
  | { readonly kind: 'problem'; readonly problem: Problem }
  /** No answer of the server came back: no network, or something in between answered in its place. */
  | { readonly kind: 'unreachable' }
  /** The server answered in a shape this page does not know: one of the two is older. */
  | { readonly kind: 'unreadable' };

export type Answer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly failure: Failure };

/** @returns the fields a refused request names as wrong: the last part of each path. */
export function refusedFields(failure: Failure): ReadonlySet<string> {
  const errors = failure.kind === 'problem' ? (failure.problem.errors ?? []) : [];
  return new Set(errors.map(({ path }) => path.split(/[./]/).at(-1) ?? ''));
}

/** For an address that cannot name anything: no need to ask the server. */
export const notFound: Failure = {
  kind: 'problem',
  problem: { type: 'about:blank', title: 'Not found', status: 404, code: 'not-found' },
};

interface Call<Value> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Shape of the answer; null where none is expected. */
  readonly response: z.ZodType<Value> | null;
}

/** Past this the connection counts as lost; the slowest call here takes a fraction of it. */
const timeoutMs = 20_000;

const failed = (failure: Failure): { readonly ok: false; readonly failure: Failure } => ({ ok: false, failure });

/**
 * One JSON call to our own server, with the session cookie.
 * Refusals and a missing network are returned, never thrown.
 * @param origin where the server is, for programs that do not run on a page of it.
 */
export async function call<Value>(request: Call<Value>, origin = ''): Promise<Answer<Value>> {
  let response: Response;
  let text: string;
  try {
    response = await fetch(`${origin}${request.path}`, {
      method: request.method,
      credentials: 'same-origin',
      cache: 'no-store',
      headers: {
        accept: 'application/json, application/problem+json',
        ...(request.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...request.headers,
      },
      ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
      signal: AbortSignal.timeout(timeoutMs),
    });
    text = await response.text();
  } catch {
    return failed({ kind: 'unreachable' });
  }
  return readAnswer(response, text, request.response);
}

/** What an answer says, however it came. */
export function readAnswer<Value>(
  response: Pick<Response, 'ok' | 'status'>,
  text: string,
  shape: z.ZodType<Value> | null,
): Answer<Value> {
  const json = parseJson(text);
  if (!response.ok) {
    const problem = Problem.safeParse(json);
    if (problem.success) return failed({ kind: 'problem', problem: problem.data });
    // 502, 503 and 504 without our body come from a proxy that does not reach the server.
    return failed({ kind: response.status > 500 ? 'unreachable' : 'unreadable' });
  }
  if (shape === null) return { ok: true, value: undefined as Value };
  const value = shape.safeParse(json);
  return value.success ? { ok: true, value: value.data } : failed({ kind: 'unreadable' });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
