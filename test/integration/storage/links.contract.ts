import { afterAll, beforeAll, expect, test } from 'vitest';
import type { NewInvite, PasscodeHash, WorkshopStore } from '../../../server/storage/workshop-store.ts';
import { asStored, newInvite, newTokenHash } from './ids.ts';
import type { Subject } from './subjects.ts';
import { createdAtMs, entry, newSession, workshopSteps } from './workshop-steps.ts';

const laterMs = createdAtMs + 60_000;

/** What every workshop store does with links that expire, are exchanged, or are for one's own second device. */
export function linksContract(open: () => Promise<Subject>): void {
  let subject: Subject;
  beforeAll(async () => {
    subject = await open();
  });
  afterAll(() => subject.close());

  const store = async (): Promise<WorkshopStore> => (await subject.current()).workshops;
  const { setUp, join } = workshopSteps(store);
  const grantsOf = async ({ tokenHash }: ReturnType<typeof newSession>) =>
    (await (await store()).findSession(tokenHash))?.grants;

  const guarded = (): NewInvite => ({
    ...newInvite('participant'),
    ...{ expiresAtMs: laterMs, passcodeHash: 'salt and hash' as PasscodeHash },
  });

  test('[LNK1] a link keeps when it expires and whether it asks for a passcode; the list does not show the hash', async () => {
    const { workshop } = await setUp();
    const invite = guarded();
    await (await store()).createInvite(workshop.id, invite, createdAtMs);
    const facts = { id: invite.id, role: 'participant', createdAtMs, expiresAtMs: laterMs, hasPasscode: true };
    expect((await (await store()).listInvites(workshop.id)).at(-1)).toEqual(facts);
    expect(await (await store()).findInvite(invite.tokenHash)).toEqual({
      ...{ ...facts, workshopId: workshop.id, passcodeHash: invite.passcodeHash },
    });
  });

  test('[LNK2] a link that is exchanged gives its role, expiry and passcode to the new one and works no more', async () => {
    const { workshop } = await setUp();
    const old = guarded();
    await (await store()).createInvite(workshop.id, old, createdAtMs);
    const [ada, bob] = [newSession(), newSession()];
    await join(ada, asStored(old, workshop.id, createdAtMs), 'Aqua');
    await join(bob, asStored(old, workshop.id, createdAtMs), 'Aqua');
    const next = newInvite('participant');
    const rotation = { workshopId: workshop.id, id: old.id, next, atMs: laterMs };
    const rotated = await (await store()).rotateInvite({ ...rotation, keepPeople: false });
    expect(rotated?.invite).toEqual({
      ...{ id: next.id, role: 'participant', createdAtMs: laterMs, expiresAtMs: laterMs, hasPasscode: true },
    });
    expect([...(rotated?.lost ?? [])].sort()).toEqual([ada.id, bob.id].sort());
    expect(await (await store()).findInvite(old.tokenHash)).toBeNull();
    expect(await (await store()).findInvite(next.tokenHash)).toMatchObject({ passcodeHash: old.passcodeHash });
    expect(await grantsOf(ada)).toEqual([]);
    const ids = (await (await store()).listInvites(workshop.id)).map(({ id }) => id);
    expect(ids).toContain(next.id);
    expect(ids).not.toContain(old.id);
  });

  test('[LNK2] with its people kept they hang on the new link, and go when that is revoked', async () => {
    const { workshop, link } = await setUp();
    const session = newSession();
    await join(session, link('participant'), 'Aqua');
    const next = newInvite('participant');
    const { id } = link('participant');
    const rotation = { workshopId: workshop.id, id, next, keepPeople: true, atMs: laterMs };
    expect((await (await store()).rotateInvite(rotation))?.lost).toEqual([]);
    expect(await grantsOf(session)).toMatchObject([{ role: 'participant', inviteId: next.id }]);
    expect(await (await store()).revokeInvite(workshop.id, next.id, laterMs)).toEqual([session.id]);
    expect(await grantsOf(session)).toEqual([]);
  });

  test('[LNK3] of another workshop, of nobody or revoked before, a link is not exchanged', async () => {
    const [{ workshop, link }, { workshop: other }] = [await setUp(), await setUp()];
    const session = newSession();
    await join(session, link('participant'), 'Aqua');
    const { id } = link('participant');
    const rotate = async (workshopId = workshop.id, which = id) => {
      const next = newInvite('participant');
      const rotation = { workshopId, id: which, next, keepPeople: false, atMs: laterMs };
      expect(await (await store()).rotateInvite(rotation)).toBeNull();
      expect(await (await store()).findInvite(next.tokenHash)).toBeNull();
    };
    await rotate(other.id);
    await rotate(workshop.id, newInvite('participant').id);
    expect(await grantsOf(session)).toHaveLength(1);
    await (await store()).revokeInvite(workshop.id, id, laterMs);
    await rotate();
  });

  /** Somebody who is in, and a link for their second device. */
  async function withResumeLink(expiresAtMs = laterMs) {
    const made = await setUp();
    const first = newSession();
    const { participant } = await join(first, made.link('participant'), 'Aqua', 'Ada');
    const tokenHash = newTokenHash();
    const link = { sessionId: first.id, workshopId: made.workshop.id, tokenHash, expiresAtMs };
    expect(await (await store()).createResumeLink(link)).toBe(true);
    return { ...made, first, participant, tokenHash, resumeLink: link };
  }

  const take = async (tokenHash: ReturnType<typeof newTokenHash>, session = newSession(), atMs = createdAtMs) =>
    (await store()).takeResumeLink({ tokenHash, session, atMs });

  test('[LNK4] a link for a second device makes it the same person with the same role, once', async () => {
    const { workshop, link, first, participant, tokenHash } = await withResumeLink();
    const second = newSession();
    const taken = { status: 'taken', workshopId: workshop.id, participant, role: 'participant' };
    expect(await take(tokenHash, second)).toEqual(taken);
    expect(await grantsOf(second)).toEqual(await grantsOf(first));
    expect(await (await store()).listParticipants(workshop.id)).toHaveLength(1);
    expect(await take(tokenHash)).toEqual({ status: 'unknown' });
    const lost = await (await store()).revokeInvite(workshop.id, link('participant').id, laterMs);
    expect([...(lost ?? [])].sort()).toEqual([first.id, second.id].sort());
  });

  test('[LNK5] nobody’s link, a replaced one and one whose time is over open nothing', async () => {
    const { first, tokenHash, resumeLink } = await withResumeLink();
    expect(await take(newTokenHash())).toEqual({ status: 'unknown' });
    const newer = newTokenHash();
    expect(await (await store()).createResumeLink({ ...resumeLink, tokenHash: newer })).toBe(true);
    expect(await take(tokenHash)).toEqual({ status: 'unknown' });
    const late = newSession();
    expect(await take(newer, late, laterMs)).toEqual({ status: 'expired' });
    expect(await (await store()).findSession(late.tokenHash)).toBeNull();
    expect(await grantsOf(first)).toHaveLength(1);
    expect(await take(newer, late, laterMs - 1)).toMatchObject({ status: 'taken' });
  });

  test('[LNK5] a link for a second device ends with the access of whoever made it', async () => {
    const revoked = await withResumeLink();
    await (await store()).revokeInvite(revoked.workshop.id, revoked.link('participant').id, createdAtMs);
    const removed = await withResumeLink();
    await (await store()).removeParticipant(removed.workshop.id, removed.participant.id, createdAtMs);
    const signedOut = await withResumeLink();
    await (await store()).deleteSession(signedOut.first.id);
    for (const { tokenHash } of [revoked, removed, signedOut])
      expect(await take(tokenHash)).toEqual({ status: 'unknown' });
  });

  test('[LNK5] strangers and programs get no link for a second device', async () => {
    const { workshop, link } = await setUp();
    const stranger = newSession();
    await join(stranger, (await setUp()).link('viewer'), 'Aqua');
    const program = newSession();
    await (await store()).join({ ...entry(program, link('viewer'), 'Aqua'), kind: 'program' });
    for (const { id: sessionId } of [stranger, program]) {
      const asked = { sessionId, workshopId: workshop.id, tokenHash: newTokenHash(), expiresAtMs: laterMs };
      expect(await (await store()).createResumeLink(asked)).toBe(false);
      expect(await take(asked.tokenHash)).toEqual({ status: 'unknown' });
    }
  });

  test('[LNK6] a second device that was somebody else there is the first one’s person from then on', async () => {
    const { workshop, link, participant, tokenHash } = await withResumeLink();
    const other = await setUp();
    const second = newSession();
    await join(second, link('viewer'), 'Pumps', 'Eve');
    await join(second, other.link('viewer'), 'Pumps', 'Eve');
    await take(tokenHash, second);
    const grants = (await grantsOf(second)) ?? [];
    expect(grants.filter(({ workshopId }) => workshopId === workshop.id)).toMatchObject([
      { participantId: participant.id, role: 'participant', inviteId: link('participant').id },
    ]);
    expect(grants).toHaveLength(2);
  });

  test('[LNK23] a link for a second device takes no stronger role away, and is not used up by that', async () => {
    const { link, tokenHash } = await withResumeLink();
    const second = newSession();
    await join(second, link('facilitator'), 'Pumps', 'Eve');
    const before = await grantsOf(second);
    expect(await take(tokenHash, second)).toEqual({ status: 'weaker' });
    expect(await grantsOf(second)).toEqual(before);
    expect(await take(tokenHash)).toMatchObject({ status: 'taken' });
  });

  test('[LNK22] whoever is in hangs on another link of the same role only where that asks for nothing', async () => {
    const { workshop, link } = await setUp();
    const [withPasscode, expired, open] = [
      newInvite('participant'),
      newInvite('participant'),
      newInvite('participant'),
    ];
    const invites = [
      { ...withPasscode, passcodeHash: 'salt and hash' as PasscodeHash },
      { ...expired, expiresAtMs: createdAtMs },
      { ...open, expiresAtMs: laterMs },
    ];
    for (const invite of invites) await (await store()).createInvite(workshop.id, invite, createdAtMs);
    const session = newSession();
    await join(session, link('participant'), 'Aqua');
    const hangsOn = async () => (await grantsOf(session))?.map(({ inviteId }) => inviteId);
    for (const invite of invites.slice(0, 2)) {
      await join(session, asStored(invite, workshop.id, createdAtMs), 'Aqua');
      expect(await hangsOn()).toEqual([link('participant').id]);
    }
    await join(session, asStored(open, workshop.id, createdAtMs), 'Aqua');
    expect(await hangsOn()).toEqual([open.id]);
    // One that makes more of somebody has asked for what it asks.
    const raised = newSession();
    await join(raised, link('viewer'), 'Aqua');
    await join(raised, asStored(withPasscode, workshop.id, createdAtMs), 'Aqua');
    expect(await grantsOf(raised)).toMatchObject([{ role: 'participant', inviteId: withPasscode.id }]);
  });
}
