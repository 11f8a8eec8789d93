import { describe, expect, it } from 'vitest';
import { PreviewInviteResponse } from '../../../shared/api/sessions.ts';
import { GetWorkshopResponse } from '../../../shared/api/workshops.ts';
import {
  join,
  joinInBrowser,
  type MadeWorkshop,
  makeWorkshop,
  problemOf,
  startServer,
  type TestServer,
} from './server.ts';

const meOf = ({ workshop }: MadeWorkshop) => `/api/workshops/${workshop.id}/participants/me`;

async function named(server: TestServer, { workshop }: MadeWorkshop, cookie: string) {
  const answer = await server.call('GET', `/api/workshops/${workshop.id}`, { cookie });
  return GetWorkshopResponse.parse(answer.json())
    .people.filter(({ nameInReport }) => nameInReport)
    .map(({ name }) => name);
}

const say = (server: TestServer, made: MadeWorkshop, cookie: string, nameInReport: unknown) =>
  server.call('PATCH', meOf(made), { cookie, body: { nameInReport } });

describe('names in reports', () => {
  it('[CNS4] whoever joins agrees by saying so; the workshop tells it of everybody', async () => {
    const server = await startServer();
    const made = await makeWorkshop(server);
    const ada = await joinInBrowser(server, made, 'facilitator', { nameInReport: true });
    await joinInBrowser(server, made, 'participant', { name: 'Ben', nameInReport: false });
    await joinInBrowser(server, made, 'viewer', { name: 'Eve' });
    expect(await named(server, made, ada.cookie)).toEqual(['Ada']);
    const wrong = { token: made.invites.viewer.token, name: 'Zoe', organisation: 'Wells', nameInReport: 'yes' };
    expect(problemOf(await server.call('POST', '/api/sessions', { body: wrong }))).toBe('400 bad-request');
  });

  it('[CNS4] a link tells whoever joined before what they said; joining again without a word leaves it', async () => {
    const server = await startServer();
    const made = await makeWorkshop(server);
    const { cookie } = await joinInBrowser(server, made, 'viewer', { nameInReport: true });
    const { token } = made.invites.participant;
    const preview = async () =>
      PreviewInviteResponse.parse(
        (await server.call('POST', '/api/invites/preview', { body: { token }, cookie })).json(),
      ).participant?.nameInReport;
    expect(await preview()).toBe(true);
    await joinInBrowser(server, made, 'participant', { cookie });
    expect(await preview()).toBe(true);
    await joinInBrowser(server, made, 'participant', { cookie, nameInReport: false });
    expect(await preview()).toBe(false);
  });

  it.each(['facilitator', 'participant', 'viewer'] as const)(
    '[CNS5] a %s agrees and takes it back, for themselves and in this workshop alone',
    async (role) => {
      const server = await startServer();
      const [made, other] = [await makeWorkshop(server), await makeWorkshop(server, 'Second')];
      const { cookie } = await joinInBrowser(server, made, role);
      await joinInBrowser(server, other, role, { cookie });
      await joinInBrowser(server, made, 'facilitator', { name: 'Ben' });
      expect((await say(server, made, cookie, true)).status).toBe(200);
      expect(await named(server, made, cookie)).toEqual(['Ada']);
      expect(await named(server, other, cookie)).toEqual([]);
      expect((await say(server, made, cookie, false)).status).toBe(200);
      expect(await named(server, made, cookie)).toEqual([]);
      expect(problemOf(await say(server, made, cookie, 'no'))).toBe('400 bad-request');
    },
  );

  it('[CNS6] nobody agrees for somebody else, a program for nobody, and strangers are refused', async () => {
    const server = await startServer();
    const made = await makeWorkshop(server);
    const ada = await joinInBrowser(server, made, 'facilitator');
    const ben = await joinInBrowser(server, made, 'participant', { name: 'Ben' });
    const program = await join(server, made, 'facilitator', 'Robot');
    const stranger = await joinInBrowser(server, await makeWorkshop(server, 'Other'), 'facilitator');
    const body = { nameInReport: true };
    expect(problemOf(await server.call('PATCH', meOf(made), { body, bearer: program.token }))).toBe('403 not-allowed');
    expect(problemOf(await say(server, made, stranger.cookie, true))).toBe('403 not-allowed');
    expect(problemOf(await server.call('PATCH', meOf(made), { body }))).toBe('401 no-session');
    const bens = `/api/workshops/${made.workshop.id}/participants/${ben.participant.id}`;
    expect(problemOf(await server.call('PATCH', bens, { body, cookie: ada.cookie }))).toBe('404 not-found');
    // More in the body says nothing: the session alone does.
    const other = { ...body, participantId: ben.participant.id };
    await server.call('PATCH', meOf(made), { body: other, cookie: ada.cookie });
    expect(await named(server, made, ada.cookie)).toEqual(['Ada']);
    const foreign = { body, cookie: ben.cookie, headers: { origin: 'https://evil.example' } };
    expect(problemOf(await server.call('PATCH', meOf(made), foreign))).toBe('403 foreign-origin');
    expect(await named(server, made, ada.cookie)).toEqual(['Ada']);
  });

  it('[CNS6] a program that says it agrees is still no person', async () => {
    const server = await startServer();
    const made = await makeWorkshop(server);
    const { token } = made.invites.viewer;
    const body = { token, name: 'Robot', organisation: 'Wells', bearer: true, nameInReport: true };
    expect((await server.call('POST', '/api/sessions', { body })).status).toBe(201);
    const { cookie } = await joinInBrowser(server, made, 'viewer');
    expect(await named(server, made, cookie)).toEqual([]);
  });
});
