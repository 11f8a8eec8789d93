import { expect, it } from 'vitest';
import { storeWaitingChanges } from '../../../client/sync/waiting-changes.ts';
import { BoardId, ParticipantId } from '../../../shared/protocol/ids.ts';

class Strings {
  readonly #items = new Map<string, string>();
  get length(): number {
    return this.#items.size;
  }
  key = (index: number): string | null => [...this.#items.keys()][index] ?? null;
  getItem = (key: string): string | null => this.#items.get(key) ?? null;
  setItem = (key: string, value: string): void => void this.#items.set(key, value);
  removeItem = (key: string): void => void this.#items.delete(key);
}

it('[CRD8] changes that an earlier page left are found, whatever else stands beside them', () => {
  const storage = new Strings() as unknown as Storage;
  const [participant, board] = [ParticipantId.parse('p'.repeat(21)), BoardId.parse('b'.repeat(21))];
  const page = (id: string) => storeWaitingChanges(participant, board, id, () => storage);
  const change = { added: { 'shape:a': {} }, updated: {}, removed: {} } as never;
  page('1').keep([change]);
  storage.setItem(`${storage.key(0)?.slice(0, -1)}2`, '{"half');
  page('3').keep([change]);
  expect(page('4').take()).toEqual([change, change]);
  expect(page('5').take()).toEqual([]);
});
