import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { type Groups, recordsOf } from '../../../shared/board/document.ts';
import { fragmentToRichText, plainText, type RichText } from '../../../shared/board/rich-text.ts';
import { SyncType } from '../../../shared/protocol/messages.ts';
import { noteGroups } from '../../support/notes.ts';
import { syncFrame } from '../../unit/rooms/peer.ts';
import type { Program } from '../rooms/program.ts';
import {
  invitingForLong,
  isInvitation,
  isRevealed,
  putBacks,
  revealing,
  textIn,
  writingForLong,
} from './private-stage.ts';
import { command } from './support.ts';

const textOf = (groups: Groups | undefined): Y.XmlText => {
  const fragment = groups?.get('rich');
  const paragraph = fragment instanceof Y.XmlFragment ? fragment.get(0) : undefined;
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined;
  if (!(text instanceof Y.XmlText)) throw new Error('no text');
  return text;
};

const wordsIn = ({ doc }: Pick<Program, 'doc'>, id: string): string => {
  const fragment = recordsOf(doc).get(id)?.get('rich');
  return fragment instanceof Y.XmlFragment ? plainText(fragmentToRichText(fragment) as RichText) : '';
};

/** Every byte that came to a program. */
function listen(program: Program): readonly Buffer[] {
  const frames: Buffer[] = [];
  program.ws.on('message', (frame: Buffer) => frames.push(frame));
  return frames;
}

it('[PRW52] what is written in a card before its writer heard that it is theirs alone follows it, and no byte of it goes to anybody else', async () => {
  const stage = await writingForLong();
  const { boardId, people, enter, enterOwn } = stage;
  const { participant: anna, viewer } = people;
  const [reader, annas] = [await enter(viewer.token), await enter(anna.token)];
  const frames = listen(reader);
  const records = recordsOf(annas.doc);
  // All on the way at once: nothing of the answer has arrived.
  records.set('shape:other', noteGroups('shape:other', 'Another'));
  records.set('shape:card', noteGroups('shape:card', 'Kanarien'));
  textOf(records.get('shape:card')).insert(8, 'vogle');
  records.get('shape:card')?.set('at', [500, 0, 0]);
  textOf(records.get('shape:card')).delete(11, 2);
  textOf(records.get('shape:card')).insert(11, 'el');
  textOf(records.get('shape:other')).insert(7, ' canary');
  const own = await enterOwn(anna);
  await own.until('all of it', () => wordsIn(own, 'shape:card') === 'Kanarienvogel');
  await own.until('the other', () => wordsIn(own, 'shape:other') === 'Another canary');
  expect(recordsOf(own.doc).get('shape:card')?.get('at')).toContain(500);
  await annas.until('the word of it', () => putBacks(annas).length === 2);
  expect(putBacks(annas).map(({ reason, words }) => [reason, words])).toEqual([
    ['private-writing', undefined],
    ['private-writing', undefined],
  ]);
  expect(annas.recordIds).toEqual(reader.recordIds);

  await command(stage, revealing(boardId));
  expect(frames.filter((frame) => /Kanarien|vog|canary/.test(frame.toString('latin1')))).toEqual([]);
  await isRevealed(reader);
  expect([wordsIn(reader, 'shape:card'), wordsIn(reader, 'shape:other')]).toEqual(['Kanarienvogel', 'Another canary']);
});

