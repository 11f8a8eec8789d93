import { expect, it } from 'vitest';
import { unknownHere } from '../../../client/pages/board/use-fresh-people.ts';
import type { GetWorkshopResponse } from '../../../shared/api/workshops.ts';
import { OrganisationId, ParticipantId, WorkshopId } from '../../../shared/protocol/ids.ts';
import type { RosterEntry } from '../../../shared/protocol/messages.ts';
import { firstSession } from '../../../shared/session/session.ts';

const [ada, ben] = ['ada', 'ben'].map((name) => ParticipantId.parse(name.padEnd(21, '-')));
const wells = OrganisationId.parse('wells'.padEnd(21, '-'));
if (ada === undefined || ben === undefined) throw new Error('two people');

const person = { id: ada, name: 'Ada', organisationId: wells, colour: 1 };
const data: GetWorkshopResponse = {
  workshop: { id: WorkshopId.parse('w'.padEnd(21, '-')), title: 'Water', language: 'en', createdAtMs: 0 },
  me: { participant: person, role: 'participant' },
  boards: [],
  people: [{ ...person, role: 'participant', nameInReport: false, removedAtMs: null }],
  organisations: [{ id: wells, name: 'Wells', colour: 1 }],
  mergedOrganisations: [],
  session: firstSession,
  invites: [],
};
const here = (given: Partial<RosterEntry> = {}): RosterEntry => ({
  ...{ clientId: 1, participantId: ada, name: 'Ada', organisationId: wells, organisation: 'Wells' },
  ...{ colour: 1, role: 'participant' },
  ...given,
});

it('[CMT12] whoever is here as the page knows them is no news; who is unknown, or called or placed otherwise, is', () => {
  expect(unknownHere(data, [here(), here({ clientId: 2 })])).toBe('');
  const news = [
    here({ participantId: ben, name: 'Ben' }),
    here({ name: 'Ada L.' }),
    here({ organisation: 'Deep wells' }),
    here({ organisationId: OrganisationId.parse('aqua'.padEnd(21, '-')), organisation: 'Aqua' }),
  ];
  for (const entry of news) expect(unknownHere(data, [here(), entry])).not.toBe('');
  expect(new Set(news.map((entry) => unknownHere(data, [entry]))).size).toBe(news.length);
});
