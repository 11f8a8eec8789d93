/** One piece of work after the other for each key; different keys do not wait for each other. */
export class Turns<Key> {
  readonly #last = new Map<Key, Promise<unknown>>();

  /** @returns what the work comes to; whatever that is, the next one begins. */
  take<Result>(key: Key, work: () => Promise<Result>): Promise<Result> {
    const turn = (this.#last.get(key) ?? Promise.resolve()).then(work);
    const settled = turn.then(
      () => undefined,
      () => undefined,
    );
    this.#last.set(key, settled);
    void settled.then(() => {
      if (this.#last.get(key) === settled) this.#last.delete(key);
    });
    return turn;
  }
}
