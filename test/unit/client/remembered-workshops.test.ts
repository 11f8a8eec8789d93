import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  knownLinks,
  knownUrls,
  rememberedWorkshops,
  rememberLink,
  rememberNewWorkshop,
  rememberVisit,
} from '../../../client/pages/remembered-workshops.ts';
import type { GetWorkshopResponse } from '../../../shared/api/workshops.ts';
import { InviteId, OrganisationId, ParticipantId, WorkshopId } from '../../../shared/protocol/ids.ts';
import { firstSession } from '../../../shared/session/session.ts';

const key = 'commonboard.workshops';
const idText = (text: string) => text.padEnd(21, '_');
const workshopId = (text: string) => WorkshopId.parse(idText(text));
const invite = (text: string) => InviteId.parse(idText(text));
const link = (text: string) => ({ inviteId: invite(text), url: `https://board.example/join#${text}` });

function visit(id: string, role: 'facilitator' | 'participant', working: readonly string[]): GetWorkshopResponse {
  const organisation = { id: OrganisationId.parse(idText('o')), name: 'De Schakel', colour: 1 };
  const participant = {
    id: ParticipantId.parse(idText('p')),
    name: 'Anna',
    organisationId: organisation.id,
    colour: 1,
  };
  return {
    workshop: { id: workshopId(id), title: `Workshop ${id}`, language: 'en', createdAtMs: 1 },
    me: { participant, role },
    boards: [],
    activity: [],
    people: [{ ...participant, role, nameInReport: false, remote: false, removedAtMs: null }],
    organisations: [organisation],
    mergedOrganisations: [],
    session: firstSession,
    guests: [],
    invites: working.map((name) => ({
      id: invite(name),
      role: 'participant',
      createdAtMs: 1,
      expiresAtMs: null,
      hasPasscode: false,
    })),
  };
}

/** The browser's storage as the standard describes it; Node has none without a flag. */
class MapStorage implements Storage {
  readonly #entries = new Map<string, string>();
  get length() {
    return this.#entries.size;
  }
  clear() {
    this.#entries.clear();
  }
  getItem(name: string) {
    return this.#entries.get(name) ?? null;
  }
  key(place: number) {
    return [...this.#entries.keys()][place] ?? null;
  }
  removeItem(name: string) {
    this.#entries.delete(name);
  }
  setItem(name: string, value: string) {
    this.#entries.set(name, value);
  }
}

beforeEach(() => {
  vi.stubGlobal('localStorage', new MapStorage());
  return () => vi.unstubAllGlobals();
});

const titles = () => rememberedWorkshops().map(({ title }) => title);

describe('workshops this browser remembers', () => {
  it('[PAGE3] the last opened comes first, each once', () => {
    rememberVisit(visit('a', 'participant', []), 10);
    rememberVisit(visit('b', 'participant', []), 20);
    rememberVisit(visit('a', 'facilitator', []), 30);
    expect(titles()).toEqual(['Workshop a', 'Workshop b']);
    expect(rememberedWorkshops()[0]).toMatchObject({ role: 'facilitator', openedAtMs: 30 });
  });

  it.each(['not json', '{}', 'null', '[1, null, {"id": "x"}]'])(
    '[PAGE4] content that is none of ours (%s) is no workshop',
    (text) => {
      localStorage.setItem(key, text);
      expect(rememberedWorkshops()).toEqual([]);
    },
  );

  it('[PAGE4] one bad entry does not take the good ones with it, and goes at the next visit', () => {
    rememberVisit(visit('a', 'participant', []), 10);
    localStorage.setItem(key, JSON.stringify([{ title: 'broken' }, ...JSON.parse(localStorage.getItem(key) ?? '')]));
    expect(titles()).toEqual(['Workshop a']);
    rememberVisit(visit('b', 'participant', []), 20);
    expect(JSON.parse(localStorage.getItem(key) ?? '')).toHaveLength(2);
  });

  it('[PAGE4] without storage there is nothing to remember and nothing breaks', () => {
    vi.stubGlobal('localStorage', undefined);
    rememberVisit(visit('a', 'participant', []), 10);
    expect(rememberedWorkshops()).toEqual([]);
  });

  it('[PAGE5] links stay until the server no longer lists them', () => {
    const links = { facilitator: link('f'), participant: link('p'), viewer: link('v') };
    rememberNewWorkshop({ id: workshopId('a'), title: 'A' }, links, 1);
    rememberVisit(visit('a', 'facilitator', ['f', 'p', 'v']), 2);
    expect(knownLinks(workshopId('a'))).toEqual(links);

    rememberVisit(visit('a', 'facilitator', ['f', 'v']), 3);
    expect(knownLinks(workshopId('a'))).toEqual({ facilitator: link('f'), viewer: link('v') });

    rememberLink(workshopId('a'), 'participant', link('q'));
    rememberVisit(visit('a', 'facilitator', ['f', 'v', 'q']), 4);
    expect(knownLinks(workshopId('a')).participant).toEqual(link('q'));
  });

  it('[PAG6] further links of a role stand beside the first, and each can be copied until it works no more', () => {
    const id = workshopId('a');
    rememberNewWorkshop({ id, title: 'A' }, { participant: link('p') }, 1);
    rememberLink(id, 'participant', link('q'));
    rememberLink(id, 'participant', link('r'));
    expect(knownLinks(id)).toEqual({ participant: link('p') });
    expect([...knownUrls(id).values()]).toEqual([link('p').url, link('q').url, link('r').url]);

    rememberVisit(visit('a', 'facilitator', ['p', 'r']), 2);
    expect([...knownUrls(id).values()]).toEqual([link('p').url, link('r').url]);
  });

  it('[PAG6] a new link stands where the one stood that it replaces', () => {
    const id = workshopId('a');
    rememberNewWorkshop({ id, title: 'A' }, { participant: link('p') }, 1);
    rememberLink(id, 'participant', link('q'));
    rememberLink(id, 'participant', link('p2'), link('p').inviteId);
    rememberLink(id, 'participant', link('q2'), link('q').inviteId);
    expect(knownLinks(id)).toEqual({ participant: link('p2') });
    expect([...knownUrls(id).values()]).toEqual([link('p2').url, link('q2').url]);
  });

  it('[PAGE5] a visit in another role, which lists no links, takes none away', () => {
    rememberNewWorkshop({ id: workshopId('a'), title: 'A' }, { viewer: link('v') }, 1);
    rememberVisit(visit('a', 'participant', []), 2);
    expect(knownLinks(workshopId('a'))).toEqual({ viewer: link('v') });
  });

  it('[PAGE5] of very many workshops the oldest fall out, but none that holds a link', () => {
    rememberNewWorkshop({ id: workshopId('mine'), title: 'Mine' }, { facilitator: link('f') }, 1);
    for (let count = 0; count < 60; count += 1) rememberVisit(visit(`w${count}`, 'participant', []), 10 + count);
    expect(titles()).toContain('Mine');
    expect(titles()).toContain('Workshop w59');
    expect(titles()).not.toContain('Workshop w0');
    expect(rememberedWorkshops().length).toBeLessThan(50);
  });
});
