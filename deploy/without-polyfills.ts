import type { Plugin } from 'vite';

const nothing = '\0polyfill';

/** tldraw brings polyfills of array and string methods that every browser has which runs the pages (build.target). */
export const withoutPolyfills: Plugin = {
  name: 'without-polyfills',
  enforce: 'pre',
  resolveId: (source) => (source.startsWith('core-js/') ? nothing : null),
  load: (id) => (id === nothing ? 'export {};' : null),
};
