import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Plugin } from 'vite';
import { faceFiles } from '../client/export/face-files.ts';
import type { FaceName } from '../client/export/faces.ts';

const { resolve } = createRequire(import.meta.url);
const names = Object.keys(faceFiles) as readonly FaceName[];

let unpacking: Promise<unknown> = Promise.resolve();

/** A face as TrueType. The PDF writer can take a part out of that, but not out of WOFF2. */
export async function readFace(name: FaceName): Promise<Uint8Array> {
  const file = resolve(faceFiles[name]);
  const bytes = await readFile(file);
  if (!file.endsWith('.woff2')) return bytes;
  // What comes back is a window on memory that the next call writes over: one at a time, and each result copied.
  const unpacked = unpacking.then(async () => (await (await import('wawoff2')).default.decompress(bytes)).slice());
  unpacking = unpacked.catch(() => undefined);
  return unpacked;
}

const moduleId = 'virtual:pdf-faces';
const resolvedId = `\0${moduleId}`;
const developmentPath = '/@pdf-faces/';

/** Gives `virtual:pdf-faces`: every face as a file of the build, and its address; none is fetched before it is needed. */
export function pdfFaces(): Plugin {
  let building = false;
  return {
    name: 'pdf-faces',
    configResolved: (config) => {
      building = config.command === 'build';
    },
    resolveId: (id) => (id === moduleId ? resolvedId : null),
    async load(id) {
      if (id !== resolvedId) return null;
      const urls = await Promise.all(
        names.map(async (name) => {
          if (!building) return `${name}: ${JSON.stringify(`${developmentPath}${name}.ttf`)}`;
          const reference = this.emitFile({ type: 'asset', name: `${name}.ttf`, source: await readFace(name) });
          return `${name}: import.meta.ROLLUP_FILE_URL_${reference}`;
        }),
      );
      return `export const faceUrls = { ${urls.join(', ')} };`;
    },
    configureServer({ middlewares }) {
      middlewares.use(developmentPath, (request, response, next) => {
        const name = names.find((each) => request.url === `/${each}.ttf`);
        if (name === undefined) return next();
        readFace(name).then((bytes) => response.setHeader('Content-Type', 'font/ttf').end(bytes), next);
      });
    },
  };
}