it('[PRW52] it follows also over the next connection, and what is done elsewhere on the board meanwhile does not part them', async () => {
  const stage = await writingForLong();
  const { people, enter, enterOwn } = stage;
  const { participant: anna, facilitator, ben } = people;
  const [fatimas, bens] = [await enter(facilitator.token), await enter(ben.token)];
  recordsOf(fatimas.doc).set('shape:task', noteGroups('shape:task', 'The task'));
  await fatimas.acknowledged(1);
  const first = await enter(anna.token);
  // A page that hears nothing, as over a network that lets nothing back.
  const page = new Y.Doc();
  Y.applyUpdate(page, Y.encodeStateAsUpdate(first.doc));
  const sent: Uint8Array[] = [];
  page.on('update', (update: Uint8Array) => sent.push(update));
  const records = recordsOf(page);
  records.set('shape:card', noteGroups('shape:card', 'One'));
  for (const update of sent.splice(0)) first.say(syncFrame(SyncType.update, update));
  await first.acknowledged(1);
  first.close();
  await first.closed();
  recordsOf(bens.doc).get('shape:task')?.set('at', [300, 0, 0]);
  await bens.acknowledged(1);
  const second = await enter(anna.token);
  textOf(records.get('shape:card')).insert(3, ' two');
  records.get('shape:task')?.set('opacity', 0.5);
  textOf(records.get('shape:card')).insert(7, ' three');
  for (const update of sent.splice(0)) second.say(syncFrame(SyncType.update, update));
  const own = await enterOwn(anna);
  await own.until('all of it', () => wordsIn(own, 'shape:card') === 'One two three');
  await bens.until('what was done elsewhere', () => recordsOf(bens.doc).get('shape:task')?.get('opacity') === 0.5);
});

it('[PRW52] whoever only hears that a card is gone takes nothing away from what is kept of it', async () => {
  const { people, enter, enterOwn } = await writingForLong();
  const { participant: anna } = people;
  const annas = await enter(anna.token);
  recordsOf(annas.doc).set('shape:card', noteGroups('shape:card', 'Kept'));
  await annas.until('the word of it', () => putBacks(annas).length === 1);
  const own = await enterOwn(anna);
  await own.until('the card', () => wordsIn(own, 'shape:card') === 'Kept');
  // A page that comes again says what it knows to be deleted.
  annas.say(syncFrame(SyncType.step2, Y.encodeStateAsUpdate(annas.doc)));
  recordsOf(annas.doc).set('shape:next', noteGroups('shape:next', 'Next'));
  await own.until('the next', () => wordsIn(own, 'shape:next') === 'Next');
  expect(wordsIn(own, 'shape:card')).toBe('Kept');
});

/** Writes a text into an invitation as an editor does with the first key. */
function openText(groups: Groups | undefined, first: string): Y.XmlText {
  const fragment = groups?.get('rich');
  const paragraph = fragment instanceof Y.XmlFragment ? fragment.get(0) : undefined;
  if (!(paragraph instanceof Y.XmlElement)) throw new Error('no paragraph');
  const text = new Y.XmlText(first);
  paragraph.insert(0, [text]);
  return text;
}

it('[PRW52] what is written letter by letter into an invitation is one card, and the invitation stays', async () => {
  const stage = await invitingForLong();
  const { boardId, reader, bens, id, enterBens } = stage;
  const frames = listen(reader);
  const before = textIn(reader, id);
  // All on the way at once: nothing of the answer has arrived.
  const text = openText(recordsOf(bens.doc).get(id), 'K');
  text.insert(1, 'anarienvogle');
  text.delete(11, 2);
  text.insert(11, 'el');
  recordsOf(bens.doc).get(id)?.set('prop:field:note', 'Canary');
  const own = await enterBens();
  await own.until('all of it', () => wordsIn(own, own.recordIds[0] ?? '') === 'Kanarienvogel');
  await own.until('the field', () => textIn(own, own.recordIds[0] ?? '').includes('Canary'));
  expect(own.recordIds).toHaveLength(1);
  await bens.until('the invitation', () => isInvitation(recordsOf(bens.doc).get(id)));
  await command(stage, revealing(boardId));
  expect(textIn(reader, id)).toBe(before);
  expect(frames.filter((frame) => /Kan|anarien|vog|Canary/.test(frame.toString('latin1')))).toEqual([]);
  await isRevealed(reader);
  expect(reader.recordIds.map((one) => wordsIn(reader, one))).toContain('Kanarienvogel');
});

