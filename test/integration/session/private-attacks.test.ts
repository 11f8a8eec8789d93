import { expect, it } from 'vitest';
import { type Groups, recordsOf } from '../../../shared/board/document.ts';
import { createGroups, joinRecord } from '../../../shared/board/groups.ts';
import { placeOnPage } from '../../../shared/board/place.ts';
import { plainRichText, richTextToFragment } from '../../../shared/board/rich-text.ts';
import { privateGraceMs } from '../../../shared/session/rules.ts';
import { noteGroups, noteParts } from '../../support/notes.ts';
import { SetClock } from '../../support/set-clock.ts';
import { documentShows } from '../../support/wait.ts';
import { shape } from '../../unit/board/support/records.ts';
import type { Program } from '../rooms/program.ts';
import {
  invitingForLong,
  isInvitation,
  isRevealed,
  putBacks,
  revealing,
  textIn,
  withBen,
  withoutMeta,
  write,
  writing,
  writingForLong,
} from './private-stage.ts';
import { command } from './support.ts';

const recordIn = ({ doc }: Program, id: string) => joinRecord(id, recordsOf(doc).get(id) as Groups);
const shown = (program: Program) => JSON.stringify(recordsOf(program.doc).toJSON());

it('[PRW55] what was refused once was never seen: it is new when it comes again', async () => {
  const clock = new SetClock();
  const stage = await withBen(clock);
  const { boardId, people, enter, enterOwn } = stage;
  const reader = await enter(people.viewer.token);
  const bens = await enter(people.ben.token);
  await command(stage, { type: 'lock.set', boardId, place: null, isLocked: true });
  recordsOf(bens.doc).set('shape:hidden', noteGroups('shape:hidden', 'Canary'));
  await bens.until('the refusal', () => putBacks(bens).length === 1);
  await command(stage, { type: 'lock.set', boardId, place: null, isLocked: false });
  await command(stage, { type: 'private-writing.start', boardId, isAnonymous: false });
  clock.pass(privateGraceMs);
  recordsOf(bens.doc).set('shape:hidden', noteGroups('shape:hidden', 'Canary'));
  await bens.until('the second', () => putBacks(bens).length === 2);
  expect(putBacks(bens).map(({ reason }) => reason)).toEqual(['board-locked', 'private-writing']);
  expect(textIn(await enterOwn(people.ben), 'shape:hidden')).toContain('Canary');
  expect(reader.recordIds).not.toContain('shape:hidden');
});

it('[PRW54] two people under one id: revealed without names, both are there', async () => {
  const stage = await writing(true);
  const { boardId, people, enter, enterOwn } = stage;
  const reader = await enter(people.viewer.token);
  const before = reader.recordIds.length;
  await write(await enterOwn(people.participant), 'shape:same', 'From Anna');
  await write(await enterOwn(people.ben), 'shape:same', 'From Ben');
  await command(stage, revealing(boardId));
  await isRevealed(reader);
  expect([shown(reader).includes('From Anna'), shown(reader).includes('From Ben')]).toEqual([true, true]);
  expect(reader.recordIds).toHaveLength(before + 2);
});

it.each([
  ['in what they alone see', 'own', 27],
  ['with the longest key there', 'own', 1_000],
  ['on the board', 'shared', 1_000],
])(
  '[PRW56] somebody who puts a card at the very top %s keeps nobody else’s from being revealed',
  async (_what, where, length) => {
    const stage = await writing();
    const { boardId, people, enter, enterOwn } = stage;
    const reader = await enter(people.viewer.token);
    await write(await enterOwn(people.participant), 'shape:anna', 'From Anna');
    const program = where === 'own' ? await enterOwn(people.ben) : await enter(people.ben.token);
    const parts = noteParts('shape:top', 'At the top');
    const index = 'y'.padEnd(length, 'z');
    recordsOf(program.doc).set('shape:top', createGroups({ ...parts, base: { ...parts.base, index } }));
    await program.acknowledged(1);
    await command(stage, revealing(boardId));
    await isRevealed(reader);
    expect(shown(reader)).toContain('From Anna');
    expect(stage.server.log()).not.toContain('room.broken');
  },
);

it('[PRW50] no byte goes to others either of a new card that no canvas could show', async () => {
  const { people, enter } = await writingForLong();
  const [reader, bens] = [await enter(people.viewer.token), await enter(people.ben.token)];
  const frames: Buffer[] = [];
  reader.ws.on('message', (frame: Buffer) => frames.push(frame));
  const parts = noteParts('shape:bad', 'Kanarienvogel');
  bens.doc.transact(() => {
    recordsOf(bens.doc).set('shape:bad', createGroups({ ...parts, props: { ...parts.props, size: 'none' } }));
    recordsOf(bens.doc).set('shape:gone', noteGroups('shape:gone', 'Kanarienvogel'));
    recordsOf(bens.doc).delete('shape:gone');
  });
  await bens.until('the refusal', () => putBacks(bens).length === 1);
  await write(await enter(people.facilitator.token), 'shape:task', 'The task');
  await reader.until('what came after it', () => reader.recordIds.includes('shape:task'));
  expect(frames.filter((frame) => frame.includes('Kanarien'))).toEqual([]);
});

