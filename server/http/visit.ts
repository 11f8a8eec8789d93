import type { FastifyRequest } from 'fastify';
import type { ProblemCode } from '../../shared/api/problem.ts';
import type { BoardId, ImageId, WorkshopId } from '../../shared/protocol/ids.ts';
import { type Action, isWhileOpen, permit, permitOnBoard } from '../access/permit.ts';
import { visitorOf } from '../access/sessions.ts';
import { hashToken } from '../access/tokens.ts';
import type { Visitor } from '../access/visitor.ts';
import type { ImageFacts } from '../storage/blob-store.ts';
import type { StoredBoard, StoredSession } from '../storage/workshop-store.ts';
import type { HttpContext } from './context.ts';
import { credentialsOf } from './credentials.ts';

interface Refused {
  readonly status: 'refused';
  readonly code: ProblemCode;
}
const refused = (code: ProblemCode): Refused => ({ status: 'refused', code });

export type Visit = { readonly status: 'ok'; readonly visitor: Visitor } | Refused;

/** The session that a request shows, charged for the request. */
async function sessionOf(
  request: FastifyRequest,
  { storage, throttles }: HttpContext,
): Promise<{ readonly status: 'ok'; readonly session: StoredSession } | Refused> {
  const credentials = credentialsOf(request);
  const session = credentials && (await storage.workshops.findSession(hashToken(credentials.token)));
  if (!session) return refused('no-session');
  if (await throttles.requestOfSession(request)) return refused('too-many-requests');
  return { status: 'ok', session };
}

/** Lets a request into a workshop for one action, or says why not. */
export async function visitWorkshop(
  request: FastifyRequest,
  context: HttpContext,
  workshopId: WorkshopId,
  action: Action,
): Promise<Visit> {
  const found = await sessionOf(request, context);
  if (found.status === 'refused') return found;
  const resolved = await visitorOf(context.storage.workshops, found.session, workshopId);
  if (resolved.status === 'ok') {
    if (!permit(resolved.visitor.role, action)) return refused('not-allowed');
    return (await isStopped(context, workshopId, action)) ? refused('session-closed') : resolved;
  }
  const exists = (await context.storage.workshops.getWorkshop(workshopId)) !== null;
  return refused(exists ? 'not-allowed' : 'not-found');
}

export type BoardVisit = { readonly status: 'ok'; readonly visitor: Visitor; readonly board: StoredBoard } | Refused;

/** The same by way of a board that is not in the bin. */
export async function visitBoard(
  request: FastifyRequest,
  context: HttpContext,
  boardId: BoardId,
  action: Action,
): Promise<BoardVisit> {
  const visit = await visitAnyBoard(request, context, boardId, action);
  return visit.status === 'ok' && visit.board.binnedAtMs !== null ? refused('not-found') : visit;
}

/** The same by way of a board, wherever it is. */
export async function visitAnyBoard(
  request: FastifyRequest,
  context: HttpContext,
  boardId: BoardId,
  action: Action,
): Promise<BoardVisit> {
  const found = await sessionOf(request, context);
  if (found.status === 'refused') return found;
  const board = await context.storage.workshops.getBoard(boardId);
  if (!board) return refused('not-found');
  const resolved = await visitorOf(context.storage.workshops, found.session, board.workshopId);
  if (resolved.status !== 'ok' || !permitOnBoard(resolved.visitor.role, action, board)) return refused('not-allowed');
  if (await isStopped(context, board.workshopId, action)) return refused('session-closed');
  return { ...resolved, board };
}

/** Whether an action is one for which the session has to be open, and it is not. */
export async function isStopped({ sessions }: HttpContext, workshopId: WorkshopId, action: Action): Promise<boolean> {
  return isWhileOpen(action) && (await sessions.read(workshopId)).closedAtMs !== null;
}

/**
 * Whether the session is closed in this very turn, for whoever writes in it after having waited.
 * The visit that was admitted has had the session loaded.
 */
export const isClosedNow = ({ sessions }: Pick<HttpContext, 'sessions'>, workshopId: WorkshopId): boolean =>
  sessions.now(workshopId).closedAtMs !== null;

export type ImageVisit =
  | { readonly status: 'ok'; readonly image: ImageFacts; readonly content: Uint8Array | null }
  | Refused;

/**
 * Lets a request see a picture: everybody in the workshop of its board, because copies of the board show it too. Nobody
 * else learns whether there is such a picture. Not charged as other requests are, since a board may show hundreds.
 */
export async function visitImage(
  request: FastifyRequest,
  { storage, throttles }: HttpContext,
  imageId: ImageId,
): Promise<ImageVisit> {
  const credentials = credentialsOf(request);
  const session = credentials && (await storage.workshops.findSession(hashToken(credentials.token)));
  if (!session) return refused('not-found');
  if (await throttles.imageReadOfSession(request)) return refused('too-many-requests');
  const found = await storage.images.getImage(imageId);
  const board = found && (await storage.workshops.getBoard(found.image.boardId));
  if (!board) return refused('not-found');
  const resolved = await visitorOf(storage.workshops, session, board.workshopId);
  return resolved.status === 'ok' && permit(resolved.visitor.role, 'image.read')
    ? { status: 'ok', ...found }
    : refused('not-found');
}
