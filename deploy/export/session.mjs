import { setTimeout } from 'node:timers/promises';
import { SetupError } from '../setup.mjs';

/**
 * @typedef {import('./read-job.mjs').Link} Link
 * @typedef {import('./read-job.mjs').Job} Job
 * @typedef {{id: string, title: string, example: boolean}} Board
 * @typedef {{token: string, workshopId: string}} Session
 */

/**
 * @param {Link} link @param {string} path
 * @param {{method?: string, body?: unknown, token?: string}} [options]
 */
async function call({ origin }, path, { method = 'GET', body, token } = {}) {
  try {
    return await fetch(`${origin}${path}`, {
      method,
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    throw new SetupError(`${origin} does not answer: ${cause instanceof Error ? cause.message : cause}`);
  }
}

/** How long a file is asked for again that the server makes for few at a time. */
const patienceMs = 180_000;

/**
 * The same, once more whenever the server says so.
 * @param {Link} link @param {string} path @param {{token: string}} options
 */
export async function callPatiently(link, path, options) {
  let leftMs = patienceMs;
  for (;;) {
    const response = await call(link, path, options);
    const waitMs = Number(response.headers.get('retry-after') ?? Number.NaN) * 1000;
    if (response.status !== 429 || !(waitMs <= leftMs)) return response;
    leftMs -= Math.max(waitMs, 1);
    await response.body?.cancel();
    await setTimeout(waitMs);
  }
}

/** @param {Response} response @returns {Promise<{code?: string}>} */
const problemOf = (response) => response.json().catch(() => ({}));

/** @param {Link} link @returns {Promise<Session>} */
export async function openSession(link) {
  const { token, passcode } = link;
  const shown = { token, ...(passcode !== undefined && { passcode }) };
  const preview = await call(link, '/api/invites/preview', { method: 'POST', body: shown });
  if (!preview.ok) throw await linkError(preview);
  const { entrance, organisations } = await preview.json();
  if (entrance !== 'open') throw entranceError(entrance);
  // Somebody's organisation, so that the workshop does not get one more from this.
  const organisation = organisations[0]?.name ?? 'Commonboard';
  const body = { ...shown, name: 'Export', organisation, bearer: true };
  const response = await call(link, '/api/sessions', { method: 'POST', body });
  if (!response.ok) throw await linkError(response);
  if (response.status === 202) {
    // The door was made to ask in this very moment; nobody waits there then who never comes in.
    const { ticket } = await response.json();
    await call(link, '/api/sessions/waiting/leave', { method: 'POST', body: { ticket } });
    throw entranceError('ask-first');
  }
  const { sessionToken, workshop } = await response.json();
  return { token: sessionToken, workshopId: workshop.id };
}

/** @param {string} entrance as the preview of a link says it, but not `open` */
function entranceError(entrance) {
  switch (entrance) {
    case 'passcode-needed':
      return new SetupError('This link asks for a passcode. Give it in the environment variable LINK_PASSCODE.');
    case 'ask-first':
      return new SetupError(
        'The door of this workshop asks first, and nobody lets a program in. Take a facilitator link, or open the door.',
      );
    case 'door-closed':
      return new SetupError('The door of this workshop is closed. Take a facilitator link, or open the door.');
    default:
      return new SetupError(`The server does not let this link in: ${entrance}`);
  }
}

/** @param {Response} response */
async function linkError(response) {
  const { code } = await problemOf(response);
  if (code === 'passcode-wrong') return new SetupError('LINK_PASSCODE is not the passcode of this link.');
  if (code === 'link-expired')
    return new SetupError('This link has expired. Make a new one on the page of the workshop.');
  if (code === 'door-closed') return entranceError(code);
  if (code === 'link-unknown')
    return new SetupError('This link does not work any more. Make a new one on the page of the workshop.');
  if (code === 'too-many-requests')
    return new SetupError('The server has had too many wrong links. Wait a few minutes.');
  return new SetupError(`The server refused the link: ${response.status} ${code ?? ''}`.trim());
}

/**
 * @param {Pick<Job, 'link' | 'boards'>} job @param {Session} session
 * @returns {Promise<readonly Board[]>} those that are asked for
 */
export async function findBoards({ link, boards: wanted }, { token, workshopId }) {
  const response = await call(link, `/api/workshops/${workshopId}`, { token });
  if (!response.ok) throw new SetupError(`The server does not show the workshop: ${response.status}`);
  /** @type {{boards: readonly Board[]}} */
  const { boards } = await response.json();
  if (wanted === 'all') {
    const own = boards.filter(({ example }) => !example);
    if (own.length === 0) throw new SetupError('The workshop has no boards yet.');
    return own;
  }
  return wanted.map((wantedId) => {
    const found = boards.find(({ id }) => id === wantedId);
    if (found !== undefined) return found;
    const known = boards.map(({ id, title }) => `  ${id}  ${title}`).join('\n');
    throw new SetupError(
      `The workshop has no board ${wantedId}. ${known === '' ? 'It has none yet.' : `It has:\n${known}`}`,
    );
  });
}

/**
 * Asks the server, so that no format has to.
 * @param {Job} job @param {Session} session @param {readonly Board[]} boards at least one
 */
export async function checkAudience({ link, audience }, { token }, [board]) {
  if (audience === undefined || board === undefined) return;
  const path = `/api/boards/${board.id}/export/csv?audience=${audience}`;
  const response = await callPatiently(link, path, { token });
  await response.body?.cancel();
  if (response.status === 403)
    throw new SetupError(`This link may not have what is for the audience ${audience}. Take another link.`);
}

/** @param {Link} link @param {Session} session */
export async function closeSession(link, { token }) {
  await call(link, '/api/sessions/current', { method: 'DELETE', token });
}
