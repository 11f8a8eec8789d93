import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LogPlace } from '../../../server/storage/checksum.ts';
import { emptyDocument } from '../../../server/storage/empty-document.ts';
import { createMemoryStorage } from '../../../server/storage/memory/memory-storage.ts';
import type { Storage } from '../../../server/storage/storage.ts';
import { type LoadedDocument, nobody, type Writer } from '../../../server/storage/update-log.ts';
import { formatRoomName, ownLayersOf, type RoomName } from '../../../shared/protocol/room-name.ts';
import { newBoardId, newDocument, newParticipantId, sequence } from './ids.ts';
import type { Subject } from './subjects.ts';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

const intact = (
  snapshot: Uint8Array | null,
  updates: readonly Uint8Array[],
  last: number,
  writers: readonly Writer[] = [],
): LoadedDocument => ({
  status: 'intact',
  snapshot,
  updates,
  tailBytes: updates.reduce((sum, update) => sum + update.length, 0),
  last: sequence(last),
  writers,
});
const rebuilt = (...given: Parameters<typeof intact>) => ({
  ...intact(...given),
  status: 'rebuilt',
});

/** What every update log does. */
export function updateLogContract(open: () => Promise<Subject>): void {
  let subject: Subject;
  beforeAll(async () => {
    subject = await open();
  });
  afterAll(() => subject.close());

  const append = async (document: RoomName, ...updates: Uint8Array[]) =>
    (await subject.current()).log.append(document, updates);
  const load = async (document: RoomName) => sorted(await (await subject.current()).log.load(document));
  const compact = async (document: RoomName, through: number, state: Uint8Array) =>
    (await subject.current()).log.compact(document, sequence(through), state);
  const damage = (document: RoomName, kind: LogPlace['kind'], at: number) =>
    subject.damage({ document, kind, sequence: sequence(at) });

  test('[STO1] the updates of a document are numbered from 1 without gaps, each document for itself', async () => {
    const [a, b] = [newDocument(), newDocument()];
    expect(await append(a, bytes(1))).toBe(1);
    expect(await append(b, bytes(2))).toBe(1);
    expect(await append(a, bytes(3), bytes(4), bytes(5))).toBe(4);
    expect(await load(a)).toEqual(intact(null, [bytes(1), bytes(3), bytes(4), bytes(5)], 4));
    expect(await load(b)).toEqual(intact(null, [bytes(2)], 1));
  });

  test('[STO2] what comes back is what was appended, byte for byte', async () => {
    const document = newDocument();
    const large = Uint8Array.from({ length: 1_000_000 }, (_, index) => (index * 31) % 251);
    const view = Uint8Array.from([9, 8, 7, 6, 5]).subarray(1, 4);
    await append(document, bytes(), large, view);
    const loaded = await load(document);
    if (loaded.status === 'damaged') throw new Error(`damaged at ${loaded.at}`);
    const [empty, same, short] = loaded.updates;
    expect([empty, short]).toEqual([bytes(), bytes(8, 7, 6)]);
    expect(same && Buffer.compare(same, large)).toBe(0);
    expect(loaded).toMatchObject({ status: 'intact', tailBytes: 1_000_003, last: 3 });
  });

  test('[STO2] bytes may be used again as soon as a call has been made', async () => {
    const document = newDocument();
    const { log } = await subject.current();
    const update = bytes(1, 2, 3);
    const appended = log.append(document, [update]);
    update.fill(0);
    await appended;
    const state = bytes(4, 5, 6);
    const compacted = log.compact(document, sequence(1), state);
    state.fill(0);
    await compacted;
    expect(await load(document)).toEqual(intact(bytes(4, 5, 6), [], 1));
    await damage(document, 'snapshot', 1);
    expect(await load(document)).toEqual(rebuilt(null, [bytes(1, 2, 3)], 1));
  });

  test('[STO3] a document that was never written is the empty one', async () => {
    expect(await load(newDocument())).toEqual(intact(null, [], 0));
  });

  test('[STO4] appending nothing stores nothing and tells where the log ends', async () => {
    const document = newDocument();
    expect(await append(document)).toBe(0);
    await append(document, bytes(1), bytes(2));
    expect(await append(document)).toBe(2);
    expect(await load(document)).toEqual(intact(null, [bytes(1), bytes(2)], 2));
  });

  test('[STO5] calls made without waiting keep their order within a document', async () => {
    const documents = Array.from({ length: 5 }, newDocument);
    const { log } = await subject.current();
    const rounds = Array.from({ length: 20 }, (_, round) => round);
    const lasts = await Promise.all(
      rounds.flatMap((round) => documents.map((document) => log.append(document, [bytes(round), bytes(round, 1)]))),
    );
    expect(lasts).toEqual(rounds.flatMap((round) => documents.map(() => 2 * (round + 1))));
    const expected = rounds.flatMap((round) => [bytes(round), bytes(round, 1)]);
    for (const document of documents) expect(await load(document)).toEqual(intact(null, expected, 40));
  });

  test('[STO6] a snapshot stands for the updates up to its place', async () => {
    const document = newDocument();
    await append(document, bytes(1), bytes(2), bytes(3));
    await compact(document, 2, bytes(12));
    expect(await load(document)).toEqual(intact(bytes(12), [bytes(3)], 3));
    expect(await append(document, bytes(4))).toBe(4);
    expect(await load(document)).toEqual(intact(bytes(12), [bytes(3), bytes(4)], 4));
  });

  test('[STO7] compacting again to the same or an earlier place changes nothing, and none goes beyond the end', async () => {
    const document = newDocument();
    await append(document, bytes(1), bytes(2), bytes(3));
    await compact(document, 2, bytes(12));
    await compact(document, 2, bytes(99));
    await compact(document, 1, bytes(98));
    expect(await load(document)).toEqual(intact(bytes(12), [bytes(3)], 3));
    await expect(compact(document, 4, bytes(97))).rejects.toThrow('ends at 3');
    await expect(compact(newDocument(), 1, bytes(97))).rejects.toThrow('ends at 0');
    expect(await load(document)).toEqual(intact(bytes(12), [bytes(3)], 3));
  });

  test('[STO8][RELY8] a damaged snapshot is noticed, and the one before it with its updates takes its place', async () => {
    const document = newDocument();
    await append(document, bytes(1), bytes(2));
    await compact(document, 2, bytes(12));
    await append(document, bytes(3), bytes(4));
    await compact(document, 3, bytes(123));
    expect(await load(document)).toEqual(intact(bytes(123), [bytes(4)], 4));
    await damage(document, 'snapshot', 3);
    expect(await load(document)).toEqual(rebuilt(bytes(12), [bytes(3), bytes(4)], 4));
  });

  test('[STO8][RELY8] when the only snapshot is damaged the updates take its place', async () => {
    const document = newDocument();
    await append(document, bytes(1), bytes(2));
    await compact(document, 2, bytes(12));
    await damage(document, 'snapshot', 2);
    expect(await load(document)).toEqual(rebuilt(null, [bytes(1), bytes(2)], 2));
  });

  test('[STO9] a snapshot made after a rebuild keeps the sound one before it, not the damaged one', async () => {
    const document = newDocument();
    await append(document, bytes(1), bytes(2), bytes(3), bytes(4));
    await compact(document, 1, bytes(1));
    await compact(document, 2, bytes(12));
    await damage(document, 'snapshot', 2);
    await compact(document, 3, bytes(123));
    expect(await load(document)).toEqual(intact(bytes(123), [bytes(4)], 4));
    await damage(document, 'snapshot', 3);
    expect(await load(document)).toEqual(rebuilt(bytes(1), [bytes(2), bytes(3), bytes(4)], 4));
  });

  test('[STO9] a damaged snapshot can be made anew in its place', async () => {
    const document = newDocument();
    await append(document, bytes(1), bytes(2));
    await compact(document, 2, bytes(12));
    await damage(document, 'snapshot', 2);
    await compact(document, 2, bytes(12));
    expect(await load(document)).toEqual(intact(bytes(12), [], 2));
  });

  test('[STO10][RELY8] a damaged update that no sound snapshot covers is told with its number', async () => {
    const document = newDocument();
    await append(document, bytes(1), bytes(2), bytes(3), bytes(4));
    await damage(document, 'update', 4);
    await damage(document, 'update', 3);
    expect(await load(document)).toEqual({ status: 'damaged', at: 3 });
    await compact(document, 3, bytes(123));
    expect(await load(document)).toEqual({ status: 'damaged', at: 4 });
    await compact(document, 4, bytes(124));
    expect(await load(document)).toEqual(intact(bytes(124), [], 4));
    await damage(document, 'snapshot', 4);
    expect(await load(document)).toEqual({ status: 'damaged', at: 4 });
  });

  test('[STO10][RELY8] when both snapshots are damaged the first update that went with them is told', async () => {
    const document = newDocument();
    await append(document, bytes(1), bytes(2), bytes(3));
    await compact(document, 2, bytes(12));
    await compact(document, 3, bytes(123));
    await damage(document, 'snapshot', 2);
    await damage(document, 'snapshot', 3);
    expect(await load(document)).toEqual({ status: 'damaged', at: 1 });
  });

  test('[STO60] whose client ids are is stored with the updates, and an id that has an owner keeps it', async () => {
    const [document, other] = [newDocument(), newDocument()];
    const [ada, bob] = [newParticipantId(), newParticipantId()];
    const owned = (clientId: number, participantId = ada): Writer => ({ clientId, participantId });
    const appendAs = async (where: RoomName, writers: readonly Writer[], ...updates: Uint8Array[]) =>
      (await subject.current()).log.append(where, updates, writers);
    await appendAs(document, [owned(7), owned(4_294_967_295, bob)], bytes(1));
    await appendAs(document, [owned(7, bob), owned(9, bob)], bytes(2));
    await appendAs(other, [owned(7, bob)], bytes(3));
    const writers = [owned(7), owned(9, bob), owned(4_294_967_295, bob)];
    expect(await load(document)).toEqual(intact(null, [bytes(1), bytes(2)], 2, writers));
    expect(await load(other)).toEqual(intact(null, [bytes(3)], 1, [owned(7, bob)]));
    await compact(document, 2, bytes(12));
    await append(document, bytes(4));
    expect(await load(document)).toEqual(intact(bytes(12), [bytes(4)], 3, writers));
  });

  test('[STO60] without updates no owner is stored', async () => {
    const document = newDocument();
    await append(document, bytes(1));
    await (await subject.current()).log.append(document, [], [{ clientId: 7, participantId: newParticipantId() }]);
    expect(await load(document)).toEqual(intact(null, [bytes(1)], 1));
  });

  test('[STO11] under any calls and any damage it does what the reference does', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { maxLength: 14 }), async (deeds) => {
        const reference = createMemoryStorage();
        const document = newDocument();
        for (const next of deeds) {
          const [found, expected] = [
            await outcome(await subject.current(), subject, document, next),
            await outcome(reference, reference, document, next),
          ];
          expect(found).toEqual(expected);
        }
      }),
      { numRuns: 60, seed: 20_260_101 },
    );
  }, 60_000);

  test('[STO82] what is retired with an append is empty from then on, in the same commit, and every client id in it is nobody’s', async () => {
    const [board, own, other] = [newDocument(), newDocument(), newDocument()];
    const participantId = newParticipantId();
    const log = async () => (await subject.current()).log;
    for (const document of [own, other])
      await (await log()).append(document, [bytes(1), bytes(2)], [{ clientId: 7, participantId }]);
    await (await log()).compact(own, sequence(1), bytes(1));
    expect(await (await log()).append(board, [bytes(3)], [], [own, newDocument()])).toBe(1);
    expect(await load(own)).toEqual(intact(emptyDocument, [], 2, [{ clientId: 7, participantId: nobody }]));
    expect(await load(other)).toEqual(intact(null, [bytes(1), bytes(2)], 2, [{ clientId: 7, participantId }]));
    // Numbers go on, and whoever was there first under an id stays so.
    expect(await (await log()).append(own, [bytes(4)], [{ clientId: 7, participantId }])).toBe(3);
    expect(await load(own)).toEqual(intact(emptyDocument, [bytes(4)], 3, [{ clientId: 7, participantId: nobody }]));
  });

  test('[STO83] documents are listed by how their names begin, those alone that were ever written', async () => {
    const boardId = newBoardId();
    const own = [newParticipantId(), newParticipantId()].map((participantId) =>
      formatRoomName({ layer: 'own', boardId, participantId }),
    );
    const log = async () => (await subject.current()).log;
    for (const document of [...own, formatRoomName({ layer: 'shared', boardId }), newDocument()])
      await (await log()).append(document, [bytes(1)]);
    expect([...(await (await log()).list(ownLayersOf(boardId)))].sort()).toEqual([...own].sort());
    expect(await (await log()).list(ownLayersOf(newBoardId()))).toEqual([]);
  });
}

