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
export async function call({ origin }, path, { method = 'GET', body, token } = {}) {
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

/** @param {Response} response @returns {Promise<{code?: string}>} */
const problemOf = (response) => response.json().catch(() => ({}));

/** @param {Link} link @returns {Promise<Session>} */
export async function openSession(link) {
  const preview = await call(link, '/api/invites/preview', { method: 'POST', body: { token: link.token } });
  if (!preview.ok) throw await linkError(preview);
  const { organisations } = await preview.json();
  // Somebody's organisation, so that the workshop does not get one more from this.
  const organisation = organisations[0]?.name ?? 'Commonboard';
  const body = { token: link.token, name: 'Export', organisation, bearer: true };
  const response = await call(link, '/api/sessions', { method: 'POST', body });
  if (!response.ok) throw await linkError(response);
  const { sessionToken, workshop } = await response.json();
  return { token: sessionToken, workshopId: workshop.id };
}

/** @param {Response} response */
async function linkError(response) {
  const { code } = await problemOf(response);
  if (code === 'link-unknown')
    return new SetupError('This link does not work any more. Make a new one on the page of the workshop.');
  if (code === 'too-many-requests')
    return new SetupError('The server has had too many wrong links. Wait a few minutes.');
  return new SetupError(`The server refused the link: ${response.status} ${code ?? ''}`.trim());
}

/** @param {Job} job @param {Session} session @returns {Promise<readonly Board[]>} those that are asked for */
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
  const { status } = await call(link, `/api/boards/${board.id}/export/csv?audience=${audience}`, { token });
  if (status === 403)
    throw new SetupError(`This link may not have what is for the audience ${audience}. Take another link.`);
}

/** @param {Link} link @param {Session} session */
export async function closeSession(link, { token }) {
  await call(link, '/api/sessions/current', { method: 'DELETE', token });
}
