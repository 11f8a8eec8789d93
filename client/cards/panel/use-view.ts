import { useState, useSyncExternalStore } from 'react';
import { type Computed, react } from 'tldraw';

/**
 * A computed value for what need not follow every move of everybody: the first change of a while is shown at once, what
 * follows in steps.
 */
export function useSettled<Value>(value: Computed<Value>, stepMs: number): Value {
  const [store] = useState(() => createStore(value, stepMs));
  return useSyncExternalStore(store.subscribe, store.get);
}

function createStore<Value>(value: Computed<Value>, stepMs: number) {
  let shown = value.get();
  return {
    get: () => shown,
    subscribe: (tell: () => void) => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      let lastMs = 0;
      const stop = react(
        'a settled view',
        () => {
          const next = value.get();
          if (next === shown) return;
          shown = next;
          tell();
        },
        {
          scheduleEffect: (run) => {
            clearTimeout(timer);
            const waitMs = lastMs + stepMs - performance.now();
            const go = () => {
              lastMs = performance.now();
              run();
            };
            // Not within the change that brings it about.
            if (waitMs <= 0) queueMicrotask(go);
            else timer = setTimeout(go, waitMs);
          },
        },
      );
      return () => {
        clearTimeout(timer);
        stop();
      };
    },
  };
}
