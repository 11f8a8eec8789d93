import { type CreateSessionRequest, CreateSessionResponse, PreviewInviteResponse } from '../../shared/api/sessions.ts';
import { type Answer, call } from './call.ts';

/** Joins a workshop; the session comes back as a cookie that no script sees. */
export const createSession = (body: CreateSessionRequest): Promise<Answer<CreateSessionResponse>> =>
  call({ method: 'POST', path: '/api/sessions', body, response: CreateSessionResponse });

export const previewInvite = (token: string): Promise<Answer<PreviewInviteResponse>> =>
  call({ method: 'POST', path: '/api/invites/preview', body: { token }, response: PreviewInviteResponse });
