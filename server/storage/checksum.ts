import { createHash } from 'node:crypto';
import type { BoardId, ImageId, Sequence, VersionId } from '../../shared/protocol/ids.ts';
import type { RoomName } from '../../shared/protocol/room-name.ts';

/** Where a blob belongs; part of its checksum, so that a sound blob in the wrong place counts as damaged too. */
export type BlobPlace = LogPlace | VersionPlace | ImagePlace;

export interface LogPlace {
  readonly document: RoomName;
  readonly kind: 'update' | 'snapshot';
  /** Of the update, or of the last update that a snapshot stands for. */
  readonly sequence: Sequence;
}

export interface VersionPlace {
  readonly boardId: BoardId;
  readonly kind: 'version';
  readonly id: VersionId;
}

export interface ImagePlace {
  readonly boardId: BoardId;
  readonly kind: 'image';
  readonly id: ImageId;
}

const CHECKSUM_BYTES = 8;

/**
 * First 64 bits of SHA-256 over the place and the bytes. Chosen over CRC32C because every Node has it in native code (it
 * has no CRC32C), because damage of any shape passes with a chance of 2⁻⁶⁴ rather than 2⁻³², and because its time is lost
 * beside the disk's. It is against decay, not against forgers: whoever writes to the database can write checksums.
 */
export function blobChecksum(place: BlobPlace, bytes: Uint8Array): Uint8Array {
  const hash = createHash('sha256').update(spelled(place)).update(bytes).digest();
  return Uint8Array.from(hash.subarray(0, CHECKSUM_BYTES));
}

function spelled(place: BlobPlace): string {
  switch (place.kind) {
    case 'version':
    case 'image':
      return `${place.boardId}\0${place.kind}\0${place.id}\0`;
    case 'update':
    case 'snapshot':
      return `${place.document}\0${place.kind}\0${place.sequence}\0`;
  }
}

export function isIntact(place: BlobPlace, bytes: Uint8Array, checksum: Uint8Array): boolean {
  const expected = blobChecksum(place, bytes);
  return checksum.length === CHECKSUM_BYTES && expected.every((byte, index) => byte === checksum[index]);
}
