import { dataUrlOf } from '../data-url.ts';

export interface ImageStore {
  /** @returns the name of the picture, which follows from the picture: the same one is kept once, in several boards too. */
  add(url: string): string;
  /**
   * Every picture as JPEG or PNG. What cannot be read is left as it is, and the writer puts a crossed box in its place.
   * @throws the signal's reason once it is aborted
   */
  resolve(signal: AbortSignal): Promise<Readonly<Record<string, string>>>;
}

export function createImageStore(): ImageStore {
  const names = new Map<string, string>();
  return {
    add(url) {
      const name = names.get(url) ?? nameOf(url);
      names.set(url, name);
      return name;
    },
    async resolve(signal) {
      const images: Record<string, string> = {};
      for (const [url, name] of names) {
        signal.throwIfAborted();
        images[name] = await printable(url);
      }
      return images;
    },
  };
}

/** Its length with two hashes of 32 bits, in the manner of Fowler, Noll and Vo. */
function nameOf(url: string): string {
  let [a, b] = [0x811c9dc5, 0x01000193];
  for (let at = 0; at < url.length; at++) {
    const code = url.charCodeAt(at);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x85ebca6b);
  }
  return `image ${[url.length, a >>> 0, b >>> 0].map((part) => part.toString(36)).join('-')}`;
}

/** Beginnings of base64 that say PNG and JPEG; what the address claims may be wrong. */
const printableData = /^data:image\/[^,]*;base64,(?:iVBORw0KGgo|\/9j\/)/;

/** Other kinds are painted once and kept as PNG, off the main thread as far as browsers do that. */
async function printable(url: string): Promise<string> {
  if (printableData.test(url)) return url;
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth;
    canvas.height = image.naturalHeight;
    const context = canvas.getContext('2d');
    if (context === null) return url;
    context.drawImage(image, 0, 0);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    return blob === null ? url : await dataUrlOf(blob);
  } catch {
    return url;
  }
}
