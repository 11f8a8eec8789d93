import { afterAll, beforeAll, expect, test } from 'vitest';
import type { WorkshopStore } from '../../../server/storage/workshop-store.ts';
import type { BoardId } from '../../../shared/protocol/ids.ts';
import { newBoardId, newInvite, newOrganisationId, newWorkshopId } from './ids.ts';
import type { Subject } from './subjects.ts';
import { createdAtMs, newBoard, workshopSteps } from './workshop-steps.ts';

/** What every workshop store does with the order of boards, and with copies of workshops. */
export function boardOrderContract(open: () => Promise<Subject>): void {
  let subject: Subject;
  beforeAll(async () => {
    subject = await open();
  });
  afterAll(() => subject.close());
  const store = async (): Promise<WorkshopStore> => (await subject.current()).workshops;

  const steps = workshopSteps(store);

  async function setUp(...titles: readonly string[]) {
    const { workshop } = await steps.setUp();
    const boards = titles.map((title) => newBoard(workshop.id, title));
    for (const board of boards) await (await store()).createBoard(board);
    const titlesNow = async () => (await (await store()).listBoards(workshop.id)).map(({ title }) => title).join(' ');
    const id = (title: string): BoardId => boards.find((board) => board.title === title)?.id ?? newBoardId();
    return { workshop, boards, titlesNow, id };
  }

  test('[BOP20] a board is put before another or last, and a new one right behind another', async () => {
    const { workshop, titlesNow, id } = await setUp('a', 'b', 'c', 'd');
    const put = async (title: string, before: BoardId | null) => (await store()).updateBoard(id(title), { before });
    expect(await put('d', id('b'))).toMatchObject({ title: 'd' });
    expect(await titlesNow()).toBe('a d b c');
    await put('a', null);
    expect(await titlesNow()).toBe('d b c a');
    await put('a', id('d'));
    await put('b', id('b'));
    expect(await titlesNow()).toBe('a d b c');
    await (await store()).createBoard(newBoard(workshop.id, 'e'), id('d'));
    await (await store()).createBoard(newBoard(workshop.id, 'f'), id('c'));
    await (await store()).createBoard(newBoard(workshop.id, 'g'), newBoardId());
    expect(await titlesNow()).toBe('a d e b c f g');
  });

  test('[BOP20] the title and the place change together or not at all, and other workshops are not touched', async () => {
    const { titlesNow, id } = await setUp('a', 'b');
    const other = await setUp('x', 'y');
    expect(await (await store()).updateBoard(id('a'), { title: 'c', before: other.id('x') })).toBeNull();
    expect(await (await store()).updateBoard(newBoardId(), { title: 'c' })).toBeNull();
    expect(await titlesNow()).toBe('a b');
    expect(await (await store()).updateBoard(id('a'), { title: 'c', before: null })).toMatchObject({ title: 'c' });
    expect(await titlesNow()).toBe('b c');
    expect(await (await store()).updateBoard(id('a'), {})).toMatchObject({ title: 'c' });
    expect(await other.titlesNow()).toBe('x y');
  });

  test('[BOP21] a copy of a workshop has organisations in the colours that they had, and the next one a new colour; its reports look the same', async () => {
    const workshop = { id: newWorkshopId(), title: 'Day 2', language: 'nl', createdAtMs } as const;
    const organisations = [
      { id: newOrganisationId(), name: 'Aqua', colour: 2 },
      { id: newOrganisationId(), name: 'Town', colour: 5 },
    ];
    const boards = [newBoard(workshop.id, 'b'), { ...newBoard(workshop.id, 'a'), example: true }];
    const look = { accent: '#123abc', logo: 'data:image/png;base64,AAAA' };
    await (await store()).copyWorkshop(workshop, [newInvite('facilitator')], organisations, boards, look);
    expect(await (await store()).getWorkshop(workshop.id)).toEqual(workshop);
    expect(await (await store()).listOrganisations(workshop.id)).toEqual(organisations);
    expect(await (await store()).listBoards(workshop.id)).toEqual(boards);
    expect(await (await store()).listInvites(workshop.id)).toHaveLength(1);
    expect(await (await store()).getReportLook(workshop.id)).toEqual(look);
  });

  test('[BOP22] of a copy of which one thing cannot be made nothing is', async () => {
    const { boards } = await setUp('a');
    const workshop = { id: newWorkshopId(), title: 'Day 2', language: 'nl', createdAtMs } as const;
    const copies = [newBoard(workshop.id, 'b'), ...boards];
    const look = { accent: null, logo: null };
    await expect((await store()).copyWorkshop(workshop, [newInvite('viewer')], [], copies, look)).rejects.toThrow();
    expect(await (await store()).getWorkshop(workshop.id)).toBeNull();
    expect(await (await store()).listBoards(workshop.id)).toEqual([]);
  });
}