it('[PRW52] two invitations are two cards, and each goes on for itself beside a new one', async () => {
  const { bens, id, enterBens } = await invitingForLong();
  const records = recordsOf(bens.doc);
  const [other] = [...records].find(([one, groups]) => one !== id && isInvitation(groups)) ?? [];
  const one = openText(records.get(id), 'One');
  const two = openText(records.get(other ?? ''), 'Two');
  records.set('shape:three', noteGroups('shape:three', 'Three'));
  two.insert(3, ' more');
  textOf(records.get('shape:three')).insert(5, ' more');
  one.insert(3, ' more');
  const own = await enterBens();
  const words = () => own.recordIds.map((ownId) => wordsIn(own, ownId)).sort();
  await own.until('all of it', () => words().join() === 'One more,Three more,Two more');
});

it('[PRW52] whoever writes into the invitation once more adds to the card', async () => {
  const { bens, id, enterBens } = await invitingForLong();
  openText(recordsOf(bens.doc).get(id), 'One');
  await bens.until('the invitation', () => isInvitation(recordsOf(bens.doc).get(id)) && putBacks(bens).length === 1);
  openText(recordsOf(bens.doc).get(id), 'Two');
  await bens.until('the next', () => isInvitation(recordsOf(bens.doc).get(id)) && putBacks(bens).length === 2);
  const own = await enterBens();
  expect(own.recordIds.map((ownId) => wordsIn(own, ownId))).toEqual(['TwoOne']);
});

it('[PRW52] a page that comes again with what it heard of an invitation takes nothing out of the card', async () => {
  for (const isMoreWritten of [false, true]) {
    const { bens, id, enterBens } = await invitingForLong();
    openText(recordsOf(bens.doc).get(id), 'Kept');
    await bens.until('the invitation', () => isInvitation(recordsOf(bens.doc).get(id)) && putBacks(bens).length === 1);
    const page = new Y.Doc();
    Y.applyUpdate(page, Y.encodeStateAsUpdate(bens.doc));
    if (isMoreWritten) recordsOf(page).set('shape:offline', noteGroups('shape:offline', 'Offline'));
    bens.say(syncFrame(SyncType.step2, Y.encodeStateAsUpdate(page)));
    recordsOf(bens.doc).set('shape:next', noteGroups('shape:next', 'Next'));
    const own = await enterBens();
    await own.until('the next', () => wordsIn(own, 'shape:next') === 'Next');
    const words = own.recordIds.map((ownId) => wordsIn(own, ownId)).sort();
    expect(words).toEqual(isMoreWritten ? ['Kept', 'Next', 'Offline'] : ['Kept', 'Next']);
  }
});

it('[PRW53] words that follow a card which was revealed meanwhile are given back whole', async () => {
  const stage = await writingForLong();
  const { boardId, people, enter } = stage;
  const { participant: anna, viewer } = people;
  const [reader, annas] = [await enter(viewer.token), await enter(anna.token)];
  const page = new Y.Doc();
  Y.applyUpdate(page, Y.encodeStateAsUpdate(annas.doc));
  const sent: Uint8Array[] = [];
  page.on('update', (update: Uint8Array) => sent.push(update));
  recordsOf(page).set('shape:card', noteGroups('shape:card', 'Revealed'));
  for (const update of sent.splice(0)) annas.say(syncFrame(SyncType.update, update));
  await annas.until('the word of it', () => putBacks(annas).length === 1);
  await command(stage, revealing(boardId));
  await isRevealed(reader);
  textOf(recordsOf(page).get('shape:card')).insert(8, ' too early');
  for (const update of sent.splice(0)) annas.say(syncFrame(SyncType.update, update));
  await annas.until('the words', () => putBacks(annas).length === 2);
  expect(putBacks(annas).at(-1)).toEqual({ id: 'shape:card', reason: 'invalid', words: 'Revealed too early' });
  expect(wordsIn(reader, 'shape:card')).toBe('Revealed');
  expect(annas.code).toBeNull();
});
