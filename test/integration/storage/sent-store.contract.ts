import { nanoid } from 'nanoid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SentStore } from '../../../server/storage/sent-store.ts';
import { SentCardId } from '../../../shared/protocol/ids.ts';
import type { Subject } from './subjects.ts';
import { workshopSteps } from './workshop-steps.ts';

/** What every store of sent cards does. */
export function sentStoreContract(open: () => Promise<Subject>): void {
  let subject: Subject;
  beforeAll(async () => {
    subject = await open();
  });
  afterAll(() => subject.close());

  const store = async (): Promise<SentStore> => (await subject.current()).sent;
  const { setUpBoards: setUp } = workshopSteps(async () => (await subject.current()).workshops);

  test('[PHN21] a card has arrived for the one who sent it, on the board that it was sent to, and is noted as often as one likes', async () => {
    const { board, other, ada, bob } = await setUp();
    const cardId = SentCardId.parse(nanoid());
    const sent = { boardId: board, participantId: ada, cardId };
    expect(await (await store()).hasArrived(sent)).toBe(false);
    await (await store()).noteArrived(sent);
    await (await store()).noteArrived(sent);
    expect(await (await store()).hasArrived(sent)).toBe(true);
    expect(await (await store()).hasArrived({ ...sent, participantId: bob })).toBe(false);
    expect(await (await store()).hasArrived({ ...sent, boardId: other })).toBe(false);
    expect(await (await store()).hasArrived({ ...sent, cardId: SentCardId.parse(nanoid()) })).toBe(false);
  });
}
