import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Plugin } from 'vite';
import type { Slice } from '../client/export/text/script-slices.ts';
import { rangesOf } from '../client/export/text/scripts.ts';

const { resolve } = createRequire(import.meta.url);

interface SliceFile extends Slice {
  /** Path. */
  readonly file: string;
}

/** Those slices of a package that are counted; its named ones are of scripts that our own faces have. */
function numbered(script: 'han' | 'hangul', family: string): SliceFile[] {
  const folder = `@fontsource-variable/${family}`;
  const byNumber: Record<string, string> = JSON.parse(readFileSync(resolve(`${folder}/unicode.json`), 'utf8'));
  return Object.entries(byNumber).flatMap(([key, list]): SliceFile[] => {
    const number = /^\[(\d+)\]$/.exec(key)?.[1];
    if (number === undefined) return [];
    const ranges = list.split(',').flatMap((range) => {
      const [from = '', to = from] = range.replace(/^U\+/i, '').split('-');
      return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
    });
    const file = resolve(`${folder}/files/${family}-${number}-wght-normal.woff2`);
    return [{ name: `${script}-${Number(number)}`, ranges, file }];
  });
}

let files: readonly SliceFile[] | null = null;

/** Every slice, read from the packages that carry them. */
function sliceFiles(): readonly SliceFile[] {
  files ??= [
    ...numbered('han', 'noto-sans-sc'),
    ...numbered('hangul', 'noto-sans-kr'),
    { name: 'emoji-0', ranges: rangesOf('emoji').flat(), file: resolve('twemoji-colr-font/twemoji.woff2') },
  ];
  return files;
}

export const readSlices = (): readonly Slice[] => sliceFiles().map(({ name, ranges }) => ({ name, ranges }));

export function readSlice(name: string): Uint8Array {
  const slice = sliceFiles().find((each) => each.name === name);
  if (slice === undefined) throw new Error(`there is no slice ${name}`);
  return readFileSync(slice.file);
}

const moduleId = 'virtual:script-slices';
const resolvedId = `\0${moduleId}`;
const developmentPath = '/@script-slices/';

/** Gives `virtual:script-slices`: every slice as a file of the build, with its address and letters. */
export function scriptSlices(): Plugin {
  let building = false;
  return {
    name: 'script-slices',
    configResolved: (config) => {
      building = config.command === 'build';
    },
    resolveId: (id) => (id === moduleId ? resolvedId : null),
    load(id) {
      if (id !== resolvedId) return null;
      const entries = sliceFiles().map(({ name, ranges }) => {
        const url = building
          ? `import.meta.ROLLUP_FILE_URL_${this.emitFile({ type: 'asset', name: `${name}.woff2`, source: readSlice(name) })}`
          : JSON.stringify(`${developmentPath}${name}.woff2`);
        return `{name:"${name}",url:${url},ranges:${JSON.stringify(ranges)}}`;
      });
      return `export const slices = [${entries.join(',\n')}];`;
    },
    configureServer({ middlewares }) {
      middlewares.use(developmentPath, (request, response, next) => {
        const name = /^\/([a-z]+-\d+)\.woff2$/.exec(request.url ?? '')?.[1];
        if (name === undefined || sliceFiles().every((slice) => slice.name !== name)) return next();
        response.setHeader('Content-Type', 'font/woff2').end(readSlice(name));
      });
    },
  };
}
