import type { JSHandle, Page } from '@playwright/test';
import type { Editor } from 'tldraw';

/** What tests do with it; all of it would be too much for the compiler. */
export type PageEditor = Pick<
  Editor,
  'getCurrentPageShapes' | 'getShape' | 'getShapesAtPoint' | 'run' | 'screenToPage' | 'toggleLock' | 'updateShape'
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

/** Every shape of the board as its page has it, also those that are out of view or painted and have no element there. */
export async function shapesIn(page: Page): Promise<readonly string[]> {
  const editor = await editorOf(page);
  return editor.evaluate((editor) =>
    editor
      .getCurrentPageShapes()
      .map(({ id, type, parentId, index, x, y, rotation, props }) =>
        JSON.stringify([id, type, parentId, index, x, y, rotation, Object.entries(props).sort()]),
      )
      .sort(),
  );
}
