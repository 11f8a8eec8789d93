import { expect, it } from 'vitest';
import { unknownHere } from '../../../client/pages/board/use-fresh-people.ts';
import { withKnownParts } from '../../../client/pages/use-workshop.ts';
import type { Board, GetWorkshopResponse } from '../../../shared/api/workshops.ts';
import { BoardId, OrganisationId, ParticipantId, WorkshopId } from '../../../shared/protocol/ids.ts';
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
  activity: [],
  people: [{ ...person, role: 'participant', nameInReport: false, remote: false, removedAtMs: null }],
  organisations: [{ id: wells, name: 'Wells', colour: 1 }],
  mergedOrganisations: [],
  session: firstSession,
  invites: [],
  guests: [],
};
const here = (given: Partial<RosterEntry> = {}): RosterEntry => ({
  ...{ clientId: 1, participantId: ada, name: 'Ada', organisationId: wells, organisation: 'Wells' },
  ...{ colour: 1, role: 'participant', remote: false },
  ...given,
});

it('[CMT12] whoever is here as the page knows them is no news; who is unknown, or called or placed otherwise, is', () => {
  expect(unknownHere(data, [here(), here({ clientId: 2 })])).toBe('');
  const news = [
    here({ participantId: ben, name: 'Ben' }),
    here({ name: 'Ada L.' }),
    here({ organisation: 'Deep wells' }),
    here({ organisationId: OrganisationId.parse('aqua'.padEnd(21, '-')), organisation: 'Aqua' }),
    here({ remote: true }),
  ];
  for (const entry of news) expect(unknownHere(data, [here(), entry])).not.toBe('');
  expect(new Set(news.map((entry) => unknownHere(data, [entry]))).size).toBe(news.length);
});

it('[CMT13] what is asked anew and says the same stays the same, so that nothing under way begins again', () => {
  const board: Board = {
    ...{ id: BoardId.parse('b'.padEnd(21, '-')), title: 'Tree', template: 'blank' as const, language: 'en' as const },
    ...{ createdAtMs: 0, example: false },
  };
  const before = { ...data, boards: [board] };
  const again = (): GetWorkshopResponse => structuredClone(before);
  expect(withKnownParts(again(), before)).toBe(before);
  const [known] = data.people;
  if (known === undefined) throw new Error('somebody');
  const joined = { ...again(), people: [known, { ...known, id: ben, name: 'Ben' }] };
  const next = withKnownParts(joined, before);
  expect(next.people).toHaveLength(2);
  expect([next.boards[0], next.workshop, next.me.participant]).toEqual([board, data.workshop, person]);
  expect(next.boards[0]).toBe(board);
  expect(next.me.participant).toBe(before.me.participant);
  const renamed = withKnownParts({ ...again(), boards: [{ ...board, title: 'Roots' }] }, before);
  expect(renamed.boards[0]?.title).toBe('Roots');
});
