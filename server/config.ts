import { z } from 'zod';
import type { Reach } from './access/origin.ts';

const whole = (max: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, { error: 'has to be a whole number' })
    .transform(Number)
    .refine((value) => value <= max, { error: `has to be at most ${max}` });

const isBareOrigin = (text: string): boolean => {
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && url.host !== '' && /^https?:\/\/[^/?#@]+\/?$/i.test(text);
};

/** Every variable of the environment: its type, its default and what it is for. An empty value counts as not set. */
const Environment = z.object({
  PORT: whole(65_535).prefault('3000').describe('Port to listen on; 0 takes a free one.'),
  HOST: z
    .string()
    .default('0.0.0.0')
    .describe('Address to listen on. `127.0.0.1` serves this computer only, `::` also IPv6.'),
  DATA_DIR: z.string().default('./data').describe('Folder that holds everything that is stored; made when missing.'),
  PUBLIC_URL: z
    .string()
    .refine(isBareOrigin, { error: 'has to look like https://board.example.org, without a path' })
    .transform((text) => new URL(text).origin)
    .optional()
    .describe(
      'Address at which people reach this server. Links use it and only pages under it may act. With https, cookies travel by https alone.',
    ),
  CREATE_KEY: z
    .string()
    // Travels in a header, where other characters than these do not arrive unharmed.
    .regex(/^[\x21-\x7e]([\x20-\x7e]*[\x21-\x7e])?$/, { error: 'has to be of plain letters, digits and signs' })
    .min(8, { error: 'has to have at least 8 characters' })
    .optional()
    .describe(
      'Secret that whoever makes a workshop has to know. Not set: everybody who reaches the server may make one. A copy of a workshop for its next session takes none: its facilitators were let in by somebody who knew it.',
    ),
  TRUST_PROXY: whole(10)
    .prefault('0')
    .describe(
      'How many reverse proxies of yours stand in front. Their `X-Forwarded-*` headers are believed, no others.',
    ),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'])
    .default('warn')
    .describe('How much is logged, as JSON lines on the error output.'),
  TLDRAW_LICENSE_KEY: z
    .string()
    .optional()
    .describe('Licence key for the drawing canvas, for operators who bought one. The watermark stays without it.'),
});

type Variable = keyof typeof Environment.shape;

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly createKey: string | null;
  readonly logLevel: string;
  readonly licenceKey: string | null;
  readonly reach: Reach;
}

export type ReadConfig =
  | { readonly status: 'ok'; readonly config: Config }
  /** One sentence per mistake, each naming its variable. */
  | { readonly status: 'invalid'; readonly mistakes: readonly string[] };

export function readConfig(env: Readonly<Record<string, string | undefined>>): ReadConfig {
  const given = Object.fromEntries(
    variables().flatMap(({ name }) => (env[name]?.trim() ? [[name, env[name].trim()]] : [])),
  );
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    return {
      status: 'invalid',
      mistakes: parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${plainWords(message)}.`),
    };
  }
  const { data } = parsed;
  return {
    status: 'ok',
    config: {
      port: data.PORT,
      host: data.HOST,
      dataDir: data.DATA_DIR,
      createKey: data.CREATE_KEY ?? null,
      logLevel: data.LOG_LEVEL,
      licenceKey: data.TLDRAW_LICENSE_KEY ?? null,
      reach: { publicOrigin: data.PUBLIC_URL ?? null, trustedProxies: data.TRUST_PROXY },
    },
  };
}

const plainWords = (message: string): string =>
  message.replace(
    /^Invalid option: expected one of (.*)$/,
    (_, list: string) => `has to be one of ${list.replaceAll('"', '').split('|').join(', ')}`,
  );

interface VariableFacts {
  readonly name: Variable;
  readonly description: string;
  /** As one would write it; null when the variable is optional. */
  readonly standard: string | null;
}

function variables(): readonly VariableFacts[] {
  const { properties } = z.toJSONSchema(Environment, { io: 'input' });
  return Object.entries(properties ?? {}).map(([name, schema]) => {
    if (typeof schema === 'boolean') throw new Error(`${name} has no schema`);
    return {
      name: name as Variable,
      description: schema.description ?? '',
      standard: typeof schema.default === 'string' ? schema.default : null,
    };
  });
}

/** The variables as the table of the README. */
export function configTable(): string {
  const rows = variables().map(
    ({ name, standard, description }) =>
      `| \`${name}\` | ${standard === null ? '–' : `\`${standard}\``} | ${description} |`,
  );
  return ['| Variable | Default | Meaning |', '| --- | --- | --- |', ...rows].join('\n');
}

export function helpText(): string {
  const rows = variables().map(({ name, standard, description }) => {
    const value = standard === null ? 'not set by default' : `default ${standard}`;
    return `  ${name} (${value})\n      ${description.replaceAll('`', '')}`;
  });
  return [
    'Commonboard: a whiteboard for workshops of several organisations.',
    '',
    'Takes no arguments but --help; everything is set by environment variables. A workshop is erased for good, with the',
    'server stopped, by: npm run erase -- <id or title>',
    '',
    ...rows,
  ].join('\n');
}

export type ParsedArguments =
  | { readonly status: 'run' }
  | { readonly status: 'help' }
  | { readonly status: 'unknown'; readonly unknown: readonly string[] };

export function parseArguments(args: readonly string[]): ParsedArguments {
  const unknown = args.filter((argument) => argument !== '--help' && argument !== '-h');
  if (unknown.length > 0) return { status: 'unknown', unknown };
  return { status: args.length > 0 ? 'help' : 'run' };
}
