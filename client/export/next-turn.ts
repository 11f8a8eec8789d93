/** How long the browser waits for us at most, aimed at, before it may paint and answer again. */
export const sliceMs = 40;

/** Lets the browser paint and answer. Timers of a page that nobody sees come once a second, messages at once. */
export const nextTurn = (): Promise<void> =>
  new Promise((resolve) => {
    if (!document.hidden) {
      setTimeout(resolve);
      return;
    }
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });

/**
 * Does something with each, in slices.
 * @throws the signal's reason once it is aborted
 */
export async function inSlices<Item>(
  items: Iterable<Item>,
  signal: AbortSignal,
  work: (item: Item) => void,
): Promise<void> {
  let start = performance.now();
  for (const item of items) {
    if (performance.now() - start > sliceMs) {
      await nextTurn();
      start = performance.now();
    }
    signal.throwIfAborted();
    work(item);
  }
}

/** Goes through steps to their result, with turns for the browser between them. */
export async function finish<Result>(steps: Iterator<unknown, Result, undefined>): Promise<Result> {
  let start = performance.now();
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    if (performance.now() - start < sliceMs) continue;
    await nextTurn();
    start = performance.now();
  }
}
