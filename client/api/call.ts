import type { z } from 'zod';
import { Problem } from '../../shared/api/problem.ts';
import { ask, type Question, type Reply, takeEarly } from './ask.ts';

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

interface Call<Value> extends Question {
  /** Shape of the answer; null where none is expected. */
  readonly response: z.ZodType<Value> | null;
}

const failed = (failure: Failure): { readonly ok: false; readonly failure: Failure } => ({ ok: false, failure });

/**
 * One JSON call to our own server, with the session cookie.
 * Refusals and a missing network are returned, never thrown.
 * @param origin where the server is, for programs that do not run on a page of it.
 */
export async function call<Value>({ response, ...question }: Call<Value>, origin = ''): Promise<Answer<Value>> {
  const reply = await (takeEarly(question) ?? ask(question, origin));
  return reply === null ? failed({ kind: 'unreachable' }) : readAnswer(reply, response);
}

/** What an answer says, however it came. */
export function readAnswer<Value>({ status, text }: Reply, shape: z.ZodType<Value> | null): Answer<Value> {
  const json = parseJson(text);
  if (status < 200 || status > 299) {
    const problem = Problem.safeParse(json);
    if (problem.success) return failed({ kind: 'problem', problem: problem.data });
    // 502, 503 and 504 without our body come from a proxy that does not reach the server.
    return failed({ kind: status > 500 ? 'unreachable' : 'unreadable' });
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
