import {
  type CreateBoardRequest,
  CreateBoardResponse,
  ListBinResponse,
  type UpdateBoardRequest,
} from '../../shared/api/boards.ts';
import type { TemplateId } from '../../shared/api/templates.ts';
import type { Language } from '../../shared/api/text.ts';
import {
  type CreateInviteRequest,
  CreateInviteResponse,
  type CreateWorkshopRequest,
  CreateWorkshopResponse,
  type DuplicateWorkshopRequest,
  GetWorkshopResponse,
  ReportLook,
  type RotateInviteRequest,
  type UpdateMeRequest,
  type UpdateWorkshopRequest,
} from '../../shared/api/workshops.ts';
import type { BoardId, InviteId, WorkshopId } from '../../shared/protocol/ids.ts';
import { type Answer, call } from './call.ts';

/** @param createKey what the operator asks for before anybody may make a workshop; null where none was given. */
export const createWorkshop = (
  body: CreateWorkshopRequest,
  createKey: string | null,
): Promise<Answer<CreateWorkshopResponse>> =>
  call({
    method: 'POST',
    path: '/api/workshops',
    body,
    // Header values are bytes: letters beyond Latin-1 would make fetch throw, so they travel percent-encoded and do not match.
    headers: createKey === null ? {} : { 'x-create-key': encodeUnlessLatin(createKey) },
    response: CreateWorkshopResponse,
  });

const encodeUnlessLatin = (text: string): string => (/^[\x20-\x7e]*$/.test(text) ? text : encodeURIComponent(text));

export const getWorkshop = (id: WorkshopId): Promise<Answer<GetWorkshopResponse>> =>
  call({ method: 'GET', path: `/api/workshops/${id}`, response: GetWorkshopResponse });

export const updateWorkshop = (id: WorkshopId, body: UpdateWorkshopRequest): Promise<Answer<void>> =>
  call({ method: 'PATCH', path: `/api/workshops/${id}`, body, response: null });

/** For the next session; answered with links of its own, as for any new workshop. */
export const duplicateWorkshop = (
  id: WorkshopId,
  body: DuplicateWorkshopRequest,
): Promise<Answer<CreateWorkshopResponse>> =>
  call({ method: 'POST', path: `/api/workshops/${id}/duplicate`, body, response: CreateWorkshopResponse });

/** Changes what this browser's person said of themselves. */
export const updateMe = (id: WorkshopId, body: UpdateMeRequest): Promise<Answer<void>> =>
  call({ method: 'PATCH', path: `/api/workshops/${id}/participants/me`, body, response: null });

export const getReportLook = (id: WorkshopId): Promise<Answer<ReportLook>> =>
  call({ method: 'GET', path: `/api/workshops/${id}/report-look`, response: ReportLook });

export const setReportLook = (id: WorkshopId, body: ReportLook): Promise<Answer<void>> =>
  call({ method: 'PUT', path: `/api/workshops/${id}/report-look`, body, response: null });

export const createBoard = (id: WorkshopId, body: CreateBoardRequest): Promise<Answer<CreateBoardResponse>> =>
  call({ method: 'POST', path: `/api/workshops/${id}/boards`, body, response: CreateBoardResponse });

/** The filled example of a template: the one that the workshop has, or a new one. */
export const openExample = (
  id: WorkshopId,
  template: TemplateId,
  language: Language,
): Promise<Answer<CreateBoardResponse>> => createBoard(id, { template, language, example: true });

export const updateBoard = (id: BoardId, body: UpdateBoardRequest): Promise<Answer<void>> =>
  call({ method: 'PATCH', path: `/api/boards/${id}`, body, response: null });

/** Into the same workshop, after the original. */
export const duplicateBoard = (id: BoardId): Promise<Answer<CreateBoardResponse>> =>
  call({ method: 'POST', path: `/api/boards/${id}/duplicate`, body: {}, response: CreateBoardResponse });

/** Into the bin: whoever is on the board is sent out, and nothing of it is lost. */
export const binBoard = (id: BoardId): Promise<Answer<void>> =>
  call({ method: 'DELETE', path: `/api/boards/${id}`, response: null });

/** Out of the bin again. */
export const unbinBoard = (id: BoardId): Promise<Answer<void>> =>
  call({ method: 'POST', path: `/api/boards/${id}/restore`, response: null });

export const listBin = (id: WorkshopId): Promise<Answer<ListBinResponse>> =>
  call({ method: 'GET', path: `/api/workshops/${id}/bin`, response: ListBinResponse });

export const createInvite = (id: WorkshopId, body: CreateInviteRequest): Promise<Answer<CreateInviteResponse>> =>
  call({ method: 'POST', path: `/api/workshops/${id}/invites`, body, response: CreateInviteResponse });

/** A new link in the place of one; the old one works no more. */
export const rotateInvite = (
  id: WorkshopId,
  inviteId: InviteId,
  body: RotateInviteRequest,
): Promise<Answer<CreateInviteResponse>> =>
  call({
    method: 'POST',
    path: `/api/workshops/${id}/invites/${inviteId}/rotate`,
    body,
    response: CreateInviteResponse,
  });

export const revokeInvite = (id: WorkshopId, inviteId: InviteId): Promise<Answer<void>> =>
  call({ method: 'DELETE', path: `/api/workshops/${id}/invites/${inviteId}`, response: null });
