import { expect, it } from 'vitest';
import { recordsOf } from '../../../shared/board/document.ts';
import { createGroups, splitRecord } from '../../../shared/board/groups.ts';
import { plainRichText, richTextToFragment } from '../../../shared/board/rich-text.ts';
import { CloseCode } from '../../../shared/protocol/close-codes.ts';
import { formatRoomName } from '../../../shared/protocol/room-name.ts';
import { privateGraceMs } from '../../../shared/session/rules.ts';
import { firstSession } from '../../../shared/session/session.ts';
import { noteParts } from '../../support/notes.ts';
import { card } from '../board/support/cards.ts';
import { settle } from './manual-clock.ts';
import { Peer, visitor } from './peer.ts';
import { boardId, createStage } from './stage.ts';

/** People have been writing privately for some time. */
function createPrivateStage() {
  const stage = createStage();
  const privateWriting = { boardId, sinceMs: 0, isAnonymous: false, revealAtMs: null };
  stage.sessions.session = { ...firstSession, privateWriting };
  stage.sessions.nowMs = () => privateGraceMs;
  const who = visitor(1);
  const openOwn = async () => {
    const opened = await stage.registry.open(
      formatRoomName({ layer: 'own', boardId, participantId: who.participantId }),
    );
    if (opened.status !== 'open') throw new Error(opened.status);
    return opened.room;
  };
  return { ...stage, openOwn };
}

/** A note with words, as a page writes it that has not heard of private writing. */
const note = (peer: Peer, id: string, words = id) =>
  recordsOf(peer.doc).set(`shape:${id}`, createGroups({ ...noteParts(`shape:${id}`, words) }));

const putBacks = (peer: Peer) => peer.all('notice').flatMap(({ records = [] }) => records);

it('[PRW53] what storage refuses at first is kept with the second try', async () => {
  const { join, log, clock, openOwn } = createPrivateStage();
  const ada = await join(1);
  log.failure = 'io';
  note(ada, 'a');
  await settle();
  expect(putBacks(ada)).toEqual([]);
  log.failure = null;
  await clock.pass(10_000);
  expect(putBacks(ada)).toEqual([{ id: 'shape:a', reason: 'private-writing' }]);
  expect([...(await openOwn()).records.keys()]).toEqual(['shape:a']);
});

it('[PRW53] what can be kept nowhere is given back in words', async () => {
  const { join, log, clock } = createPrivateStage();
  const ada = await join(1);
  log.failure = 'io';
  note(ada, 'a', 'Ada’s words');
  await clock.pass(10_000);
  expect(putBacks(ada)).toEqual([{ id: 'shape:a', reason: 'invalid', words: 'Ada’s words' }]);
});

it('[PRW53] of several each is told for itself: what takes the place of something else is given back, the rest is kept', async () => {
  const { join, openOwn } = createPrivateStage();
  const ada = await join(1);
  const own = new Peer(await openOwn(), visitor(1));
  own.ask();
  note(own, 'a', 'Written before');
  await settle();
  ada.doc.transact(() => {
    note(ada, 'a', 'Written late');
    note(ada, 'b');
  });
  await settle();
  expect(putBacks(ada)).toEqual([
    { id: 'shape:a', reason: 'invalid', words: 'Written late' },
    { id: 'shape:b', reason: 'private-writing' },
  ]);
  expect(own.recordIds).toEqual(['shape:a', 'shape:b']);
  expect(JSON.stringify((await openOwn()).records.get('shape:a'))).toContain('Written before');
});

it('[PRW53] whoever has left gets their words when they come again', async () => {
  const { join, log, clock } = createPrivateStage();
  const ada = await join(1);
  log.failure = 'io';
  note(ada, 'a', 'Ada’s words');
  ada.leave();
  await clock.pass(10_000);
  log.failure = null;
  await clock.pass(10_000);
  const ben = await join(2);
  expect(putBacks(ben)).toEqual([]);
  expect(putBacks(await join(1))).toEqual([{ id: 'shape:a', reason: 'invalid', words: 'Ada’s words' }]);
  expect(putBacks(await join(1))).toEqual([]);
});

it('[PRW53] whoever has come again before it is known gets their words at once, and no page that hears nothing does', async () => {
  const { join, log, clock } = createPrivateStage();
  const first = await join(1);
  log.failure = 'io';
  note(first, 'a', 'Ada’s words');
  const deaf = await join(1, { isLive: false });
  const [second, ben] = [await join(1), await join(2)];
  first.leave();
  await clock.pass(10_000);
  expect([first, deaf, ben].flatMap(putBacks)).toEqual([]);
  expect(putBacks(second)).toEqual([{ id: 'shape:a', reason: 'invalid', words: 'Ada’s words' }]);
});

it('[PRW53] a page that hears nothing takes no words from the next one', async () => {
  const { join, log, clock } = createPrivateStage();
  const first = await join(1);
  log.failure = 'io';
  note(first, 'a', 'Ada’s words');
  first.leave();
  await clock.pass(10_000);
  await join(1, { isLive: false });
  expect(putBacks(await join(1))).toEqual([{ id: 'shape:a', reason: 'invalid', words: 'Ada’s words' }]);
});

it('[PRW53] words in an invitation that can be kept nowhere are given back, and nothing else is said of it', async () => {
  const { join, log, clock, open } = createPrivateStage();
  const ghost = card('ghost', '', {}, { placeholder: 'Why is that so?' });
  await (await open()).edit(null, (doc) => {
    recordsOf(doc).set(ghost.id, createGroups(splitRecord(ghost)));
  });
  const ada = await join(1);
  log.failure = 'io';
  recordsOf(ada.doc)
    .get(ghost.id)
    ?.set('rich', richTextToFragment(plainRichText('Ada’s words')));
  await clock.pass(10_000);
  expect(putBacks(ada)).toEqual([{ id: ghost.id, reason: 'invalid', words: 'Ada’s words' }]);
});

it('[PRW53] a server that closes gives the words back before it shows anybody out', async () => {
  const { join, log, clock, registry } = createPrivateStage();
  const ada = await join(1);
  log.shut();
  note(ada, 'a', 'Ada’s words');
  await settle();
  const closing = registry.closeAll(CloseCode.restart);
  await settle();
  expect(ada.closed).toBeNull();
  log.open();
  await clock.pass(60_000);
  await closing;
  expect(putBacks(ada)).toEqual([{ id: 'shape:a', reason: 'invalid', words: 'Ada’s words' }]);
  expect(ada.closed?.code).toBe(CloseCode.restart);
});
