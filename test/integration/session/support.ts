import { nanoid } from 'nanoid';
import { onTestFinished } from 'vitest';
import { openSqliteStorage } from '../../../server/storage/sqlite/sqlite-storage.ts';
import type { Role } from '../../../shared/access/capabilities.ts';
import { CommandResponse } from '../../../shared/api/session-state.ts';
import { CommandId } from '../../../shared/protocol/ids.ts';
import { formatRoomName } from '../../../shared/protocol/room-name.ts';
import type { Command } from '../../../shared/session/commands.ts';
import type { Session } from '../../../shared/session/session.ts';
import { createTempFolder } from '../../support/temp-folder.ts';
import {
  type Answer,
  join,
  joinInBrowser,
  makeBoard,
  makeWorkshop,
  problemOf,
  type ServerOptions,
  startServer,
  type TestServer,
} from '../http/server.ts';
import { silentLog } from '../storage/subjects.ts';

const sqliteIn = (dataDir: string) => openSqliteStorage({ dataDir, log: silentLog });

/** A workshop with one board on the whole server and a real database, and somebody of each role. */
export async function startWorkshop({ clock }: Pick<ServerOptions, 'clock'> = {}) {
  const folder = createTempFolder();
  onTestFinished(() => folder.remove());
  const server = await startServer({ storage: await sqliteIn(folder.path), ...(clock && { clock }) });
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
export async function startAgain(
  { server, folder }: Pick<StartedWorkshop, 'server' | 'folder'>,
  { clock }: Pick<ServerOptions, 'clock'> = {},
): Promise<TestServer> {
  await server.close();
  return startServer({ storage: await sqliteIn(folder.path), ...(clock && { clock }) });
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
  return sessionOrProblem(answer);
}

const sessionOrProblem = (answer: Answer): Session | string =>
  answer.status === 200 ? CommandResponse.parse(answer.json()).session : problemOf(answer);

/** Somebody in a browser, who is one of the people and gives commands of their own. */
export async function personIn(
  { server, made, workshopId }: Pick<StartedWorkshop, 'server' | 'made' | 'workshopId'>,
  role: Role,
  name: string,
  organisation: string,
) {
  const { cookie, participant } = await joinInBrowser(server, made, role, { name, organisation });
  const { id, organisationId } = participant;
  /** @returns the session after it, or the problem as `<status> <code>` */
  const asks = async (what: unknown, commandId: string = nanoid()) =>
    sessionOrProblem(
      await server.call('POST', `/api/workshops/${workshopId}/commands`, {
        ...{ cookie, body: { ...(what as Command), commandId } },
      }),
    );
  /** The session after a command that has to be carried out. */
  const does = async (what: Command, commandId?: string): Promise<Session> => {
    const session = await asks(what, commandId);
    if (typeof session === 'string') throw new Error(`${what.type}: ${session}`);
    return session;
  };
  return { ...{ id, organisationId, cookie, role }, asks, does };
}

export type SomePerson = Awaited<ReturnType<typeof personIn>>;

/** As everybody reads it. */
export async function sessionOf({
  server,
  workshopId,
  people,
}: Pick<StartedWorkshop, 'server' | 'workshopId' | 'people'>) {
  const bearer = people.viewer.token;
  const answer = await server.call('GET', `/api/workshops/${workshopId}/session`, { bearer });
  return CommandResponse.parse(answer.json()).session;
}
