import { type Answer, readAnswer } from './call.ts';
import { retryAfterMs, wait } from './retry-after.ts';

/** Files are made for few at a time: how long one is asked for again before its reader is told. */
const patienceMs = 120_000;

/**
 * A file that the server writes. Where it says when to come again, it is asked again then.
 * @param read takes what came; whatever fails in it counts as a lost connection
 * @throws the signal's reason once it is aborted
 */
export async function fetchFile<Value>(
  address: string,
  read: (response: Response) => Promise<Value>,
  signal: AbortSignal,
): Promise<Answer<Value>> {
  try {
    let response = await ask(address, signal);
    for (let leftMs = patienceMs; response.status === 429; response = await ask(address, signal)) {
      const waitMs = retryAfterMs(response.headers.get('Retry-After'));
      if (waitMs === null || waitMs > leftMs) break;
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
