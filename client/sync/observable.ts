/** A value that can be watched; fits React's useSyncExternalStore. */
export interface Observable<T> {
  /** The same object until the value changes. */
  get(): T;
  /** @returns stops watching. */
  subscribe(listener: () => void): () => void;
}

export interface Variable<T> extends Observable<T> {
  set(value: T): void;
}

/** @param isEqual a new value that is equal to the old one is dropped without a word to the listeners. */
export function variable<T>(initial: T, isEqual: (a: T, b: T) => boolean = Object.is): Variable<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set(next) {
      if (isEqual(value, next)) return;
      value = next;
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
