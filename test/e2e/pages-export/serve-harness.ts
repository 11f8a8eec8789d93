import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { pdfFaces } from '../../../deploy/pdf-faces.ts';
import { scriptSlices } from '../../../deploy/script-slices.ts';
import { textEditorLater } from '../../../deploy/text-editor-later.ts';
import { builtOnce } from '../../support/built-once.ts';

export interface HarnessServer {
  readonly url: string;
  close(): Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
};

/** As strict as the product's own pages: a writer that needs more does not work there. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self' data: blob:; worker-src 'self' blob:";

/**
 * Builds a page that holds nothing of the product but what is exported, once in a process, and serves it.
 * @param page `index` has a canvas and the dialog, `collect` only what reads boards, `pictures` a canvas and what shows pages
 */
export async function serveHarness(
  page: 'index' | 'collect' | 'pictures' | 'scripts' = 'index',
): Promise<HarnessServer> {
  const input = join(import.meta.dirname, `${page}.html`);
  const folder = await builtOnce(input, (outDir) =>
    build({
      root: import.meta.dirname,
      configFile: false,
      logLevel: 'warn',
      plugins: [react(), textEditorLater, pdfFaces(), scriptSlices()],
      worker: { format: 'es', plugins: () => [scriptSlices()] },
      build: {
        outDir,
        emptyOutDir: true,
        target: 'es2022',
        assetsInlineLimit: 0,
        minify: false,
        reportCompressedSize: false,
        rollupOptions: { input },
      },
    }),
  );
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://localhost').pathname);
    if (/^\/api\/boards\/[\w-]+\/voting$/.test(path)) {
      response.writeHead(200, { 'Content-Type': 'application/json' }).end('{"ballot":{},"voters":0,"rounds":[]}');
      return;
    }
    const file = join(folder, path === '/' ? `${page}.html` : path);
    readFile(file).then(
      (bytes) =>
        response
          .writeHead(200, {
            'Content-Type': types[extname(file)] ?? 'application/octet-stream',
            'Content-Security-Policy': policy,
          })
          .end(bytes),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: async () => {
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
