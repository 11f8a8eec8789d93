import { type Editor, isShapeId } from 'tldraw';
import type { CollectedBoard, CollectedPage } from '../compose/report-input.ts';
import { inSlices, nextTurn } from '../next-turn.ts';
import { collectPage } from './collect-page.ts';
import { createDrawer } from './draw-shapes.ts';
import { overviewOf } from './overview.ts';
import type { PagePlan, PageTexts } from './page-plan.ts';
import { splitTree } from './plan-branches.ts';
import { planPages } from './plan-pages.ts';
import { splitPage } from './plan-splits.ts';

export interface Collected {
  readonly board: Omit<CollectedBoard, 'boardId'>;
  /** JPEG or PNG as data URLs, by the name that the pages use; equal pictures of several boards have one name. */
  readonly images: Readonly<Record<string, string>>;
  /** Kinds of shapes that a box stands for. */
  readonly undrawnKinds: readonly string[];
}

export interface CollectOptions {
  readonly texts: PageTexts;
  readonly signal: AbortSignal;
  /** Told before each page. */
  readonly onPage: (index: number, count: number, title: string) => void;
}

/**
 * Reads a board in small batches, so that the page it is read on stays alive.
 * @param editor of a stage
 * @throws the signal's reason once it is aborted
 */
export async function collectBoard(editor: Editor, { texts, signal, onPage }: CollectOptions): Promise<Collected> {
  await findPlaces(editor, signal);
  const plain = planPages(editor, texts);
  const plans: PagePlan[] = [];
  await inSlices(plain, signal, (plan) => {
    plans.push(...withDetails(editor, plan, texts));
  });
  const drawer = createDrawer(editor);
  try {
    const pages: CollectedPage[] = [];
    for (const [index, plan] of plans.entries()) {
      onPage(index, plans.length, plan.title);
      await nextTurn();
      signal.throwIfAborted();
      pages.push(await collectPage(editor, plan, drawer, signal));
    }
    const tiles = plain.flatMap(({ id }) => {
      const page = pages.find((each) => each.id === id);
      return page === undefined ? [] : [{ page, at: sheetAt(editor, id) }];
    });
    await nextTurn();
    signal.throwIfAborted();
    const overview = tiles.length < 2 ? null : overviewOf(tiles);
    return { board: { overview, pages }, images: drawer.images(), undrawnKinds: drawer.undrawnKinds() };
  } finally {
    drawer.close();
  }
}

/** A page that is too full, and what shows its parts in large. */
const withDetails = (editor: Editor, plan: PagePlan, texts: PageTexts): readonly PagePlan[] =>
  splitTree(editor, plan, texts) ?? splitPage(editor, plan);

/** Where the frame of a page begins; null for a page without one. */
function sheetAt(editor: Editor, pageId: string): { readonly x: number; readonly y: number } | null {
  const bounds = isShapeId(pageId) ? editor.getShapePageBounds(pageId) : undefined;
  return bounds === undefined ? null : { x: bounds.x, y: bounds.y };
}

/** Where everything stands follows from much else; found at once, it would hold up the page. */
const findPlaces = (editor: Editor, signal: AbortSignal): Promise<void> =>
  inSlices(editor.getCurrentPageShapes(), signal, (shape) => {
    editor.getShapeMaskedPageBounds(shape);
  });

/**
 * Reads one page, as for a picture of it.
 * @throws the signal's reason once it is aborted
 */
export async function collectOne(
  editor: Editor,
  plan: PagePlan,
  signal: AbortSignal,
): Promise<Omit<Collected, 'board'> & { readonly page: CollectedPage }> {
  const drawer = createDrawer(editor);
  try {
    const page = await collectPage(editor, plan, drawer, signal);
    return { page, images: drawer.images(), undrawnKinds: drawer.undrawnKinds() };
  } finally {
    drawer.close();
  }
}
