import type { DisplayList } from '../display-list.ts';
import type { FaceName } from '../faces.ts';
import type { WrittenPdf } from './write-pdf.ts';

/** To the worker, once. */
export interface WriteRequest {
  readonly list: DisplayList;
  /** Same-origin addresses; only those needed are fetched. */
  readonly faceUrls: Readonly<Record<FaceName, string>>;
}

/** From the worker: any number of pages, then one of the others. */
export type WriteResponse =
  | { readonly type: 'page'; readonly index: number }
  | ({ readonly type: 'written' } & WrittenPdf)
  | { readonly type: 'failed'; readonly reason: string };
