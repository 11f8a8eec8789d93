import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Plugin } from 'vite';

const entry = /\[\s*"(\w+)",[\s\S]*?\)\)\s*\],?/g;

/** Every icon comes in six weights, of which nearly all are shown in one. */
const drawn = 6;
const usual = 'regular';
const special = ['bold', 'fill'] as const;

/**
 * Leaves of an icon what is shown: its usual weight and these.
 * @throws when the module is not written the way this reads it: another version of the icons.
 */
export function keepWeights(code: string, weights: ReadonlySet<string>): string {
  const kept: string[] = [];
  let found = 0;
  const result = code.replace(entry, (text, weight: string) => {
    found += 1;
    if (weight !== usual && !weights.has(weight)) return '';
    kept.push(weight);
    return text;
  });
  const wanted = new Set([usual, ...weights]).size;
  if (found !== drawn || kept.length !== wanted) throw new Error(`icon with ${found} weights, expected ${drawn}`);
  return result;
}

const imported = /import \{ (\w+) \} from '@phosphor-icons\/react\/dist\/csr\/(\w+)'/g;
const shown = /<(\w+)\b[^<>]*?\sweight=(?:"(\w+)"|\{([^}]*)\})/g;

/** Adds which special weights a source shows of which icon. Where it is not said by name, of all that the source imports. */
export function noteWeights(source: string, noted: Map<string, Set<string>>): void {
  const icons = new Map([...source.matchAll(imported)].map(([, name = '', file = '']) => [name, file]));
  const note = (icon: string, weights: readonly string[]) =>
    noted.set(icon, new Set([...(noted.get(icon) ?? []), ...weights]));
  for (const [, name = '', weight, expression = ''] of source.matchAll(shown)) {
    const said = special.filter((one) => weight === one || expression.includes(`'${one}'`));
    const icon = icons.get(name);
    if (icon !== undefined) note(icon, said);
    else for (const one of icons.values()) note(one, said);
  }
}

function weightsIn(folder: string): ReadonlyMap<string, ReadonlySet<string>> {
  const noted = new Map<string, Set<string>>();
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    if (file.endsWith('.tsx')) noteWeights(readFileSync(join(folder, file), 'utf8'), noted);
  return noted;
}

/** @param folder with the sources that show icons */
export function iconWeights(folder: string): Plugin {
  let noted: ReadonlyMap<string, ReadonlySet<string>> = new Map();
  return {
    name: 'icon-weights',
    apply: 'build',
    buildStart() {
      noted = weightsIn(folder);
    },
    transform: {
      filter: { id: /@phosphor-icons\/react\/dist\/defs\/\w+\.es\.js$/ },
      handler: (code, id) => ({ code: keepWeights(code, noted.get(basename(id, '.es.js')) ?? new Set()), map: null }),
    },
  };
}
