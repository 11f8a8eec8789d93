import { type ServedPages, servePages } from '../../support/serve-pages.ts';

/** A page of this folder. */
export const serveCanvasPage = (page: string): Promise<ServedPages> =>
  servePages({ root: import.meta.dirname, page, minify: false });
