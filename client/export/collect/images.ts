export interface ImageStore {
  /** @returns the name of the picture, which follows from the picture: the same one is kept once, in several boards too. */
  add(url: string): string;
  /** As they were given, by name. What is no JPEG or PNG gets a crossed box from the writer. */
  all(): Readonly<Record<string, string>>;
}

export function createImageStore(): ImageStore {
  const names = new Map<string, string>();
  return {
    add(url) {
      const name = names.get(url) ?? nameOf(url);
      names.set(url, name);
      return name;
    },
    all: () => Object.fromEntries([...names].map(([url, name]) => [name, url])),
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
