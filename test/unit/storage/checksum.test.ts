import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type BlobPlace, blobChecksum, isIntact } from '../../../server/storage/checksum.ts';
import type { Sequence } from '../../../shared/protocol/ids.ts';
import type { RoomName } from '../../../shared/protocol/room-name.ts';

const place: BlobPlace = { document: 'board/a' as RoomName, kind: 'update', sequence: 12 as Sequence };

test('[STO57] any single flipped bit of a blob or of its checksum is noticed', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 1, maxLength: 300 }),
      fc.nat(),
      fc.integer({ min: 0, max: 7 }),
      (bytes, at, bit) => {
        const checksum = blobChecksum(place, bytes);
        expect(isIntact(place, bytes, checksum)).toBe(true);
        const flipped = (given: Uint8Array) =>
          given.map((byte, index) => (index === at % given.length ? byte ^ (1 << bit) : byte));
        expect(isIntact(place, flipped(bytes), checksum)).toBe(false);
        expect(isIntact(place, bytes, flipped(checksum))).toBe(false);
        expect(isIntact(place, bytes, checksum.subarray(1))).toBe(false);
      },
    ),
    { seed: 20_260_101 },
  );
});

test('[STO57] a blob in the wrong place is noticed', () => {
  const bytes = Uint8Array.of(1, 2, 3);
  const checksum = blobChecksum(place, bytes);
  const elsewhere: readonly BlobPlace[] = [
    { ...place, document: 'board/b' as RoomName },
    { ...place, kind: 'snapshot' },
    { ...place, sequence: 13 as Sequence },
  ];
  for (const other of elsewhere) expect(isIntact(other, bytes, checksum)).toBe(false);
});
