import type { Readable } from 'node:stream';
import type { HttpServer } from './context.ts';

/** Of bodies that are no JSON; handlers read them themselves. */
export const rawType = 'application/octet-stream';

/** Lets some routes take bodies as they come, and no others; they are read once it is known who sends them. */
export async function withRawBodies(app: HttpServer, routes: (scope: HttpServer) => void): Promise<void> {
  await app.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(rawType, (_request, payload, done) => done(null, payload));
    // What is registered has forgotten its types.
    routes(scope as unknown as HttpServer);
    done();
  });
}

/** The largest file over a line of a megabit takes seven minutes; whoever is slower only holds memory. */
const BODY_MAX_MS = 10 * 60_000;

/** @returns `too-large` for more than the limit, of which the rest is not kept; `broken-off` for what ends before its end. */
export async function readRawBody(
  body: Readable,
  maxBytes: number,
  maxMs = BODY_MAX_MS,
): Promise<Uint8Array | 'too-large' | 'broken-off'> {
  const parts: Buffer[] = [];
  let size = 0;
  const late = setTimeout(() => body.destroy(), maxMs).unref();
  try {
    for await (const part of body as AsyncIterable<Buffer>) {
      size += part.length;
      if (size <= maxBytes) parts.push(part);
      else parts.length = 0;
    }
  } catch {
    return 'broken-off';
  } finally {
    clearTimeout(late);
  }
  return size > maxBytes ? 'too-large' : new Uint8Array(Buffer.concat(parts));
}
