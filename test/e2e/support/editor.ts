import type { JSHandle, Page } from '@playwright/test';
import type { Editor } from 'tldraw';
import { type AnyRecord, withoutMeasured } from '../../../shared/board/groups.ts';

/** What tests do with it; all of it would be too much for the compiler. */
export type PageEditor = Pick<
  Editor,
  | 'getAssets'
  | 'getCamera'
  | 'getCurrentPageShapes'
  | 'getShape'
  | 'getShapesAtPoint'
  | 'run'
  | 'screenToPage'
  | 'setCamera'
  | 'toggleLock'
  | 'updateShape'
>;

/** The editor of the board that is open, as anybody has it who opens the developer tools and looks for it. */
export const editorOf = (page: Page): Promise<JSHandle<PageEditor>> =>
  page.evaluateHandle(() => {
    interface Fiber {
      readonly memoizedProps: { readonly value?: Partial<Editor> } | null;
      readonly return: Fiber | null;
    }
    const canvas = document.querySelector('.tl-canvas') as unknown as Record<string, Fiber> | null;
    const key = Object.keys(canvas ?? {}).find((name) => name.startsWith('__reactFiber$'));
    for (let fiber = canvas?.[key ?? ''] ?? null; fiber !== null; fiber = fiber.return) {
      const value = fiber.memoizedProps?.value;
      if (value?.store !== undefined && value.updateShape !== undefined) return value as Editor;
    }
    throw new Error('no editor on this page');
  });

/**
 * Every shape of the board as its page has it, also those that are out of view or painted and have no element there;
 * without what each page measures for itself.
 */
export async function shapesIn(page: Page): Promise<readonly string[]> {
  const editor = await editorOf(page);
  const json = await editor.evaluate((editor) => JSON.stringify(editor.getCurrentPageShapes()));
  const shapes = JSON.parse(json) as readonly AnyRecord[];
  return shapes.map((shape) => stableJson(withoutMeasured(shape))).sort();
}

/** In the order of names: two pages may have written them in another. */
const stableJson = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
