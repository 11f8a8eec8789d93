import { nanoid } from 'nanoid';
import { type Clock, systemClock } from '../../../server/rooms/clock.ts';
import { imagePath } from '../../../shared/api/images.ts';
import { recordsOf } from '../../../shared/board/document.ts';
import { type AnyRecord, splitRecord } from '../../../shared/board/groups.ts';
import { type BoardId, ImageId, type ParticipantId } from '../../../shared/protocol/ids.ts';
import { formatRoomName } from '../../../shared/protocol/room-name.ts';
import { privateGraceMs } from '../../../shared/session/rules.ts';
import { noteGroups } from '../../support/notes.ts';
import { SetClock } from '../../support/set-clock.ts';
import { join } from '../http/server.ts';
import { Program } from '../rooms/program.ts';
import { command, startWorkshop } from './support.ts';

export const own = (boardId: BoardId, participantId: ParticipantId) =>
  formatRoomName({ layer: 'own', boardId, participantId });

/** A workshop with Ben beside Anna. */
export async function withBen(clock: Clock = systemClock) {
  const stage = await startWorkshop({ clock });
  const { server, made, room, boardId, people } = stage;
  const ben = await join(server, made, 'participant', 'Ben', 'Roads');
  const enter = (token: string, name: string = room, address = server.address) =>
    new Program({ address, room: name, token }).synced();
  const enterOwn = ({ token, participant }: typeof ben, address?: string) =>
    enter(token, own(boardId, participant.id), address);
  return { ...stage, people: { ...people, ben }, enter, enterOwn };
}

/** The same with private writing under way. */
export async function writing(isAnonymous = false) {
  const stage = await withBen();
  const started = await command(stage, { type: 'private-writing.start', boardId: stage.boardId, isAnonymous });
  return { ...stage, started };
}

/** The same on a board where all that was on its way when the word came has arrived. */
export async function writingForLong(isAnonymous = false) {
  const clock = new SetClock();
  const stage = await withBen(clock);
  await command(stage, { type: 'private-writing.start', boardId: stage.boardId, isAnonymous });
  clock.pass(privateGraceMs);
  return { ...stage, clock };
}

export const pictureAsset = (id: string, name: string): AnyRecord =>
  ({
    ...{ typeName: 'asset', type: 'image', id: `asset:${id}`, meta: {} },
    props: {
      ...{ w: 40, h: 30, name, isAnimated: false, mimeType: 'image/png' },
      src: imagePath(ImageId.parse(nanoid())),
    },
  }) as unknown as AnyRecord;

/** As a page writes it. */
export function withoutMeta(record: AnyRecord) {
  const { meta: _server, ...parts } = splitRecord(record);
  return parts;
}

export const revealing = (boardId: BoardId) => ({ type: 'private-writing.reveal', boardId }) as const;
export const isRevealed = (program: Program) =>
  program.until('the revealing', () => program.all('session').at(-1)?.session.privateWriting === null);
export const write = async (program: Program, id: string, text: string) => {
  recordsOf(program.doc).set(id, noteGroups(id, text));
  await program.acknowledged(program.all('ack').at(-1)?.received === undefined ? 1 : program.acks + 1);
};
export const textIn = (program: Program, id: string) =>
  JSON.stringify(recordsOf(program.doc).get(id)?.toJSON() ?? null);
