import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AgendaStore } from '../../../server/storage/agenda-store.ts';
import type { Agenda } from '../../../shared/session/agenda.ts';
import { newBoardId } from './ids.ts';
import type { Subject } from './subjects.ts';

const agenda: Agenda = [
  {
    ...{ id: 's0', scripted: 0, title: null, prompt: null, minutes: 15, place: 'problem/drafts' },
    tools: [{ tool: 'PW' }, { tool: 'T', minutes: 6 }, { tool: 'V', dots: 5 }],
    allows: 'own',
  },
  {
    ...{ id: 'lunch', scripted: null, title: 'Lunch', prompt: 'Who sits with whom?', minutes: 60, place: null },
    ...{ tools: [], allows: 'all' },
  },
];

/** What every store of agendas does. */
export function agendaStoreContract(open: () => Promise<Subject>): void {
  let subject: Subject;
  beforeAll(async () => {
    subject = await open();
  });
  afterAll(() => subject.close());

  const store = async (): Promise<AgendaStore> => (await subject.current()).agendas;

  test('[RUN50] an agenda comes back as it was kept, takes the place of the one before, and goes when it is removed', async () => {
    const [board, other] = [newBoardId(), newBoardId()];
    expect(await (await store()).readAgenda(board)).toBeNull();
    await (await store()).keepAgenda(board, agenda);
    await (await store()).keepAgenda(other, []);
    expect(await (await store()).readAgenda(board)).toEqual(agenda);
    expect(await (await store()).readAgenda(other)).toEqual([]);
    const shorter = agenda.slice(1);
    await (await store()).keepAgenda(board, shorter);
    await (await store()).keepAgenda(board, shorter);
    expect(await (await store()).readAgenda(board)).toEqual(shorter);
    await (await store()).keepAgenda(board, null);
    await (await store()).keepAgenda(board, null);
    expect(await (await store()).readAgenda(board)).toBeNull();
    expect(await (await store()).readAgenda(other)).toEqual([]);
  });
}
