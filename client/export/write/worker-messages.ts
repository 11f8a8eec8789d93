import type { CollectedPage, ReportInput } from '../compose/report-input.ts';
import type { DisplayItem, DisplayList, DisplayPage } from '../display-list.ts';
import type { FaceName } from '../faces.ts';
import type { Slice } from '../text/script-slices.ts';
import type { WrittenPdf } from './write-pdf.ts';

/** A slice and its same-origin address. */
export type SliceUrl = Slice & { readonly url: string };

/** Items in one message: copying them takes some milliseconds. */
export const itemsAtOnce = 100;

/** Of a page read off a board, within the input that it came with. */
export interface CollectedPlace {
  readonly board: number;
  /** Null for the board's overview. */
  readonly page: number | null;
}

/**
 * To the worker: `open` first, then one job after the other. What a job is about comes before it, in messages so small that
 * copying one of them is not felt.
 */
export type WriterRequest =
  /** Same-origin addresses; only those needed are fetched. */
  | { readonly type: 'open'; readonly faceUrls: Readonly<Record<FaceName, string>> }
  /** Answer to `wantsSlices`. */
  | { readonly type: 'slices'; readonly slices: readonly SliceUrl[] }
  | { readonly type: 'image'; readonly name: string; readonly url: string }
  /** Of the next page that a message gives, behind those that came before. */
  | { readonly type: 'items'; readonly items: readonly DisplayItem[] }
  /** Of the board by its place in the input; its items came before. */
  | { readonly type: 'boardPage'; readonly board: number; readonly isOverview: boolean; readonly page: CollectedPage }
  /** Without pages and images, which came before. */
  | { readonly type: 'compose'; readonly input: ReportInput }
  /** One of the pages composed last, by its place among them. */
  | { readonly type: 'knownPage'; readonly index: number }
  | { readonly type: 'page'; readonly page: DisplayPage }
  /** Without pages and images, which came before. */
  | { readonly type: 'write'; readonly list: DisplayList };

/** From the worker: any number of pages and wishes, then one that ends the job. */
export type WriterResponse =
  | { readonly type: 'wantsSlices' }
  /** Of the page that comes next, by the place of the layer in it, behind those that came before. */
  | { readonly type: 'composedItems'; readonly layer: number; readonly items: readonly DisplayItem[] }
  /** The layer's items are those of a page read off a board, which the other side has: they are not sent back. */
  | { readonly type: 'composedLayer'; readonly layer: number; readonly of: CollectedPlace }
  /** Without items, which came before. */
  | { readonly type: 'composedPage'; readonly page: DisplayPage }
  | { readonly type: 'composed' }
  | { readonly type: 'writing'; readonly index: number }
  | ({ readonly type: 'written' } & WrittenPdf)
  | { readonly type: 'failed'; readonly reason: string };
