import * as Y from 'yjs';
import { areDeletesWithin, canonical, isWithin, worksOf } from './board.ts';
import type { Page } from './page.ts';
import { roomName, type Stage } from './stage.ts';

/** What a schedule came to; the same each time. */
export interface Result {
  readonly content: string;
  /** Client ids and all. */
  readonly state: Uint8Array;
}

/** What has to be true, whatever the schedule. All of it throws when it is not. */
export class Checks {
  readonly #stage: Stage;
  /** What was looked at last: version of the page's document, and what the page said of it. */
  readonly #seen = new WeakMap<Page, string>();
  /** Works (see `board.ts`) that were on pages which called them saved. */
  readonly #saved = new Set<string>();

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  /** At every moment. */
  now(): void {
    const { server, pages } = this.#stage;
    const alarm = server.alarms.find(({ sessionId }) => !this.#stage.isAttacking(sessionId));
    if (alarm) throw new Error(JSON.stringify(alarm));
    for (const page of pages.values()) if (!this.#stage.isLost(page)) this.#look(page);
  }

  #look(page: Page): void {
    const { slot, saysSaved, version } = page;
    const state = page.room.state.get();
    if (state.status === 'ended' || state.status === 'recovering')
      throw new Error(`page ${slot} was refused: ${JSON.stringify(state)}`);
    const seen = `${version} ${saysSaved}`;
    if (this.#seen.get(page) === seen) return;
    this.#seen.set(page, seen);
    const { promised } = this.#stage.disk;
    if (!saysSaved) {
      if (!isWithin(page.doc, promised, page.clients)) throw new Error(`page ${slot} was told what is not durable`);
      return;
    }
    if (!isWithin(page.doc, promised)) throw new Error(`page ${slot} says saved and is not`);
    if (!areDeletesWithin(page.doc, promised)) throw new Error(`page ${slot} says saved and its deletions are not`);
    for (const work of worksOf(page.doc)) this.#saved.add(work);
  }

  /** Once all is healed and everybody has everything. */
  async atRest(): Promise<Result> {
    const { disk, pages, server, copies } = this.#stage;
    const stored = await disk.read();
    const expected = canonical(stored);
    const look = (name: string, doc: Y.Doc) => {
      const content = canonical(doc);
      if (content !== expected) throw new Error(`${name} differs from the disk:\n${content}\n${expected}`);
      if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null)
        throw new Error(`${name} waits for structs`);
      if (!isWithin(disk.promised, doc)) throw new Error(`${name} lacks what was durable`);
    };
    look('the disk', stored);
    look('what was durable', disk.promised);
    for (const [slot, page] of pages) look(`page ${slot}`, page.doc);
    const seen = await server.registry.read(roomName, (doc) => look('the server', doc));
    if (seen === 'damaged') throw new Error('the server cannot read the disk');
    const works = worksOf(stored);
    const kept = [...copies.values()].flatMap((copy) => [...copy.works]);
    for (const work of [...this.#saved, ...kept])
      if (works.filter((found) => found === work).length !== 1)
        throw new Error(`${work} was promised and is not there`);
    return { content: expected, state: Y.encodeStateVector(stored) };
  }
}
