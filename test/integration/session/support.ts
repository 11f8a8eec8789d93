import { nanoid } from 'nanoid';
import { onTestFinished } from 'vitest';
import { openSqliteStorage } from '../../../server/storage/sqlite/sqlite-storage.ts';
import type { Role } from '../../../shared/access/capabilities.ts';
import { CommandId } from '../../../shared/protocol/ids.ts';
import { formatRoomName } from '../../../shared/protocol/room-name.ts';
import { type Command, CommandResponse } from '../../../shared/session/commands.ts';
import type { Session } from '../../../shared/session/session.ts';
import { createTempFolder } from '../../support/temp-folder.ts';
import { join, makeBoard, makeWorkshop, problemOf, startServer, type TestServer } from '../http/server.ts';
import { silentLog } from '../storage/subjects.ts';

const sqliteIn = (dataDir: string) => openSqliteStorage({ dataDir, log: silentLog });

/** A workshop with one board on the whole server and a real database, and somebody of each role. */
export async function startWorkshop() {
  const folder = createTempFolder();
  onTestFinished(() => folder.remove());
  const server = await startServer({ storage: await sqliteIn(folder.path) });
  const made = await makeWorkshop(server, 'Clean water', ['Wells']);
  const people = {
    facilitator: await join(server, made, 'facilitator', 'Fatima'),
    participant: await join(server, made, 'participant', 'Anna'),
    viewer: await join(server, made, 'viewer', 'Vera'),
  };
  const boardId = await makeBoard(server, made, people.facilitator.token);
  return {
    ...{ server, made, people, boardId, folder, workshopId: made.workshop.id },
    room: formatRoomName({ layer: 'shared', boardId }),
  };
}

export type StartedWorkshop = Awaited<ReturnType<typeof startWorkshop>>;

/** The same database under a new server. */
export async function startAgain({ server, folder }: Pick<StartedWorkshop, 'server' | 'folder'>): Promise<TestServer> {
  await server.close();
  return startServer({ storage: await sqliteIn(folder.path) });
}

/** @returns the session after it, or the problem as `<status> <code>` */
export async function command(
  { server, workshopId, people }: Pick<StartedWorkshop, 'server' | 'workshopId' | 'people'>,
  what: Command,
  role: Role = 'facilitator',
  commandId: string = CommandId.parse(nanoid()),
): Promise<Session | string> {
  const answer = await server.call('POST', `/api/workshops/${workshopId}/commands`, {
    bearer: people[role].token,
    body: { ...what, commandId },
  });
  return answer.status === 200 ? CommandResponse.parse(answer.json()).session : problemOf(answer);
}
