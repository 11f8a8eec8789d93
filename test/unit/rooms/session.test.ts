import { nanoid } from 'nanoid';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { hashToken, newToken } from '../../../server/access/tokens.ts';
import { CloseCode } from '../../../shared/protocol/close-codes.ts';
import { OrganisationId } from '../../../shared/protocol/ids.ts';
import { SyncType } from '../../../shared/protocol/messages.ts';
import { firstSession, type Session } from '../../../shared/session/session.ts';
import { settle } from './manual-clock.ts';
import { syncFrame, visitor } from './peer.ts';
import { createStage, roomName } from './stage.ts';

const closed: Session = { ...firstSession, seq: 1, closedAtMs: 5 };
const { workshopId } = visitor(1);

it('[SES9] whoever understands it hears how the session stands before anything else, and every change at once', async () => {
  const { join, registry, sessions } = createStage();
  const ada = await join(1);
  const stock = await join(2, { isLive: false });
  expect(ada.heard[0]).toEqual({ type: 'session', session: firstSession });
  sessions.session = closed;
  registry.tellSession(workshopId, closed);
  expect(ada.last('session')).toEqual({ type: 'session', session: closed });
  expect((await join(3)).heard[0]).toEqual({ type: 'session', session: closed });
  registry.tellSession(OrganisationId.parse(nanoid()) as never, { ...closed, seq: 2 });
  expect(ada.last('session')).toEqual({ type: 'session', session: closed });
  expect(stock.all('session')).toEqual([]);
});

it('[SES10] on a frozen board nobody writes: what somebody writes all the same is not applied and ends their connection', async () => {
  const { join, sessions, storedIds } = createStage();
  const peers = [await join(visitor(1, 'facilitator')), await join(2)];
  const [ada, ben] = peers;
  ada?.create('shape:before');
  await settle();
  sessions.frozen = true;
  ada?.create('shape:a');
  ben?.create('shape:b');
  await settle();
  expect(peers.map((peer) => peer.closed?.code)).toEqual([CloseCode.sessionClosed, CloseCode.sessionClosed]);
  expect(await storedIds()).toEqual(['shape:before']);
});

it('[SES10] a step 2 with something new ends the connection as well, and what brings nothing ends none', async () => {
  const { join, sessions } = createStage();
  const ada = await join(1);
  ada.create('shape:a');
  await settle();
  sessions.frozen = true;
  const reader = await join(2);
  reader.say(syncFrame(SyncType.step2, Y.encodeStateAsUpdate(reader.doc)));
  reader.show(7, { c: [1, 2] });
  await settle();
  expect([reader.closed, reader.recordIds]).toEqual([null, ['shape:a']]);
  const offline = new Y.Doc();
  offline.getMap('records').set('shape:late', new Y.Map());
  reader.say(syncFrame(SyncType.step2, Y.encodeStateAsUpdate(offline)));
  await settle();
  expect(reader.closed?.code).toBe(CloseCode.sessionClosed);
  const viewer = await join(visitor(3, 'viewer'));
  viewer.create('shape:v');
  await settle();
  expect([viewer.closed, viewer.last('notice')?.code]).toEqual([null, 'read-only']);
});

it('[SES11] a name that changes is seen by everybody on the board at once', async () => {
  const { join, registry, storage } = createStage();
  const { workshops } = storage;
  const [ada, ben] = [await join(1), await join(2)];
  const invite = { id: nanoid() as never, role: 'participant', expiresAtMs: null, passcodeHash: null } as const;
  await workshops.createWorkshop(
    { id: workshopId, title: 'Clean water', language: 'en', createdAtMs: 1 },
    [{ ...invite, tokenHash: hashToken(newToken()) }],
    [],
  );
  await workshops.join({
    session: { id: visitor(1).sessionId, tokenHash: hashToken(newToken()) },
    invite: { ...invite, workshopId },
    ...{ participantId: visitor(1).participantId, organisationId: OrganisationId.parse(nanoid()) },
    ...{ name: 'Ada Lovelace', organisation: 'Engines', kind: 'person', atMs: 1 },
  });
  await registry.refreshPeople(workshopId);
  const names = ben.last('roster')?.entries.map(({ name, organisation, role }) => [name, organisation, role]);
  expect(names).toEqual([
    ['Ada Lovelace', 'Engines', 'participant'],
    ['Person 2', 'Wells', 'participant'],
  ]);
  expect(ada.last('roster')).toEqual(ben.last('roster'));
});

it('[CMT9] that something was said is told at once, and what is said shortly after together', async () => {
  const { join, registry, clock } = createStage();
  const [ada, stock] = [await join(1), await join(2, { isLive: false })];
  const heard = () => ada.all('comments').length;
  registry.tellCommentsChanged(roomName);
  expect(heard()).toBe(1);
  for (let at = 0; at < 50; at++) registry.tellCommentsChanged(roomName);
  expect(heard()).toBe(1);
  await clock.pass(1_000);
  expect(heard()).toBe(2);
  await clock.pass(1_000);
  registry.tellCommentsChanged(roomName);
  expect(heard()).toBe(3);
  expect(stock.all('comments')).toEqual([]);
});
