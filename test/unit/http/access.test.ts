import { nanoid } from 'nanoid';
import { describe, expect, it } from 'vitest';
import { addressedOrigin, isOwnOrigin, ownOrigins } from '../../../server/access/origin.ts';
import { type Action, permit, permitAudience } from '../../../server/access/permit.ts';
import { visitorOf } from '../../../server/access/sessions.ts';
import { hashToken, isSameSecret, newToken } from '../../../server/access/tokens.ts';
import { createMemoryStorage } from '../../../server/storage/memory/memory-storage.ts';
import { Role } from '../../../shared/access/capabilities.ts';
import { inviteUrl, parseInviteUrl } from '../../../shared/api/links.ts';
import { Token } from '../../../shared/api/sessions.ts';
import { InviteId, OrganisationId, ParticipantId, SessionId, WorkshopId } from '../../../shared/protocol/ids.ts';

describe('tokens', () => {
  it('[ACC1] tokens are 43 URL-safe characters and never repeat', () => {
    const tokens = Array.from({ length: 100 }, newToken);
    for (const token of tokens) expect(Token.safeParse(token).success).toBe(true);
    expect(new Set(tokens).size).toBe(100);
  });

  it('[ACC1] the stored hash is SHA-256', () => {
    expect(Buffer.from(hashToken('abc')).toString('hex')).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });

  it('[ACC1] secrets of any length are compared', () => {
    expect(isSameSecret('a secret', 'a secret')).toBe(true);
    expect(isSameSecret('a secret', 'a secret ')).toBe(false);
    expect(isSameSecret('', 'a secret')).toBe(false);
  });

  it('[ACC1] a link holds its token in the fragment and is read back', () => {
    const token = newToken();
    const url = inviteUrl('https://board.example.org', token);
    expect(new URL(url).hash).toBe(`#${token}`);
    expect(parseInviteUrl(url)).toEqual({ origin: 'https://board.example.org', token });
    expect(parseInviteUrl(url.replace('#', '?'))).toBeNull();
    expect(parseInviteUrl('join us')).toBeNull();
  });
});

describe('permissions', () => {
  const allowed = (role: Role, actions: readonly Action[]) => actions.filter((action) => permit(role, action));
  const actions: readonly Action[] = [
    'workshop.read',
    'me.update',
    'board.create',
    'board.export',
    'board.import',
    'report-look.read',
    'report-look.set',
    'invite.create',
    'invite.list',
    'invite.revoke',
    'room.open',
    'room.write',
    'room.be-present',
  ];

  it('[ACC2] each role may do exactly this', () => {
    expect(allowed('facilitator', actions)).toEqual(actions);
    expect(allowed('participant', actions)).toEqual([
      'workshop.read',
      'me.update',
      'board.export',
      'report-look.read',
      'room.open',
      'room.write',
      'room.be-present',
    ]);
    expect(allowed('viewer', actions)).toEqual([
      'workshop.read',
      'me.update',
      'board.export',
      'report-look.read',
      'room.open',
    ]);
  });

  it('[ACC2] what is not in the table is denied to everybody', () => {
    for (const role of Role.options) {
      for (const action of ['workshop.erase', 'constructor', '__proto__', '']) {
        expect(permit(role, action as Action)).toBe(false);
      }
    }
  });

  it('[ACC3] audiences go up to the role', () => {
    const asked = ['public', 'partners', 'core', undefined] as const;
    const answers = (role: Role) => asked.map((audience) => permitAudience(role, audience));
    expect(answers('viewer')).toEqual(['public', null, null, 'public']);
    expect(answers('participant')).toEqual(['public', 'partners', null, 'partners']);
    expect(answers('facilitator')).toEqual(['public', 'partners', 'core', 'core']);
  });
});

