export interface ImageUrls {
  readonly urls: Readonly<Record<string, string>>;
  close(): void;
}

/** Short addresses for data URLs: a logo that stands on every page is then in memory once. Other addresses stay. */
export function openImageUrls(images: Readonly<Record<string, string>>): ImageUrls {
  const opened: string[] = [];
  const short = (url: string): string => {
    const blob = blobOf(url);
    if (blob === null) return url;
    const made = URL.createObjectURL(blob);
    opened.push(made);
    return made;
  };
  return {
    urls: Object.fromEntries(Object.entries(images).map(([name, url]) => [name, short(url)])),
    close() {
      for (const url of opened) URL.revokeObjectURL(url);
    },
  };
}

function blobOf(url: string): Blob | null {
  const [, type, base64] = /^data:([^;,]*);base64,([A-Za-z0-9+/]*=*)$/.exec(url) ?? [];
  if (type === undefined || base64 === undefined) return null;
  return new Blob([Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))], { type });
}
