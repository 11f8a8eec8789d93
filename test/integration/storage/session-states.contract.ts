import { nanoid } from 'nanoid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commandsRemembered } from '../../../server/storage/session-states.ts';
import type { StoredBoard } from '../../../server/storage/workshop-store.ts';
import { CommandId } from '../../../shared/protocol/ids.ts';
import { firstSession, type Session } from '../../../shared/session/session.ts';
import { newBoardId, newWorkshopId } from './ids.ts';
import type { Subject } from './subjects.ts';

const newCommandId = () => CommandId.parse(nanoid());
const closed: Session = { ...firstSession, seq: 1, closedAtMs: 1_790_000_000_000 };
const shut: Session = { ...closed, seq: 2, door: 'closed' };

/** What every store of sessions' states does. */
export function sessionStatesContract(open: () => Promise<Subject>): void {
  let subject: Subject;
  beforeAll(async () => {
    subject = await open();
  });
  afterAll(() => subject.close());

  const store = async () => (await subject.current()).workshops;

  async function newWorkshop() {
    const workshop = { id: newWorkshopId(), title: 'Water for all', language: 'fr', createdAtMs: 1 } as const;
    await (await store()).createWorkshop(workshop, [], []);
    return workshop.id;
  }

  test('[SES8] a session is in its first state until one is stored, and then comes back as it was', async () => {
    const workshopId = await newWorkshop();
    expect(await (await store()).readSession(workshopId)).toEqual(firstSession);
    const first = newCommandId();
    expect(await (await store()).hasCommand(workshopId, first)).toBe(false);
    const step = { workshopId, before: 0, session: closed, commandId: first };
    expect(await (await store()).saveSession(step)).toBe('saved');
    expect(await (await store()).saveSession({ ...step, before: 1, session: shut, commandId: newCommandId() })).toBe(
      'saved',
    );
    expect(await (await store()).readSession(workshopId)).toEqual(shut);
    expect(await (await store()).hasCommand(workshopId, first)).toBe(true);
    const other = await newWorkshop();
    expect(await (await store()).readSession(other)).toEqual(firstSession);
  });

  test('[SES8] a command that was carried out, or was given to an older state, changes nothing', async () => {
    const workshopId = await newWorkshop();
    const [first, late] = [newCommandId(), newCommandId()];
    await (await store()).saveSession({ workshopId, before: 0, session: closed, commandId: first });
    const repeated = { workshopId, before: 1, session: shut, commandId: first };
    expect(await (await store()).saveSession(repeated)).toBe('repeated');
    expect(await (await store()).saveSession({ ...repeated, before: 0, commandId: late })).toBe('outdated');
    expect(await (await store()).readSession(workshopId)).toEqual(closed);
    expect(await (await store()).hasCommand(workshopId, late)).toBe(false);
    // The same id in another workshop is another command.
    const elsewhere = await newWorkshop();
    expect(await (await store()).saveSession({ ...repeated, workshopId: elsewhere, before: 0 })).toBe('saved');
  });

  test('[SES34] of each workshop the last two hundred commands are remembered', async () => {
    const [workshopId, other] = [await newWorkshop(), await newWorkshop()];
    const given = Array.from({ length: commandsRemembered + 1 }, newCommandId);
    const [oldest = newCommandId(), second = newCommandId()] = given;
    await (await store()).saveSession({ workshopId: other, before: 0, session: firstSession, commandId: oldest });
    for (const commandId of given)
      await (await store()).saveSession({ workshopId, before: 0, session: firstSession, commandId });
    expect(await (await store()).hasCommand(workshopId, oldest)).toBe(false);
    expect(await (await store()).hasCommand(workshopId, second)).toBe(true);
    expect(await (await store()).hasCommand(other, oldest)).toBe(true);
  }, 60_000);

  test('[SES8] a command that changes nothing of the state is remembered', async () => {
    const workshopId = await newWorkshop();
    const commandId = newCommandId();
    const step = { workshopId, before: 0, session: firstSession, commandId };
    expect(await (await store()).saveSession(step)).toBe('saved');
    expect(await (await store()).saveSession(step)).toBe('repeated');
    expect(await (await store()).readSession(workshopId)).toEqual(firstSession);
  });

  test('[BRK50] boards come with a state in the same step, right behind another one, or not at all', async () => {
    const workshopId = await newWorkshop();
    const board = (id = newBoardId()): StoredBoard => ({
      ...{ id, workshopId, title: 'Causes', template: 'blank', language: 'fr', createdAtMs: 1 },
      ...{ example: false, binnedAtMs: null },
    });
    const [parent, last, one, two, never] = [board(), board(), board(), board(), board()];
    for (const known of [parent, last]) await (await store()).createBoard(known);
    const step = { workshopId, before: 0, session: closed, commandId: newCommandId() };
    const boards = { made: [one, two], behind: parent.id };
    expect(await (await store()).saveSession({ ...step, boards })).toBe('saved');
    const late = { made: [never], behind: parent.id };
    expect(await (await store()).saveSession({ ...step, boards: late })).toBe('repeated');
    expect(await (await store()).saveSession({ ...step, commandId: newCommandId(), boards: late })).toBe('outdated');
    const stored = await (await store()).listBoards(workshopId);
    expect(stored.map(({ id }) => id)).toEqual([parent, one, two, last].map(({ id }) => id));
  });
}