it('[PRW57] what is in a group or a frame stays in it at its place, and what others see is put into nothing that they do not', async () => {
  const stage = await writingForLong();
  const { boardId, people, enter, enterOwn } = stage;
  const [fatimas, bens] = [await enter(people.facilitator.token), await enter(people.ben.token)];
  await write(fatimas, 'shape:task', 'The task');
  await bens.until('the task', () => recordsOf(bens.doc).has('shape:task'));
  const at = (id: string, type: string, parentId: string, [x, y]: readonly [number, number], index: string) =>
    shape(id, type, { parentId, x, y, index });
  bens.doc.transact(() => {
    const made = [
      at('outer', 'group', 'page:page', [1_000, 2_000], 'a8'),
      at('inner', 'group', 'shape:outer', [100, 200], 'a1'),
      at('one', 'note', 'shape:inner', [10, 20], 'a1'),
      at('two', 'note', 'shape:inner', [300, 20], 'a2'),
      at('three', 'note', 'shape:outer', [600, 20], 'a2'),
      at('frame', 'frame', 'page:page', [5_000, 0], 'a9'),
    ];
    for (const record of made) recordsOf(bens.doc).set(record.id, createGroups(withoutMeta(record)));
    const task = recordsOf(bens.doc).get('shape:task');
    task?.set('base', { ...(task.get('base') as object), parentId: 'shape:frame' });
    task?.set('at', [7, 7, 0, 'shape:frame']);
  });
  await bens.until('the refusal', () => putBacks(bens).length > 0);
  const ids = ['frame', 'inner', 'one', 'outer', 'three', 'two'].map((id) => `shape:${id}`);
  const own = await enterOwn(people.ben);
  await own.until('all of it', () => own.recordIds.length === ids.length);
  expect(own.recordIds).toEqual(ids);
  const placeOf = ({ doc }: Program, id: string) => {
    const get = (one: string) => {
      const groups = recordsOf(doc).get(one);
      return groups === undefined ? undefined : (joinRecord(one, groups) ?? undefined);
    };
    const { x, y } = placeOnPage(get, id);
    return [x, y];
  };
  expect(placeOf(own, 'shape:one')).toEqual([1_110, 2_220]);
  expect(placeOf(fatimas, 'shape:task')).toEqual([0, 0]);
  await command(stage, revealing(boardId));
  await isRevealed(fatimas);
  expect(placeOf(fatimas, 'shape:one')).toEqual([1_110, 2_220]);
  expect(placeOf(fatimas, 'shape:three')).toEqual([1_600, 2_020]);
});

it('[PRW57] a frame that was taken back before its writer heard takes nothing along that others see', async () => {
  const { people, enter } = await writingForLong();
  const [fatimas, bens] = [await enter(people.facilitator.token), await enter(people.ben.token)];
  const parts = noteParts('shape:task', 'The task');
  recordsOf(fatimas.doc).set('shape:task', createGroups({ ...parts, at: [300, 400, 0] }));
  await bens.until('the task', () => recordsOf(bens.doc).has('shape:task'));
  // Both on the way at once: nothing of the first answer has arrived.
  recordsOf(bens.doc).set('shape:frame', createGroups(withoutMeta(shape('frame', 'frame', { x: 5_000, index: 'a9' }))));
  bens.doc.transact(() => {
    const task = recordsOf(bens.doc).get('shape:task');
    task?.set('base', { ...(task.get('base') as object), parentId: 'shape:frame' });
    task?.set('at', [7, 7, 0, 'shape:frame']);
  });
  await bens.acknowledged(2);
  expect(recordIn(bens, 'shape:task')).toMatchObject({ parentId: 'page:page', x: 300, y: 400 });
});

it('[PRW58] whoever writes into an invitation makes a card of their own, and the invitation stays as it is', async () => {
  const stage = await invitingForLong();
  const { boardId, reader, bens, id, enterBens } = stage;
  const frames: Buffer[] = [];
  reader.ws.on('message', (frame: Buffer) => frames.push(frame));
  const before = textIn(reader, id);
  recordsOf(bens.doc)
    .get(id)
    ?.set('rich', richTextToFragment(plainRichText('Kanarienvogel')));
  await bens.until('the word of it', () => putBacks(bens).length === 1);
  expect(putBacks(bens)).toEqual([{ id, reason: 'private-writing' }]);
  await documentShows(bens.doc, 'the invitation', () => isInvitation(recordsOf(bens.doc).get(id)));
  const own = await enterBens();
  expect(own.recordIds).toHaveLength(1);
  expect(textIn(own, own.recordIds[0] ?? '')).toContain('Kanarienvogel');
  await command(stage, revealing(boardId));
  expect(textIn(reader, id)).toBe(before);
  expect(frames.filter((frame) => frame.includes('Kanarien'))).toEqual([]);
  await isRevealed(reader);
  expect(shown(reader)).toContain('Kanarienvogel');
});

it('[PRW58] nor is anything else written for all in an invitation: not in its fields, not in what invites', async () => {
  const stage = await invitingForLong();
  const { boardId, reader, bens, id, enterBens } = stage;
  const frames: Buffer[] = [];
  reader.ws.on('message', (frame: Buffer) => frames.push(frame));
  const before = recordIn(reader, id);
  recordsOf(bens.doc).get(id)?.set('prop:field:note', 'Kanarienvogel');
  await bens.until('the word of it', () => putBacks(bens).length === 1);
  recordsOf(bens.doc).get(id)?.set('prop:placeholder', 'Kanarienhahn');
  await bens.until('the next', () => putBacks(bens).length === 2);
  const own = await enterBens();
  await own.until('both', () => /vogel/.test(shown(own)) && /hahn/.test(shown(own)));
  expect(own.recordIds).toHaveLength(1);
  await command(stage, revealing(boardId));
  expect(recordIn(reader, id)).toEqual(before);
  expect(frames.filter((frame) => frame.includes('Kanarien'))).toEqual([]);
  await isRevealed(reader);
});
