export interface ImageStore {
  /** @returns the name of the picture; the same picture is kept once. */
  add(url: string): string;
  /** Every picture as JPEG or PNG. What cannot be read is left out, and the writer puts a crossed box in its place. */
  resolve(): Promise<Readonly<Record<string, string>>>;
}

export function createImageStore(): ImageStore {
  const names = new Map<string, string>();
  return {
    add(url) {
      const name = names.get(url) ?? `image ${names.size + 1}`;
      names.set(url, name);
      return name;
    },
    async resolve() {
      const images: Record<string, string> = {};
      for (const [url, name] of names) images[name] = await printable(url);
      return images;
    },
  };
}

/** Beginnings of base64 that say PNG and JPEG; what the address claims may be wrong. */
const printableData = /^data:image\/[^,]*;base64,(?:iVBORw0KGgo|\/9j\/)/;

/** Other kinds are painted once and kept as PNG; a picture that is broken stays as it is and the writer says so. */
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
    return canvas.toDataURL('image/png');
  } catch {
    return url;
  }
}
