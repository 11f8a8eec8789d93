/** A call as it travels. Nothing here knows a shape: a page asks before the script that reads answers is there. */
export interface Question {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Goes on when the page is left meanwhile; for what has at most 64 kB. */
  readonly keepalive?: boolean;
}

export interface Reply {
  readonly status: number;
  readonly text: string;
}

/** Past this the connection counts as lost; the slowest call here takes a fraction of it. */
const timeoutMs = 20_000;

/**
 * @param origin where the server is, for programs that do not run on a page of it.
 * @returns null where no answer came back.
 */
export async function ask(
  { method, path, body, headers, keepalive = false }: Question,
  origin = '',
): Promise<Reply | null> {
  try {
    const response = await fetch(`${origin}${path}`, {
      method,
      credentials: 'same-origin',
      cache: 'no-store',
      keepalive,
      headers: {
        accept: 'application/json, application/problem+json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(timeoutMs),
    });
    return { status: response.status, text: await response.text() };
  } catch {
    return null;
  }
}

const early = new Map<string, Promise<Reply | null>>();
const nameOf = ({ method, path, body }: Question): string => JSON.stringify([method, path, body]);

/** Asks what a page is going to ask, while most of its script is still on the way. Only for what changes nothing. */
export function askEarly(question: Question, origin = ''): void {
  early.set(nameOf(question), ask(question, origin));
}

/** @returns what was asked early, once: whoever asks again wants to know how it is by then. */
export function takeEarly(question: Question): Promise<Reply | null> | undefined {
  const name = nameOf(question);
  const reply = early.get(name);
  early.delete(name);
  return reply;
}
