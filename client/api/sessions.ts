import { z } from 'zod';
import {
  CreateResumeLinkResponse,
  type CreateSessionRequest,
  CreateSessionResponse,
  PreviewInviteResponse,
  WaitingResponse,
} from '../../shared/api/sessions.ts';
import type { WorkshopId } from '../../shared/protocol/ids.ts';
import { type Answer, call } from './call.ts';
import { previewQuestion } from './preview-question.ts';

/** One is in, or is told to wait. */
const Entering = z.union([CreateSessionResponse, WaitingResponse]);
export type Entering = z.infer<typeof Entering>;

/** Joins a workshop; the session comes back as a cookie that no script sees. */
export const createSession = (body: CreateSessionRequest): Promise<Answer<Entering>> =>
  call({ method: 'POST', path: '/api/sessions', body, response: Entering });

/** Whether one may come in by now. */
export const askToComeIn = (ticket: string): Promise<Answer<Entering>> =>
  call({ method: 'POST', path: '/api/sessions/waiting', body: { ticket }, response: Entering });

export const leaveWaiting = (ticket: string): Promise<Answer<void>> =>
  call({ method: 'POST', path: '/api/sessions/waiting/leave', body: { ticket }, response: null });

/** @param passcode null until the link asked for one. */
export const previewInvite = (token: string, passcode: string | null): Promise<Answer<PreviewInviteResponse>> =>
  call({ ...previewQuestion(token, passcode), response: PreviewInviteResponse });

export const createResumeLink = (workshopId: WorkshopId): Promise<Answer<CreateResumeLinkResponse>> =>
  call({
    method: 'POST',
    path: '/api/sessions/resume-link',
    body: { workshopId },
    response: CreateResumeLinkResponse,
  });

/** Makes this browser the person of the one where the link was made; uses the link up. */
export const resumeSession = (token: string): Promise<Answer<CreateSessionResponse>> =>
  call({ method: 'POST', path: '/api/sessions/resume', body: { token }, response: CreateSessionResponse });
