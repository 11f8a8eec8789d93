/** Browsers hand out the clipboard on https and localhost only, and some take no pictures. */
export const canCopyPictures = (): boolean =>
  typeof ClipboardItem !== 'undefined' && navigator.clipboard !== undefined && 'write' in navigator.clipboard;

/** To be called while somebody's click is handled. @throws when the browser refuses, or when the picture cannot be made */
export const copyPicture = (png: Promise<Blob>): Promise<void> =>
  // Given at once: Safari counts the click only until something is waited for.
  navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
