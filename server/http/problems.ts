import { Problem, type ProblemCode } from '../../shared/api/problem.ts';

export const PROBLEM_TYPE = 'application/problem+json';

const facts: Record<ProblemCode, { readonly status: number; readonly title: string }> = {
  'bad-request': { status: 400, title: 'The request is not understood' },
  'no-session': { status: 401, title: 'Nobody is signed in' },
  'not-allowed': { status: 403, title: 'This is not allowed' },
  'create-key-needed': { status: 403, title: 'A key is needed to make a workshop here' },
  'foreign-origin': { status: 403, title: 'The request comes from a page of another site' },
  'not-found': { status: 404, title: 'There is no such thing' },
  'passcode-wrong': { status: 403, title: 'The passcode is not the right one' },
  'door-closed': { status: 403, title: 'Nobody new gets in for now' },
  'not-admitted': { status: 403, title: 'You were not let in' },
  'not-waiting': { status: 404, title: 'Nobody waits with this ticket' },
  'session-closed': { status: 409, title: 'The session is closed' },
  voting: { status: 409, title: 'A vote is open' },
  'agenda-changed': { status: 409, title: 'Somebody else changed the phases meanwhile' },
  'phase-gone': { status: 409, title: 'The session has no such phase' },
  locked: { status: 409, title: 'It is locked for participants for now' },
  'locks-full': { status: 422, title: 'No more can be locked in this workshop' },
  breakouts: { status: 409, title: 'Groups are at work already' },
  bringing: { status: 409, title: 'What groups wrote is being brought together' },
  'round-over': { status: 409, title: 'The vote is closed' },
  'private-writing': { status: 409, title: 'People are writing privately' },
  'link-expired': { status: 410, title: 'This link has expired' },
  'link-unknown': { status: 404, title: 'This link does not work, or no longer' },
  'link-weaker': { status: 403, title: 'Here you may already do more than this link allows' },
  'last-facilitator': { status: 409, title: 'The workshop would be left without a facilitator' },
  'too-large': { status: 413, title: 'The request is too large' },
  'unsupported-media-type': { status: 415, title: 'The body is of another type than this takes' },
  'file-unknown': { status: 422, title: 'The file is no board' },
  'file-damaged': { status: 422, title: 'The file cannot be read whole' },
  'file-newer': { status: 422, title: 'The file is of a later version' },
  'file-legacy': { status: 422, title: 'The file is of the first generation of tldraw' },
  'file-too-much': { status: 422, title: 'The file holds more than a board may' },
  'board-full': { status: 422, title: 'On this board there is room for no more cards' },
  'comments-full': { status: 422, title: 'Beside this board there is room for no more comments' },
  'pictures-full': { status: 422, title: 'On this board there is room for no more pictures' },
  'picture-unknown': { status: 422, title: 'The picture is no PNG or JPEG, or not a whole one' },
  'picture-too-large': { status: 422, title: 'The picture is too large' },
  'too-many-requests': { status: 429, title: 'Too many requests; wait a moment' },
  busy: { status: 429, title: 'The server is doing as much of this as it can; try again in a moment' },
  internal: { status: 500, title: 'Something went wrong on the server' },
  'not-ready': { status: 503, title: 'The server cannot do this for now' },
};

export function problem(code: ProblemCode, errors?: Problem['errors']): Problem {
  return { type: `urn:commonboard:problem:${code}`, ...facts[code], code, ...(errors && { errors }) };
}

/** Answers with a problem. */
export function refuse<Reply extends Refusable>(reply: Reply, code: ProblemCode, errors?: Problem['errors']): Reply {
  const body = problem(code, errors);
  reply.code(body.status);
  reply.type(PROBLEM_TYPE);
  // Every window of counting is a minute.
  if (code === 'too-many-requests') reply.header('Retry-After', '60');
  if (code === 'busy') reply.header('Retry-After', '2');
  if (code === 'no-session') reply.header('WWW-Authenticate', 'Bearer');
  reply.send(body);
  return reply;
}

/** What a refusal needs of a reply, whatever the route says about its success. */
interface Refusable {
  code(status: number): unknown;
  type(contentType: string): unknown;
  header(name: string, value: string): unknown;
  send(body: Problem): unknown;
}

/** For the schema of a route: what its failures look like. */
export const failures = {
  '4xx': { description: 'Refused', content: { [PROBLEM_TYPE]: { schema: Problem } } },
  '5xx': { description: 'Failed', content: { [PROBLEM_TYPE]: { schema: Problem } } },
};
