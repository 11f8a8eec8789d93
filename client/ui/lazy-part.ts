import { type ComponentType, lazy } from 'react';

const retryMs = 4_000;

interface PartOptions {
  /** Of use without a connection too: it comes by itself once the page is at rest (`fetchAhead`). */
  readonly ahead?: boolean;
}

/** In the order in which the page came to know of them. */
const partsAhead: (() => Promise<unknown>)[] = [];

/**
 * A component that comes after the page, for `Suspense` to wait for. A gap in the network is waited out: a page that is
 * there must not break over a part that is not.
 */
// biome-ignore lint/suspicious/noExplicitAny: as React's own `lazy` has it, or no component with props would fit.
export const lazyPart = <Part extends ComponentType<any>>(
  load: () => Promise<{ readonly default: Part }>,
  { ahead = false }: PartOptions = {},
) => {
  if (ahead) partsAhead.push(load);
  return lazy(() => untilThere(load));
};

/** Asks again until it is there. */
export async function untilThere<Part>(load: () => Promise<Part>): Promise<Part> {
  for (;;) {
    try {
      return await load();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, retryMs));
    }
  }
}

/** From when on nobody waits for anything else any more. */
const aheadMs = 5_000;

/** Fetches what whoever loses the connection will want, one part after the other, in a while. @returns stops that */
export function fetchAhead(): () => void {
  let isWanted = true;
  const timer = setTimeout(async () => {
    for (const load of partsAhead) {
      if (!isWanted) return;
      // What does not come now is asked for again when it is needed.
      await load().catch(() => undefined);
    }
  }, aheadMs);
  return () => {
    isWanted = false;
    clearTimeout(timer);
  };
}
