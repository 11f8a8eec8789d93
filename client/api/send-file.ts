import type { z } from 'zod';
import { type Answer, readAnswer } from './call.ts';
import { retryAfterMs } from './retry-after.ts';

export interface Sending {
  readonly signal: AbortSignal;
  /** Share of the file that is on its way, up to 1; then the server reads it. */
  readonly onSent: (share: number) => void;
}

/** With when the server wants to be asked again; null where it does not say. */
export type FileAnswer<Value> = Answer<Value> & { readonly againInMs: number | null };

/** A file as it is. Not by fetch, which does not tell how much of a body has gone. */
export function sendFile<Value>(
  path: string,
  file: Blob,
  shape: z.ZodType<Value>,
  { signal, onSent }: Sending,
): Promise<FileAnswer<Value> | 'cancelled'> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const cancel = () => request.abort();
    request.open('POST', path);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('accept', 'application/json, application/problem+json');
    request.upload.onprogress = ({ loaded, total }) => onSent(total > 0 ? loaded / total : 0);
    request.upload.onload = () => onSent(1);
    request.onload = () => {
      const { status, responseText } = request;
      const againInMs = retryAfterMs(request.getResponseHeader('Retry-After'));
      resolve({ ...readAnswer({ status, text: responseText }, shape), againInMs });
    };
    request.onerror = () => resolve({ ok: false, failure: { kind: 'unreachable' }, againInMs: null });
    request.onabort = () => resolve('cancelled');
    request.onloadend = () => signal.removeEventListener('abort', cancel);
    signal.addEventListener('abort', cancel);
    request.send(file);
  });
}
