import type { Plugin } from 'vite';

const nothing = '\0polyfill';
const unique = '\0unique';

/**
 * What tldraw brings without need: polyfills of array and string methods that every browser has which runs the pages
 * (build.target), a second copy of lodash's comparison, and a list without doubles made in four kilobytes.
 */
export const leanPackages: Plugin = {
  name: 'lean-packages',
  enforce: 'pre',
  resolveId(source, importer) {
    if (source.startsWith('core-js/')) return nothing;
    if (source === 'lodash.uniq') return unique;
    // Asked without a way of its own to compare, `isEqualWith` is `isEqual`.
    if (source === 'lodash.isequal') return this.resolve('lodash.isequalwith', importer, { skipSelf: true });
    return null;
  },
  load(id) {
    if (id === nothing) return 'export {};';
    return id === unique ? 'export default (list) => [...new Set(list)];' : null;
  },
};
