import { faceUrls } from 'virtual:pdf-faces';
import type { CollectedPage, ReportInput } from './compose/report-input.ts';
import type { DisplayItem, DisplayList, DisplayPage } from './display-list.ts';
import { nextTurn, sliceMs } from './next-turn.ts';
import { type CollectedPlace, itemsAtOnce, type WriterRequest, type WriterResponse } from './write/worker-messages.ts';
import type { WrittenPdf } from './write/write-pdf.ts';

/** Lays out and writes in a thread of its own. */
export interface Writer {
  compose(input: ReportInput): Promise<readonly DisplayPage[]>;
  /** @param onPage told before each page */
  write(list: DisplayList, onPage: (index: number) => void): Promise<WrittenPdf>;
  /** Ends everything at once; what is still awaited is rejected with an abort error. */
  close(): void;
}

/** No thread could be started, or it broke down: asking again will hardly help. */
export class WriterNotRunning extends Error {}

interface Job {
  readonly take: (response: WriterResponse) => void;
  readonly fail: (reason: unknown) => void;
}

export function openWriter(): Writer {
  const worker = new Worker(new URL('./write/worker.ts', import.meta.url), { type: 'module', name: 'pdf' });
  const send = (request: WriterRequest): void => worker.postMessage(request);
  /** Where each page of the last composition stands in it: the worker still has them. */
  let known = new Map<DisplayPage, number>();
  let job: Job | null = null;
  let ended: { readonly reason: unknown } | null = null;
  let queue: Promise<unknown> = Promise.resolve();

  const end = (reason: unknown): void => {
    ended ??= { reason };
    worker.terminate();
    job?.fail(ended.reason);
    job = null;
  };
  worker.addEventListener('error', (event) => end(new WriterNotRunning(event.message)));
  worker.addEventListener('message', ({ data }: MessageEvent<WriterResponse>) => {
    if (data.type === 'wantsSlices') sendSlices(send).catch(end);
    else if (data.type === 'failed') job?.fail(new Error(data.reason));
    else job?.take(data);
  });
  send({ type: 'open', faceUrls });

  const run = <Value>(
    requests: () => Iterable<WriterRequest>,
    take: (response: WriterResponse, done: (value: Value) => void) => void,
  ): Promise<Value> => {
    const work = async (): Promise<Value> => {
      const answered = new Promise<Value>((resolve, reject) => {
        job = { take: (response) => take(response, resolve), fail: reject };
      });
      // Awaited below, where sending has ended; until then nobody may miss that it failed.
      answered.catch(() => undefined);
      await sendInSlices(requests(), (request) => {
        if (ended !== null) throw ended.reason;
        send(request);
      });
      return answered;
    };
    const result = queue.then(work);
    queue = result.catch(() => undefined);
    return result;
  };

  return {
    compose(input) {
      const pages: DisplayPage[] = [];
      /** Of the next page, by layer. */
      let items: (readonly DisplayItem[])[] = [];
      return run(
        () => composeRequests(input),
        (response, done) => {
          if (response.type === 'composedItems')
            items[response.layer] = [...(items[response.layer] ?? []), ...response.items];
          if (response.type === 'composedLayer') items[response.layer] = itemsAt(input, response.of);
          if (response.type === 'composedPage') {
            pages.push(withItems(response.page, items));
            items = [];
          }
          if (response.type !== 'composed') return;
          known = new Map(pages.map((page, index) => [page, index]));
          done(pages);
        },
      );
    },
    write: (list, onPage) =>
      run(
        () => writeRequests(list, known),
        (response, done) => {
          if (response.type === 'writing') onPage(response.index);
          if (response.type === 'written') done({ bytes: response.bytes, undrawn: response.undrawn });
        },
      ),
    close: () => end(new DOMException('the writer was closed', 'AbortError')),
  };
}

/** What was collected serves the composed page too: a board of a thousand cards is not kept twice. */
const itemsAt = ({ boards }: ReportInput, { board, page }: CollectedPlace): readonly DisplayItem[] => {
  const from = boards[board];
  return (page === null ? from?.overview : from?.pages[page])?.items ?? [];
};

const withItems = (page: DisplayPage, items: readonly (readonly DisplayItem[])[]): DisplayPage => ({
  ...page,
  layers: page.layers.map((layer, index) => ({ ...layer, items: items[index] ?? [] })),
});

async function sendInSlices(requests: Iterable<WriterRequest>, send: (request: WriterRequest) => void): Promise<void> {
  let start = performance.now();
  for (const request of requests) {
    if (performance.now() - start > sliceMs) {
      await nextTurn();
      start = performance.now();
    }
    send(request);
  }
}

async function sendSlices(send: (request: WriterRequest) => void): Promise<void> {
  const { slices } = await import('virtual:script-slices');
  send({ type: 'slices', slices });
}

function* composeRequests(input: ReportInput): Generator<WriterRequest> {
  const { logo } = input.look;
  // Of all pictures only its size matters before writing.
  const url = logo === null ? undefined : input.images[logo];
  if (logo !== null && url !== undefined) yield { type: 'image', name: logo, url };
  for (const [board, { overview, pages }] of input.boards.entries()) {
    if (overview !== null) yield* boardPageRequests(board, overview, true);
    for (const page of pages) yield* boardPageRequests(board, page, false);
  }
  const boards = input.boards.map(({ boardId }) => ({ boardId, overview: null, pages: [] }));
  yield { type: 'compose', input: { ...input, boards, images: {} } };
}

function* boardPageRequests(board: number, page: CollectedPage, isOverview: boolean): Generator<WriterRequest> {
  for (let from = 0; from < page.items.length; from += itemsAtOnce)
    yield { type: 'items', items: page.items.slice(from, from + itemsAtOnce) };
  yield { type: 'boardPage', board, isOverview, page: { ...page, items: [] } };
}

function* writeRequests(list: DisplayList, known: ReadonlyMap<DisplayPage, number>): Generator<WriterRequest> {
  for (const [name, url] of Object.entries(list.images)) yield { type: 'image', name, url };
  for (const page of list.pages) {
    const index = known.get(page);
    yield index === undefined ? { type: 'page', page } : { type: 'knownPage', index };
  }
  yield { type: 'write', list: { ...list, pages: [], images: {} } };
}
