import type { Plugin } from 'vite';

const entry = /\[\s*"(\w+)",[\s\S]*?\)\)\s*\],?/g;

/** Every icon comes in six weights of which the look uses three; leaving out the rest halves what icons weigh. */
const used = new Set(['regular', 'bold', 'fill']);
const drawn = 6;

/** @throws when the module is not written the way this reads it: another version of the icons. */
export function keepUsedWeights(code: string): string {
  const kept: string[] = [];
  let found = 0;
  const result = code.replace(entry, (text, weight: string) => {
    found += 1;
    if (!used.has(weight)) return '';
    kept.push(weight);
    return text;
  });
  if (found !== drawn || kept.length !== used.size) throw new Error(`icon with ${found} weights, expected ${drawn}`);
  return result;
}

export const iconWeights: Plugin = {
  name: 'icon-weights',
  apply: 'build',
  transform: {
    filter: { id: /@phosphor-icons\/react\/dist\/defs\/\w+\.es\.js$/ },
    handler: (code) => ({ code: keepUsedWeights(code), map: null }),
  },
};
