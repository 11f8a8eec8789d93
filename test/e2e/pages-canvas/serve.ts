import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build, preview } from 'vite';
import { textEditorLater } from '../../../deploy/text-editor-later.ts';

/** Builds a page of this folder the way the product is built, and serves it. */
export async function servePages(page: string): Promise<{ readonly url: string; close(): Promise<void> }> {
  const root = import.meta.dirname;
  const outDir = await mkdtemp(join(tmpdir(), 'canvas-pages-'));
  const settings = { root, configFile: false, logLevel: 'error' } as const;
  await build({
    ...settings,
    plugins: [react(), textEditorLater],
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      minify: false,
      rollupOptions: { input: join(root, page) },
    },
  });
  const server = await preview({ ...settings, build: { outDir }, preview: { port: 0, host: '127.0.0.1' } });
  const url = server.resolvedUrls?.local[0];
  if (url === undefined) throw new Error('the pages are not being served');
  return {
    url,
    async close() {
      await server.close();
      await rm(outDir, { recursive: true, force: true });
    },
  };
}
