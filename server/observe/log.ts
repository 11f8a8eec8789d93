import { type DestinationStream, type Logger, pino } from 'pino';

/** Injected everywhere. Events are names with fields (`room.opened`); tokens, names of people and board text never appear. */
export type Log = Logger;

/**
 * The second line of defence behind "do not log it": fields of these names are blotted out wherever a value brings them
 * along, down to two levels deep.
 */
const secrets = ['token', 'sessionToken', 'tokenHash', 'createKey', 'headers', 'body', 'url', 'name', 'title'];
const redacted = secrets.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]);

/** Errors of libraries carry requests and statements along; what helps is what happened and where. */
const errorFields = (error: unknown): unknown => {
  if (!(error instanceof Error)) return error;
  const { type, message, stack } = pino.stdSerializers.err(error);
  return { type, message, stack, ...('code' in error && { code: error.code }) };
};

/** JSON lines on the error output: the standard output is for the person who started the server. */
export const createLog = (level: string, destination: DestinationStream = pino.destination(2)): Log =>
  pino(
    { level, base: null, serializers: { err: errorFields }, redact: { paths: redacted, censor: '[redacted]' } },
    destination,
  );
