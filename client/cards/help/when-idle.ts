import type { Editor } from 'tldraw';

/** Between two looks at the board, in ms. */
const stepMs = 1_000;
/** So long one's own hands are still before help looks. */
const stillMs = 500;
/** So long it waits at most for that. */
const patienceMs = 6_000;

/** Once the page has nothing else to do. @returns takes it back */
function soon(fn: () => void): () => void {
  if (typeof requestIdleCallback !== 'function') {
    const handle = setTimeout(fn, 50);
    return () => clearTimeout(handle);
  }
  const handle = requestIdleCallback(fn, { timeout: stepMs });
  return () => cancelIdleCallback(handle);
}

/**
 * Calls `look` at once and again after changes of the board: at most every second, not while one drags or types, in a
 * moment when the page has nothing else to do. @returns stops it
 */
export function whenIdle(editor: Editor, look: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let cancel = () => {};
  let lastLookMs = Number.NEGATIVE_INFINITY;
  let lastOwnMs = Number.NEGATIVE_INFINITY;
  let changedMs: number | null = null;
  const run = () => {
    changedMs = null;
    lastLookMs = performance.now();
    look();
  };
  const attempt = () => {
    timer = undefined;
    const nowMs = performance.now();
    const waitMs =
      Math.max(lastLookMs + stepMs, Math.min(lastOwnMs + stillMs, (changedMs ?? nowMs) + patienceMs)) - nowMs;
    if (waitMs > 0) timer = setTimeout(attempt, waitMs);
    else cancel = soon(run);
  };
  const stop = editor.store.listen(
    ({ source }) => {
      const nowMs = performance.now();
      if (source === 'user') lastOwnMs = nowMs;
      if (changedMs !== null) return;
      changedMs = nowMs;
      timer = setTimeout(attempt, 0);
    },
    { scope: 'document' },
  );
  cancel = soon(run);
  return () => {
    stop();
    clearTimeout(timer);
    cancel();
  };
}
