import { expect, type Page, type Route } from '@playwright/test';
import sharp from 'sharp';

/** A picture of one colour. */
export const flat = (background: string, width = 300, height = 200): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background } })
    .png()
    .toBuffer();

export const shown = (page: Page) => page.locator('.tl-shape[data-shape-type="image"] img.tl-image');
export const waiting = (page: Page) => page.getByRole('list', { name: 'Pictures on their way' }).getByRole('listitem');

/** What the pictures of the board are, drawn: the browser has all their pixels. */
export async function areDrawn(page: Page, count: number): Promise<void> {
  await expect(shown(page)).toHaveCount(count);
  await expect
    .poll(() => shown(page).evaluateAll((all) => all.every((img) => (img as HTMLImageElement).naturalWidth > 0)))
    .toBe(true);
}

/** A file that comes by the mouse, or by the clipboard. @param at where the mouse lets it go, on the screen */
export async function give(
  page: Page,
  how: 'drop' | 'paste',
  name: string,
  type: string,
  bytes: Buffer,
  at: { readonly x: number; readonly y: number } = { x: 500, y: 350 },
): Promise<void> {
  await page.locator('.tl-canvas').evaluate(
    (canvas, { how, name, type, base64, at }) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))], name, { type }));
      const where = { clientX: at.x, clientY: at.y, bubbles: true, cancelable: true };
      if (how === 'drop') canvas.dispatchEvent(new DragEvent('drop', { ...where, dataTransfer: data }));
      else document.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
    },
    { how, name, type, base64: bytes.toString('base64'), at },
  );
}

/** Requests for pictures to be kept, one after the other; each is answered as the test says. */
export async function atTheDoor(page: Page) {
  const routes: Route[] = [];
  let come = () => {};
  await page.route('**/images', (route) => {
    routes.push(route);
    come();
  });
  const next = async (): Promise<Route> => {
    for (;;) {
      const route = routes.shift();
      if (route !== undefined) return route;
      await new Promise<void>((resolve) => {
        come = resolve;
      });
    }
  };
  return { next, unanswered: () => routes.length };
}

export const noConnection = (page: Page) =>
  expect(waiting(page).getByRole('alert')).toContainText('No connection. The picture waits here and goes up');
