import { composeReport } from '../compose/compose-report.ts';
import type { CollectedPage, ReportInput } from '../compose/report-input.ts';
import type { DisplayItem, DisplayList, DisplayPage } from '../display-list.ts';
import type { FaceName } from '../faces.ts';
import { loadHyphenation } from '../text/load-hyphenation.ts';
import type { SliceName } from '../text/script-slices.ts';
import type { FaceSources } from './font-book.ts';
import { openMeasure } from './open-measure.ts';
import {
  type CollectedPlace,
  itemsAtOnce,
  type SliceUrl,
  type WriterRequest,
  type WriterResponse,
} from './worker-messages.ts';
import { writePdf } from './write-pdf.ts';

const post = (response: WriterResponse, transfer: Transferable[] = []): void =>
  self.postMessage(response, { transfer });

/** What has come for the next job. */
interface Gathered {
  readonly images: Record<string, string>;
  readonly boards: Map<number, { overview: CollectedPage | null; readonly pages: CollectedPage[] }>;
  readonly pages: DisplayPage[];
  items: DisplayItem[];
}
const nothing = (): Gathered => ({ images: {}, boards: new Map(), pages: [], items: [] });

let gathered = nothing();
let composed: readonly DisplayPage[] = [];
let faceUrls: Readonly<Record<string, string>> = {};
let slices: Promise<readonly SliceUrl[]> | null = null;
let giveSlices: (given: readonly SliceUrl[]) => void = () => undefined;
const faces = new Map<string, Promise<Uint8Array>>();

// WebKit runs this file once more for a part that comes later and imports from it: only the first run answers.
self.onmessage ??= (event: MessageEvent<WriterRequest>) => {
  // An error that only the worker sees looks like a job that never ends.
  take(event.data).catch((error: unknown) => post({ type: 'failed', reason: String(error) }));
};

async function take(request: WriterRequest): Promise<void> {
  switch (request.type) {
    case 'open':
      faceUrls = request.faceUrls;
      break;
    case 'slices':
      giveSlices(request.slices);
      break;
    case 'image':
      gathered.images[request.name] = request.url;
      break;
    case 'items':
      for (const item of request.items) gathered.items.push(item);
      break;
    case 'boardPage':
      gatherBoardPage(request.board, request.isOverview, { ...request.page, items: takeItems() });
      break;
    case 'knownPage': {
      const page = composed[request.index];
      if (page === undefined) throw new Error('no such page was composed');
      gathered.pages.push(page);
      break;
    }
    case 'page':
      gathered.pages.push(request.page);
      break;
    case 'compose':
      return compose(request.input);
    case 'write':
      return write(request.list);
  }
}

function takeItems(): DisplayItem[] {
  const { items } = gathered;
  gathered.items = [];
  return items;
}

function gatherBoardPage(index: number, isOverview: boolean, page: CollectedPage): void {
  const board = gathered.boards.get(index) ?? { overview: null, pages: [] };
  gathered.boards.set(index, board);
  if (isOverview) board.overview = page;
  else board.pages.push(page);
}

async function compose(bare: ReportInput): Promise<void> {
  const { images, boards } = gathered;
  gathered = nothing();
  const input: ReportInput = {
    ...{ ...bare, images },
    boards: bare.boards.map((board, index) => ({ ...board, ...boards.get(index) })),
  };
  const [measure, hyphenate] = await Promise.all([openMeasure(input, sources), loadHyphenation(input.report.language)]);
  composed = composeReport(input, measure, hyphenate);
  const collected = placesOf(input);
  for (const page of composed) postPage(page, collected);
  post({ type: 'composed' });
}

type Items = DisplayPage['layers'][number]['items'];

function placesOf({ boards }: ReportInput): ReadonlyMap<Items, CollectedPlace> {
  const places = new Map<Items, CollectedPlace>();
  for (const [board, { overview, pages }] of boards.entries()) {
    if (overview !== null) places.set(overview.items, { board, page: null });
    for (const [page, { items }] of pages.entries()) places.set(items, { board, page });
  }
  return places;
}

function postPage(page: DisplayPage, collected: ReadonlyMap<Items, CollectedPlace>): void {
  for (const [layer, { items }] of page.layers.entries()) {
    const of = collected.get(items);
    if (of !== undefined) post({ type: 'composedLayer', layer, of });
    else
      for (let from = 0; from < items.length; from += itemsAtOnce)
        post({ type: 'composedItems', layer, items: items.slice(from, from + itemsAtOnce) });
  }
  post({ type: 'composedPage', page: { ...page, layers: page.layers.map((layer) => ({ ...layer, items: [] })) } });
}

async function write(bare: DisplayList): Promise<void> {
  const { images, pages } = gathered;
  gathered = nothing();
  const written = await writePdf(
    { ...bare, images, pages },
    { ...sources, onPage: (index) => post({ type: 'writing', index }) },
  );
  post({ type: 'written', ...written }, [written.bytes.buffer]);
}

/** Faces stay from job to job: laying out and writing need the same ones. */
const sources: FaceSources = {
  async loadFace(face: FaceName | SliceName) {
    const known = faces.get(face) ?? fetchFace(face);
    faces.set(face, known);
    // What did not come may come the next time.
    known.catch(() => faces.delete(face));
    return known;
  },
  loadSlices,
};

function loadSlices(): Promise<readonly SliceUrl[]> {
  slices ??= new Promise((resolve) => {
    giveSlices = resolve;
    post({ type: 'wantsSlices' });
  });
  return slices;
}

async function fetchFace(face: FaceName | SliceName): Promise<Uint8Array> {
  const url = faceUrls[face] ?? (await loadSlices()).find(({ name }) => name === face)?.url;
  if (url === undefined) throw new Error(`font ${face} is unknown`);
  const response = await fetch(url);
  if (!response.ok) throw new Error(`font ${face} answered ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