describe('origins', () => {
  const head = (headers: Record<string, string>) => ({ headers, socket: {} });
  const open = { publicOrigin: null, trustedProxies: 0 };

  it('[ACC4] without a public address the named host is ours, under both schemes', () => {
    expect(ownOrigins(head({ host: '10.0.0.7:3000' }), open)).toEqual([
      'http://10.0.0.7:3000',
      'https://10.0.0.7:3000',
    ]);
    expect(addressedOrigin(head({ host: 'Localhost:80' }), open)).toBe('http://localhost');
  });

  it.each([
    'http://board.example.org.evil.example',
    'http://evil-board.example.org',
    'http://board.example.org:3001',
    'http://board.example.org/',
    'http://BOARD.example.org',
    'ws://board.example.org',
    'null',
    '',
  ])('[ACC4] %j is foreign to board.example.org', (origin) => {
    expect(isOwnOrigin(origin, head({ host: 'board.example.org' }), open)).toBe(false);
    const named = { publicOrigin: 'https://board.example.org', trustedProxies: 0 };
    expect(isOwnOrigin(origin, head({ host: 'board.example.org' }), named)).toBe(false);
  });

  it('[ACC4] with a public address the host that a request names is of no account', () => {
    const named = { publicOrigin: 'https://board.example.org', trustedProxies: 0 };
    expect(ownOrigins(head({ host: 'evil.example' }), named)).toEqual(['https://board.example.org']);
    expect(isOwnOrigin('http://board.example.org', head({ host: 'board.example.org' }), named)).toBe(false);
  });

  it('[ACC4] a public address on this computer has three spellings', () => {
    const named = { publicOrigin: 'http://localhost:3000', trustedProxies: 0 };
    expect(ownOrigins(head({}), named)).toEqual([
      'http://localhost:3000',
      'http://127.0.0.1:3000',
      'http://[::1]:3000',
    ]);
  });

  it.each(['', 'a b', 'me@evil', 'x/y', 'x#y', 'x?y', ':99999', '"><script>'])(
    '[ACC4] host %j is no address',
    (host) => {
      expect(addressedOrigin(head({ host }), open)).toBeNull();
      expect(ownOrigins(head({ host }), open)).toEqual([]);
    },
  );

  it('[ACC5] forwarding headers are believed from trusted proxies alone, their last entry', () => {
    const forwarded = head({
      host: 'inner:3000',
      'x-forwarded-host': 'forged.example, board.example.org',
      'x-forwarded-proto': 'http, https',
    });
    expect(addressedOrigin(forwarded, open)).toBe('http://inner:3000');
    expect(addressedOrigin(forwarded, { publicOrigin: null, trustedProxies: 1 })).toBe('https://board.example.org');
    expect(isOwnOrigin('https://forged.example', forwarded, { publicOrigin: null, trustedProxies: 1 })).toBe(false);
  });
});

describe('sessions', () => {
  it('[ACC6] a session is somebody where it was let in, and nobody elsewhere', async () => {
    const { workshops } = createMemoryStorage();
    const [here, there] = [WorkshopId.parse(nanoid()), WorkshopId.parse(nanoid())];
    const linkToken = newToken();
    const link = {
      ...({ id: InviteId.parse(nanoid()), role: 'participant', tokenHash: hashToken(linkToken) } as const),
      ...{ expiresAtMs: null, passcodeHash: null },
    };
    const facts = { title: 'Clean water', language: 'en', createdAtMs: 1 } as const;
    await workshops.createWorkshop({ id: here, ...facts }, [link], []);
    await workshops.createWorkshop({ id: there, ...facts }, [], []);
    const invite = await workshops.findInvite(hashToken(linkToken));
    if (!invite) throw new Error('the link is not stored');
    const token = newToken();
    const session = { id: SessionId.parse(nanoid()), tokenHash: hashToken(token) };
    await workshops.join({
      session,
      invite,
      participantId: ParticipantId.parse(nanoid()),
      organisationId: OrganisationId.parse(nanoid()),
      name: 'Ada',
      organisation: 'Wells',
      kind: 'person',
      atMs: 2,
    });
    const who = async (workshopId: WorkshopId) => {
      const found = await workshops.findSession(session.tokenHash);
      return found && visitorOf(workshops, found, workshopId);
    };
    expect(await workshops.findSession(hashToken(newToken()))).toBeNull();
    expect(await who(here)).toMatchObject({
      status: 'ok',
      visitor: { sessionId: session.id, role: 'participant', name: 'Ada', organisation: 'Wells', colour: 1 },
    });
    expect(await who(there)).toEqual({ status: 'not-allowed' });
    await workshops.revokeInvite(here, link.id, 3);
    expect(await who(here)).toEqual({ status: 'not-allowed' });
    await workshops.deleteSession(session.id);
    expect(await who(here)).toBeNull();
  });
});
