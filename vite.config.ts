import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { filesInPage } from './deploy/files-in-page.ts';
import { iconWeights } from './deploy/icon-weights.ts';
import { leanPackages } from './deploy/lean-packages.ts';
import { collectNotices } from './deploy/notices.mjs';
import { pageChunks } from './deploy/page-chunks.ts';
import { pdfFaces } from './deploy/pdf-faces.ts';
import { precompress } from './deploy/precompress.ts';
import { scriptSlices } from './deploy/script-slices.ts';
import { textEditorLater } from './deploy/text-editor-later.ts';
import { zodForPages } from './deploy/zod-for-pages.ts';
import { SlowestFirst } from './test/support/slowest-first.ts';

/** The pages bring the licences of what they are made of: `/NOTICE.txt`. */
const notices: Plugin = {
  name: 'notices',
  apply: (_config, { command, isSsrBuild }) => command === 'build' && !isSsrBuild,
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'NOTICE.txt', source: collectNotices() });
  },
};

/** The oldest browsers that the pages run in, as the README names them; what they lack, the sources do without. */
const oldestBrowsers = ['chrome111', 'edge111', 'firefox115', 'safari16.4'];

/** `vite build` makes the pages, `vite build --ssr` the server, `vitest` runs what needs no browser. */
export default defineConfig(({ isSsrBuild }) => ({
  root: isSsrBuild ? '.' : 'client',
  // Beside the packages, not in a node_modules of the client's own.
  cacheDir: join(import.meta.dirname, 'node_modules', '.vite'),
  plugins: [
    ...[react(), leanPackages, zodForPages, textEditorLater],
    iconWeights(join(import.meta.dirname, 'client')),
    ...[notices, pdfFaces(), scriptSlices(), filesInPage, precompress],
  ],
  worker: { format: 'es' },
  build: isSsrBuild
    ? {
        outDir: 'dist/server',
        emptyOutDir: true,
        target: 'node20',
        ssr: true,
        sourcemap: true,
        rollupOptions: {
          input: {
            main: 'server/main.ts',
            erase: 'server/erase.ts',
            'sqlite-worker': 'server/storage/sqlite/sqlite-worker.ts',
            'merge-worker': 'server/rooms/compaction/merge-worker.ts',
            'read-process': 'server/files/read-process.ts',
            'recode-process': 'server/pictures/recode-process.ts',
          },
        },
      }
    : {
        ...{ outDir: '../dist/client', emptyOutDir: true, target: oldestBrowsers, assetsInlineLimit: 0 },
        rollupOptions: { output: { codeSplitting: pageChunks() } },
      },
  test: {
    // Some tests mostly wait, so that two cores carry three files at a time.
    maxWorkers: 3,
    sequence: { sequencer: SlowestFirst },
    // Files share what they import (`isolate`): importing it anew for each took longer than many of them run.
    projects: [
      {
        root: import.meta.dirname,
        test: { name: 'unit', include: ['test/unit/**/*.test.{ts,tsx}'], testTimeout: 20_000, isolate: false },
      },
      {
        root: import.meta.dirname,
        test: {
          name: 'integration',
          include: ['test/integration/**/*.test.ts'],
          isolate: false,
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
    ],
  },
}));
