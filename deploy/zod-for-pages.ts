import type { Plugin } from 'vite';

const jsonSchemas = /\/zod\/v4\/core\/(to-json-schema|json-schema-processors)\.js$/;
const englishMistakes = /\/zod\/v4\/locales\/en\.js$/;

/** @throws when nothing is exported the way this reads it: another version of zod. */
export function withoutBodies(code: string): string {
  const named = [...code.matchAll(/^export (?:const|function) (\w+)/gm)].map(([, name]) => name);
  const renamed = [...code.matchAll(/^export \{ \w+ as (\w+) \}/gm)].map(([, name]) => name);
  if (named.length === 0) throw new Error('zod writes JSON schemas in a form that is not known');
  return [
    'const absent = () => undefined;',
    ...named.map((name) => `export const ${name} = absent;`),
    ...renamed.map((name) => `export { absent as ${name} };`),
  ].join('\n');
}

/**
 * zod can write every schema as a JSON schema, and says mistakes in English. The server does both, no page does either:
 * 21 kB that everybody who joins waited for.
 */
export const zodForPages: Plugin = {
  name: 'zod-for-pages',
  apply: (_config, { command, isSsrBuild }) => command === 'build' && !isSsrBuild,
  transform: {
    filter: { id: [jsonSchemas, englishMistakes] },
    handler: (code, id) => ({
      code: englishMistakes.test(id) ? "export default () => ({ localeError: () => 'refused' });" : withoutBodies(code),
      map: null,
    }),
  },
};
