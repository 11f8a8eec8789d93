import { nanoid } from 'nanoid';
import * as Y from 'yjs';
import { type Clock, systemClock } from '../../../server/rooms/clock.ts';
import { imagePath } from '../../../shared/api/images.ts';
import { type Groups, recordsOf } from '../../../shared/board/document.ts';
import { type AnyRecord, splitRecord } from '../../../shared/board/groups.ts';
import { fragmentToRichText, plainText } from '../../../shared/board/rich-text.ts';
import { type BoardId, ImageId, type ParticipantId } from '../../../shared/protocol/ids.ts';
import { formatRoomName } from '../../../shared/protocol/room-name.ts';
import { privateGraceMs } from '../../../shared/session/rules.ts';
import { noteGroups } from '../../support/notes.ts';
import { SetClock } from '../../support/set-clock.ts';
import { join, makeBoard } from '../http/server.ts';
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

/** The same on a board of a template that invites to write, with the first of its invitations. */
export async function invitingForLong() {
  const clock = new SetClock();
  const stage = await withBen(clock);
  const { server, made, people } = stage;
  const boardId = await makeBoard(server, made, people.facilitator.token, 'root-cause-tree');
  await command(stage, { type: 'private-writing.start', boardId, isAnonymous: false });
  clock.pass(privateGraceMs);
  const room = formatRoomName({ layer: 'shared', boardId });
  const [reader, bens] = [await stage.enter(people.viewer.token, room), await stage.enter(people.ben.token, room)];
  const [id] = [...recordsOf(bens.doc)].find(([, groups]) => isInvitation(groups)) ?? [];
  if (id === undefined) throw new Error('no invitation');
  const enterBens = () => stage.enter(people.ben.token, own(boardId, people.ben.participant.id));
  return { ...stage, boardId, room, reader, bens, id, enterBens };
}

export const isInvitation = (groups: Groups | undefined): boolean => {
  const props = groups?.get('props') as { placeholder?: string } | undefined;
  const rich = groups?.get('rich');
  return Boolean(props?.placeholder) && rich instanceof Y.XmlFragment && plainText(fragmentToRichText(rich)) === '';
};

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
/** Records of which somebody was told that they stand otherwise than they wrote them. */
export const putBacks = (program: Program) => program.all('notice').flatMap(({ records = [] }) => records);
