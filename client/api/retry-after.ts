/** When a server wants to be asked again, by its header `Retry-After`; null where it does not say so in seconds. */
export function retryAfterMs(header: string | null): number | null {
  const ms = Number(header ?? Number.NaN) * 1000;
  return ms >= 0 ? ms : null;
}

/** @throws the signal's reason once it is aborted */
export const wait = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal.addEventListener('abort', stop, { once: true });
  });
