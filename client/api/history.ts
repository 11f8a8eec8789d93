import {
  CreateVersionResponse,
  GetVersionResponse,
  ListContributorsResponse,
  ListDeletedResponse,
  ListVersionsResponse,
  RestoreResponse,
  type UndoPersonRequest,
} from '../../shared/api/history.ts';
import type { BoardId, VersionId } from '../../shared/protocol/ids.ts';
import { type Answer, call } from './call.ts';

const versionsPath = (board: BoardId): string => `/api/boards/${board}/versions`;

export const listVersions = (board: BoardId): Promise<Answer<ListVersionsResponse>> =>
  call({ method: 'GET', path: versionsPath(board), response: ListVersionsResponse });

/** Keeps the board as it is now, under a name. */
export const createVersion = (board: BoardId, name: string): Promise<Answer<CreateVersionResponse>> =>
  call({ method: 'POST', path: versionsPath(board), body: { name }, response: CreateVersionResponse });

export const getVersion = (board: BoardId, id: VersionId): Promise<Answer<GetVersionResponse>> =>
  call({ method: 'GET', path: `${versionsPath(board)}/${id}`, response: GetVersionResponse });

export const restoreVersion = (board: BoardId, id: VersionId): Promise<Answer<RestoreResponse>> =>
  call({ method: 'POST', path: `${versionsPath(board)}/${id}/restore`, response: RestoreResponse });

export const listDeleted = (board: BoardId): Promise<Answer<ListDeletedResponse>> =>
  call({ method: 'GET', path: `/api/boards/${board}/deleted`, response: ListDeletedResponse });

/** @param recordIds at most 500 */
export const restoreDeleted = (board: BoardId, recordIds: readonly string[]): Promise<Answer<RestoreResponse>> =>
  call({
    method: 'POST',
    path: `/api/boards/${board}/deleted/restore`,
    body: { recordIds },
    response: RestoreResponse,
  });

export const listContributors = (board: BoardId): Promise<Answer<ListContributorsResponse>> =>
  call({ method: 'GET', path: `/api/boards/${board}/contributors`, response: ListContributorsResponse });

export const undoPerson = (board: BoardId, body: UndoPersonRequest): Promise<Answer<RestoreResponse>> =>
  call({ method: 'POST', path: `/api/boards/${board}/undo-person`, body, response: RestoreResponse });
