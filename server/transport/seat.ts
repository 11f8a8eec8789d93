import { CloseCode } from '../../shared/protocol/close-codes.ts';
import { parseRoomName, type RoomName } from '../../shared/protocol/room-name.ts';
import { permitOnBoard, roleOnBoard } from '../access/permit.ts';
import { visitorOf } from '../access/sessions.ts';
import { hashToken } from '../access/tokens.ts';
import type { Visitor } from '../access/visitor.ts';
import type { Registry } from '../rooms/registry.ts';
import type { OpenResult } from '../rooms/registry-options.ts';
import type { Room } from '../rooms/room.ts';
import type { Sessions } from '../session/sessions.ts';
import { StorageError } from '../storage/update-log.ts';
import type { WorkshopStore } from '../storage/workshop-store.ts';
import type { Credentials } from './credentials.ts';

/** Where it is looked up. */
export interface SeatSources {
  readonly registry: Registry;
  readonly sessions: Pick<Sessions, 'read'>;
  readonly workshops: WorkshopStore;
}

export type Seat =
  /** To be taken in the same turn, unless session or room were closed meanwhile. */
  | { readonly status: 'free'; readonly room: Room; readonly visitor: Visitor }
  | { readonly status: 'refused'; readonly code: CloseCode; readonly reason: string };

const refused = (code: CloseCode, reason: string): Seat => ({ status: 'refused', code, reason });

const noSession = refused(CloseCode.noSession, 'no session');
const notAllowed = refused(CloseCode.notAllowed, 'not allowed');
const noSuchRoom = refused(CloseCode.noSuchRoom, 'no such room');

/** Looks up who asks for which room, and whether they may; opens it for those who may. */
export async function findSeat(
  { registry, sessions, workshops }: SeatSources,
  credentials: Credentials,
  roomName: string,
): Promise<Seat> {
  try {
    const session = credentials.kind === 'none' ? null : await workshops.findSession(hashToken(credentials.token));
    if (!session) return noSession;
    const address = parseRoomName(roomName);
    const board = address && (await workshops.getBoard(address.boardId));
    if (!board || board.binnedAtMs !== null) return noSuchRoom;
    const resolved = await visitorOf(workshops, session, board.workshopId);
    const action = address.layer === 'own' ? 'own-room.open' : 'room.open';
    if (resolved.status !== 'ok' || !permitOnBoard(resolved.visitor.role, action, board)) return notAllowed;
    // Nobody reads what somebody writes for themselves, whatever their role.
    if (address.layer === 'own' && address.participantId !== resolved.visitor.participantId) return notAllowed;
    const visitor = { ...resolved.visitor, role: roleOnBoard(resolved.visitor.role, board) };
    // Before the room: the seat is taken in the turn in which that is open.
    await sessions.read(board.workshopId);
    const opened = await registry.open(roomName as RoomName);
    return opened.status === 'open' ? { status: 'free', room: opened.room, visitor } : refused(...whyNotOpen(opened));
  } catch (error) {
    if (!(error instanceof StorageError)) throw error;
    return refused(...whyNotOpen({ status: 'unavailable', failure: error.failure }));
  }
}

function whyNotOpen(opened: Exclude<OpenResult, { status: 'open' }>): [CloseCode, string] {
  if (opened.status === 'damaged') return [CloseCode.quarantined, 'damaged'];
  if (opened.failure === 'closed') return [CloseCode.restart, 'closing'];
  return [CloseCode.internal, 'storage is out of reach'];
}
