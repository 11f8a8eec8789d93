/** Browsers hand out the clipboard on https and localhost only, and some take no pictures. */
export const canCopyPictures = (): boolean =>
  typeof ClipboardItem !== 'undefined' && navigator.clipboard !== undefined && 'write' in navigator.clipboard;

/**
 * To be called while somebody's click is handled.
 * @returns rejects when the browser refuses, at once or later, and when the picture cannot be made
 */
export async function copyPicture(png: Promise<Blob>): Promise<void> {
  // Where the browser refuses at once, nobody else hears that the picture failed too.
  png.catch(() => undefined);
  // Given at once: Safari counts the click only until something is waited for.
  await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
}
