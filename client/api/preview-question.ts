import type { Question } from './ask.ts';

/** What a link opens. */
export const previewQuestion = (token: string, passcode: string | null): Question => ({
  method: 'POST',
  path: '/api/invites/preview',
  body: { token, ...(passcode !== null && { passcode }) },
});
