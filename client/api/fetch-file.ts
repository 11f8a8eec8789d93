import { type Answer, readAnswer } from './call.ts';

/** Files are made for few at a time: how long one is asked for again before its reader is told. */
const patienceMs = 120_000;

/**
 * A file that the server writes. Where it says when to come again, it is asked again then.
 * @param read takes what came; whatever fails in it counts as a lost connection
 * @throws the signal's reason once it is aborted
 * @param origin where the server is, for programs that do not run on a page of it
 */
export async function fetchFile<Value>(
  path: string,
  read: (response: Response) => Promise<Value>,
  signal: AbortSignal,
  origin = '',
): Promise<Answer<Value>> {
  try {
    let response = await ask(`${origin}${path}`, signal);
    for (let leftMs = patienceMs; response.status === 429; response = await ask(`${origin}${path}`, signal)) {
      const waitMs = Number(response.headers.get('Retry-After') ?? Number.NaN) * 1000;
      if (!(waitMs <= leftMs)) break;
      leftMs -= Math.max(waitMs, 1);
      await wait(waitMs, signal);
    }
    if (response.ok) return { ok: true, value: await read(response) };
    const answer = readAnswer({ status: response.status, text: await response.text() }, null);
    return answer.ok ? { ok: false, failure: { kind: 'unreadable' } } : answer;
  } catch {
    signal.throwIfAborted();
    return { ok: false, failure: { kind: 'unreachable' } };
  }
}

const ask = (address: string, signal: AbortSignal): Promise<Response> =>
  fetch(address, { credentials: 'same-origin', cache: 'no-store', signal });

const wait = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal.addEventListener('abort', stop, { once: true });
  });
