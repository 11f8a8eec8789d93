import { createHash } from 'node:crypto';
import { nanoid } from 'nanoid';
import type { NewInvite, StoredInvite, TokenHash } from '../../../server/storage/workshop-store.ts';
import type { Role } from '../../../shared/access/capabilities.ts';
import {
  BoardId,
  CommentId,
  ImageId,
  InviteId,
  OrganisationId,
  ParticipantId,
  RoundId,
  type Sequence,
  SessionId,
  VersionId,
  WorkshopId,
} from '../../../shared/protocol/ids.ts';
import { formatRoomName, type RoomName } from '../../../shared/protocol/room-name.ts';

export const newWorkshopId = (): WorkshopId => WorkshopId.parse(nanoid());
export const newBoardId = (): BoardId => BoardId.parse(nanoid());
export const newOrganisationId = (): OrganisationId => OrganisationId.parse(nanoid());
export const newParticipantId = (): ParticipantId => ParticipantId.parse(nanoid());
export const newImageId = (): ImageId => ImageId.parse(nanoid());
export const newCommentId = (): CommentId => CommentId.parse(nanoid());
export const newRoundId = (): RoundId => RoundId.parse(nanoid());
export const newVersionId = (): VersionId => VersionId.parse(nanoid());
export const newSessionId = (): SessionId => SessionId.parse(nanoid());

export const newDocument = (): RoomName => formatRoomName({ layer: 'shared', boardId: newBoardId() });

export const newTokenHash = (): TokenHash =>
  Uint8Array.from(createHash('sha256').update(nanoid()).digest()) as TokenHash;

export const newInvite = (role: Role): NewInvite => ({
  id: InviteId.parse(nanoid()),
  role,
  tokenHash: newTokenHash(),
  expiresAtMs: null,
  passcodeHash: null,
});

export const asStored = (
  { id, role, expiresAtMs, passcodeHash }: NewInvite,
  workshopId: WorkshopId,
  createdAtMs: number,
): StoredInvite => ({
  ...{ id, role, expiresAtMs, passcodeHash, workshopId, createdAtMs },
  hasPasscode: passcodeHash !== null,
});

export const sequence = (number: number): Sequence => number as Sequence;