/** Owners come in no particular order. */
const sorted = (loaded: LoadedDocument): LoadedDocument =>
  loaded.status === 'damaged'
    ? loaded
    : { ...loaded, writers: [...loaded.writers].sort((a, b) => a.clientId - b.clientId) };

type Deed =
  | { readonly type: 'append'; readonly updates: readonly Uint8Array[]; readonly writers: readonly Writer[] }
  | { readonly type: 'compact'; readonly through: number; readonly state: Uint8Array }
  | { readonly type: 'damage'; readonly kind: LogPlace['kind']; readonly at: number }
  | { readonly type: 'load' };

const blob = fc.uint8Array({ minLength: 1, maxLength: 20 });
const place = fc.integer({ min: 1, max: 12 });
const writer: fc.Arbitrary<Writer> = fc.record({
  clientId: fc.integer({ min: 1, max: 4 }),
  participantId: fc.constantFrom(newParticipantId(), newParticipantId()),
});
const deed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constant('append'),
      updates: fc.array(blob, { maxLength: 3 }),
      writers: fc.array(writer, { maxLength: 2 }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('compact'), through: place, state: blob }) },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('damage'),
      kind: fc.constantFrom('update' as const, 'snapshot' as const),
      at: place,
    }),
  },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('load') }) },
);

/** @returns what a call gave or why it could not be done, and what is stored after it */
async function outcome(
  { log }: Pick<Storage, 'log'>,
  { damage }: { damage(place: LogPlace): unknown },
  document: RoomName,
  next: Deed,
): Promise<unknown> {
  const act = async (): Promise<unknown> => {
    switch (next.type) {
      case 'append':
        return log.append(document, next.updates, next.writers);
      case 'compact':
        return log.compact(document, sequence(next.through), next.state);
      case 'damage':
        return damage({ document, kind: next.kind, sequence: sequence(next.at) });
      case 'load':
        return undefined;
    }
  };
  const given = await act().catch((error: Error) => error.message);
  return { next, given, stored: sorted(await log.load(document)) };
}
