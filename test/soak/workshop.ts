import { CreateBoardResponse } from '../../shared/api/boards.ts';
import { CreateSessionResponse } from '../../shared/api/sessions.ts';
import { CreateWorkshopResponse } from '../../shared/api/workshops.ts';
import type { BoardId } from '../../shared/protocol/ids.ts';

/** A workshop with boards on a running server, and ways into it. */
export interface Workshop {
  readonly id: string;
  readonly boards: readonly BoardId[];
  readonly participantLink: string;
  /** A program's session. @returns its token */
  join(name: string): Promise<string>;
  /** The records of a board as the server gives them out, by id. */
  recordsOf(boardId: BoardId): Promise<ReadonlyMap<string, Record<string, unknown>>>;
}

export async function createWorkshop(address: string, boardCount: number): Promise<Workshop> {
  const call = async (method: string, path: string, body: object | null, bearer?: string): Promise<unknown> => {
    const response = await fetch(`${address}${path}`, {
      method,
      headers: {
        ...(body && { 'content-type': 'application/json' }),
        ...(bearer && { authorization: `Bearer ${bearer}` }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return response.json();
  };
  const { workshop, invites } = CreateWorkshopResponse.parse(
    await call('POST', '/api/workshops', { title: 'A long day' }),
  );
  const enter = async (role: 'facilitator' | 'participant', name: string): Promise<string> => {
    const body = { token: invites[role].token, name, organisation: `Organisation ${name.length}`, bearer: true };
    return CreateSessionResponse.parse(await call('POST', '/api/sessions', body)).sessionToken ?? '';
  };
  const facilitator = await enter('facilitator', 'Fay');
  const boards: BoardId[] = [];
  for (let n = 0; n < boardCount; n++) {
    const body = { template: n === 0 ? 'root-cause-tree' : 'blank', title: `Board ${n + 1}` };
    const made = await call('POST', `/api/workshops/${workshop.id}/boards`, body, facilitator);
    boards.push(CreateBoardResponse.parse(made).board.id);
  }
  return {
    id: workshop.id,
    boards,
    participantLink: invites.participant.url,
    join: (name) => enter('participant', name),
    recordsOf: async (boardId) => {
      const file = (await call('GET', `/api/boards/${boardId}/export/json`, null, facilitator)) as {
        records: Record<string, unknown>[];
      };
      return new Map(file.records.map((record) => [String(record.id), record]));
    },
  };
}
