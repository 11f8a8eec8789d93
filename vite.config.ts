import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** `vite build` makes the pages, `vite build --ssr` the server, `vitest` runs what needs no browser. */
export default defineConfig(({ isSsrBuild }) => ({
  root: isSsrBuild ? '.' : 'client',
  plugins: [react()],
  build: isSsrBuild
    ? {
        outDir: 'dist/server',
        emptyOutDir: true,
        target: 'node20',
        ssr: true,
        sourcemap: true,
        rollupOptions: {
          input: { main: 'server/main.ts', 'sqlite-worker': 'server/storage/sqlite/sqlite-worker.ts' },
        },
      }
    : { outDir: '../dist/client', emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0 },
  test: {
    projects: [
      { root: import.meta.dirname, test: { name: 'unit', include: ['test/unit/**/*.test.{ts,tsx}'] } },
      {
        root: import.meta.dirname,
        test: {
          name: 'integration',
          include: ['test/integration/**/*.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
    ],
  },
}));
