import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build, type PluginOption, preview } from 'vite';
import { textEditorLater } from '../../deploy/text-editor-later.ts';
import { builtOnce } from './built-once.ts';

export interface ServedPages {
  readonly url: string;
  close(): Promise<void>;
}

interface PagesOptions {
  /** The folder of the pages. */
  readonly root: string;
  /** In it, with ending. */
  readonly page: string;
  readonly minify: boolean;
  /** Of the product's own, beside those that every canvas needs. */
  readonly plugins?: readonly PluginOption[];
  readonly workerPlugins?: readonly PluginOption[];
}

/** Builds a page that is none of the product's own the way those are built, once in a process, and serves it. */
export async function servePages({
  root,
  page,
  minify,
  plugins = [],
  workerPlugins = [],
}: PagesOptions): Promise<ServedPages> {
  const settings = { root, configFile: false, logLevel: 'error', appType: 'mpa' } as const;
  const outDir = await builtOnce(join(root, page), (outDir) =>
    build({
      ...settings,
      plugins: [react(), textEditorLater, ...plugins],
      worker: { format: 'es', plugins: () => [...workerPlugins] },
      build: {
        ...{ outDir, emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0, minify },
        rollupOptions: { input: join(root, page) },
      },
    }),
  );
  const server = await preview({ ...settings, build: { outDir }, preview: { port: 0, host: '127.0.0.1' } });
  const url = server.resolvedUrls?.local[0];
  if (url === undefined) throw new Error('the pages are not being served');
  return { url, close: () => server.close() };
}
