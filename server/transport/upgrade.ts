import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { CloseCode } from '../../shared/protocol/close-codes.ts';
import { Subprotocol } from '../../shared/protocol/messages.ts';
import { PROTOCOL_VERSION, VERSION_PARAMETER } from '../../shared/protocol/version.ts';
import type { Log } from '../observe/log.ts';
import { type Clock, systemClock } from '../rooms/clock.ts';
import { type ConnectionLimits, defaultLimits } from '../rooms/limits.ts';
import { Connection } from './connection.ts';
import { offeredProtocols, readCredentials } from './credentials.ts';
import { findSeat, type Seat, type SeatSources } from './seat.ts';

export interface TransportOptions extends SeatSources {
  /** Whether a page under this origin is one of ours. */
  readonly isOwnOrigin: (origin: string, request: IncomingMessage) => boolean;
  readonly log: Log;
  readonly clock?: Clock;
  readonly limits?: Partial<ConnectionLimits>;
}

export interface Transport {
  /**
   * Takes a request for a room's socket; never throws.
   * @returns false for one that asks for something else, which is left alone.
   */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  /** Takes nobody new, closes every room and socket with `restart`. Resolves when all are gone. Idempotent. */
  close(): Promise<void>;
}

const PATH = '/sync/';
/** What a frame needs around the largest update that is allowed. */
const FRAMING_BYTES = 64;

export function createTransport(options: TransportOptions): Transport {
  const { registry, log, isOwnOrigin, clock = systemClock } = options;
  const limits: ConnectionLimits = { ...defaultLimits, ...options.limits };
  const connections = new Set<Connection>();
  const stopBeating = beat(clock, Math.min(limits.silenceMs, limits.heartbeatMs) / 10, connections);
  // Never the token, which travels as one of the offered protocols.
  const server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: limits.syncStep2MaxBytes + FRAMING_BYTES,
    handleProtocols: (offered) => (offered.has(Subprotocol.v1) ? Subprotocol.v1 : false),
  });
  let closing: Promise<void> | null = null;

  const welcome = async (connection: Connection, request: IncomingMessage, room: string): Promise<void> => {
    const admission = registry.admissions.begin();
    const isLive = offeredProtocols(request.headers).includes(Subprotocol.live);
    let fields = {};
    try {
      const found = isOtherVersion(request.url ?? '')
        ? otherVersion
        : await findSeat(options, readCredentials(request.headers), room);
      const seat = found.status === 'free' && !registry.hasPlaceIn(found.room) ? full : found;
      if (seat === full) log.warn({ room }, 'connection.no-place');
      const code = seat.status === 'free' ? admission.refusal({ ...seat.visitor, room }) : seat.code;
      if (code !== null) connection.close(code, seat.status === 'refused' ? seat.reason : 'closed meanwhile');
      else if (seat.status === 'free' && connection.isAdmitting) {
        const { sessionId, role } = seat.visitor;
        fields = { room, sessionId, role, isLive };
        log.info(fields, 'connection.opened');
        connection.take(seat.room.join(connection, seat.visitor, { isLive }));
      }
    } catch (error) {
      log.error({ err: error }, 'connection.failed');
      connection.close(CloseCode.internal, 'internal error');
    } finally {
      admission.end();
    }
    const code = await connection.closed;
    connections.delete(connection);
    log.info({ ...fields, code }, 'connection.closed');
  };

  const close = async (): Promise<void> => {
    await registry.closeAll(CloseCode.restart);
    for (const connection of connections) connection.close(CloseCode.restart, 'closing');
    await Promise.all([...connections].map(({ closed }) => closed));
    stopBeating();
  };

  return {
    handleUpgrade: (request, socket, head) => {
      const room = roomAskedFor(request.url ?? '');
      if (room === null) return false;
      socket.on('error', () => socket.destroy());
      const { origin } = request.headers;
      const isOurs =
        origin === undefined ? readCredentials(request.headers).kind !== 'cookie' : isOwnOrigin(origin, request);
      if (!isOurs) {
        log.warn('connection.foreign-origin');
        refuse(socket, '403 Forbidden');
      } else if (closing !== null) refuse(socket, '503 Service Unavailable');
      else {
        server.handleUpgrade(request, socket, head, (ws) => {
          const connection = new Connection(ws, socket, clock, limits);
          connections.add(connection);
          void welcome(connection, request, room);
        });
      }
      return true;
    },
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}

const otherVersion: Seat = { status: 'refused', code: CloseCode.oldPage, reason: 'the page has another version' };

const full: Seat = { status: 'refused', code: CloseCode.full, reason: 'full' };

/** Whether a page says that it speaks another version of the protocol; programs say nothing. */
function isOtherVersion(url: string): boolean {
  const version = new URLSearchParams(url.split('?', 2)[1] ?? '').get(VERSION_PARAMETER);
  return version !== null && version !== String(PROTOCOL_VERSION);
}

/** @returns what stands behind `/sync/`; null for every other path. */
function roomAskedFor(url: string): string | null {
  const [path = ''] = url.split('?', 1);
  return path.startsWith(PATH) ? path.slice(PATH.length) : null;
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

/** @returns what ends it. */
function beat(clock: Clock, everyMs: number, connections: ReadonlySet<Connection>): () => void {
  let cancel = () => {};
  const next = () => {
    cancel = clock.after(everyMs, () => {
      for (const connection of connections) connection.beat();
      next();
    });
  };
  next();
  return () => cancel();
}
