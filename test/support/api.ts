import type { z } from 'zod';
import { CreateBoardResponse } from '../../shared/api/boards.ts';
import { CreateSessionResponse } from '../../shared/api/sessions.ts';
import type { TemplateId } from '../../shared/api/templates.ts';
import type { Language } from '../../shared/api/text.ts';
import { CreateWorkshopResponse } from '../../shared/api/workshops.ts';
import type { BoardId, WorkshopId } from '../../shared/protocol/ids.ts';

/** Calls the HTTP interface as a program does, with a bearer session. */
export interface Program {
  readonly token: string;
  post<Schema extends z.ZodType>(path: string, body: unknown, schema: Schema): Promise<z.infer<Schema>>;
}

/** @throws when the answer is not a success or not of the given shape */
async function post<Schema extends z.ZodType>(
  url: string,
  body: unknown,
  schema: Schema,
  headers: Readonly<Record<string, string>> = {},
): Promise<z.infer<Schema>> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`POST ${url}: ${response.status} ${text}`);
  return schema.parse(JSON.parse(text));
}

export const createWorkshop = (
  address: string,
  title = 'A workshop',
  language: Language = 'en',
): Promise<CreateWorkshopResponse> => post(`${address}/api/workshops`, { title, language }, CreateWorkshopResponse);

/** @param linkToken of any of a workshop's links */
export async function joinAsProgram(
  address: string,
  linkToken: string,
  name = 'Program',
  organisation = 'Programs',
): Promise<Program> {
  const { sessionToken } = await post(
    `${address}/api/sessions`,
    { token: linkToken, name, organisation, bearer: true },
    CreateSessionResponse,
  );
  if (sessionToken === undefined) throw new Error('a bearer session without a token');
  return {
    token: sessionToken,
    post: (path, body, schema) => post(`${address}${path}`, body, schema, { authorization: `Bearer ${sessionToken}` }),
  };
}

/** @param title that of the template when left out */
export async function createBoard(
  facilitator: Program,
  workshopId: WorkshopId,
  template: TemplateId = 'blank',
  title?: string,
): Promise<BoardId> {
  const path = `/api/workshops/${workshopId}/boards`;
  const { board } = await facilitator.post(path, { template, title }, CreateBoardResponse);
  return board.id;
}
