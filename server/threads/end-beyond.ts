const LOOK_EVERY_MS = 50;

/**
 * Ends this process when it holds more memory than this: decoders keep their pixels outside of what JavaScript counts. They
 * work in threads of their own, so that this is on time.
 */
export function endBeyond(maxBytes: number): void {
  setInterval(() => {
    if (process.memoryUsage.rss() > maxBytes) process.exit(1);
  }, LOOK_EVERY_MS).unref();
}
