import { useEffect, useState } from 'react';

const retryMs = 4_000;

/**
 * A part of the product that comes after the page. Null until it is there; a gap in the network is waited out.
 * @param load the same function each time
 */
export function useFetched<Key extends string, Part>(key: Key, load: (key: Key) => Promise<Part>): Part | null {
  const [fetched, setFetched] = useState<{ readonly key: Key; readonly part: Part } | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isGone = false;
    const tryOnce = () => {
      load(key).then(
        (part) => {
          if (!isGone) setFetched({ key, part });
        },
        () => {
          if (!isGone) timer = setTimeout(tryOnce, retryMs);
        },
      );
    };
    tryOnce();
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [key, load]);
  return fetched?.key === key ? fetched.part : null;
}
