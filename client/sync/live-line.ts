import { CloseCode, isFinal } from '../../shared/protocol/close-codes.ts';
import type { BoardId } from '../../shared/protocol/ids.ts';
import { decodeLiveMessage, Subprotocol } from '../../shared/protocol/messages.ts';
import { formatRoomName } from '../../shared/protocol/room-name.ts';
import { PROTOCOL_VERSION, VERSION_PARAMETER } from '../../shared/protocol/version.ts';
import { reconnectDelayMs } from './backoff.ts';
import { type Clock, systemClock } from './clock.ts';
import { createHeard, type Heard } from './heard.ts';
import { type Observable, variable } from './observable.ts';
import { listenToPage, type PageEvents } from './page-events.ts';
import { isSameState, type RoomState } from './room-state.ts';
import { pageServerUrl } from './server-url.ts';
import { createWatchdog } from './watchdog.ts';

/** What a board's server says beside the document, for a page that does without the document. */
export interface LiveLine extends Heard {
  /** Nothing is written over it, so nothing is ever unsaved. */
  readonly state: Observable<RoomState>;
  /** Called when the page may be gone in a moment. @returns stops that. */
  onLeave(flush: () => void): () => void;
  /** Idempotent. */
  close(): void;
}

export interface LiveLineOptions {
  readonly boardId: BoardId;
  /** Origin of the server's sockets; the page's own by default. */
  readonly serverUrl?: string;
  readonly webSocket?: new (url: string, protocols: string[]) => WebSocket;
  readonly clock?: Clock;
  readonly page?: PageEvents | undefined;
}

/** What browsers say of a socket that just went. */
const closedByLine = 1006;
const nothingUnsaved = { unsaved: false, kept: true } as const;

/**
 * Opens a board's socket, asks nothing on it and keeps it open, through failures, until `close` or a final refusal. The
 * server tells whoever does not ask for the document nothing of it.
 */
export function openLiveLine(options: LiveLineOptions): LiveLine {
  const { boardId, serverUrl = pageServerUrl(), webSocket: Socket = WebSocket, clock = systemClock } = options;
  const { page = globalThis.window as PageEvents | undefined } = options;
  const url = `${serverUrl}/sync/${formatRoomName({ layer: 'shared', boardId })}?${VERSION_PARAMETER}=${PROTOCOL_VERSION}`;
  const state = variable<RoomState>({ status: 'connecting' }, isSameState);
  const { hear, forgetCounts, ...heard } = createHeard(() => {});
  const leaving = new Set<() => void>();
  let socket: WebSocket | null = null;
  let cancelTry: (() => void) | null = null;
  /** Connections in a row on which the server said nothing. */
  let failures = 0;
  let isOver = false;

  const end = (code: number): void => {
    socket = null;
    watchdog.stop();
    forgetCounts();
    if (isOver) return;
    if (isFinal(code)) {
      isOver = true;
      state.set({ status: 'ended', code, ...nothingUnsaved });
      return;
    }
    state.set(
      code === CloseCode.full
        ? { status: 'full', ...nothingUnsaved }
        : { status: 'offline', ...nothingUnsaved, blocked: false },
    );
    cancelTry?.();
    cancelTry = clock.after(reconnectDelayMs(failures, Math.random()), connect);
    failures += 1;
  };

  const drop = (): void => {
    const dropped = socket;
    if (dropped === null) return;
    // One that has gone silent may take minutes to say that it is closed.
    socket = null;
    dropped.close();
    end(closedByLine);
  };
  const watchdog = createWatchdog(clock, drop);

  function connect(): void {
    if (isOver || socket !== null) return;
    cancelTry?.();
    cancelTry = null;
    const own = new Socket(url, [Subprotocol.v1, Subprotocol.live]);
    own.binaryType = 'arraybuffer';
    socket = own;
    watchdog.start();
    own.addEventListener('message', ({ data }) => {
      if (socket !== own) return;
      watchdog.heard();
      const message = decodeLiveMessage(new Uint8Array(data as ArrayBuffer));
      if (message === null || message.type === 'ack') return;
      hear(message);
      // The first that it says: how the session stands.
      if (message.type !== 'session') return;
      failures = 0;
      state.set({ status: 'live', saved: true });
    });
    own.addEventListener('close', ({ code }) => {
      if (socket === own) end(code);
    });
  }

  const stopListening = listenToPage(page, {
    clock,
    link: () => ({ drop, check: watchdog.check, retry: connect }),
    leave: () => {
      for (const flush of leaving) flush();
    },
    isWarning: () => false,
  });
  connect();
  return {
    ...heard,
    state,
    onLeave(flush) {
      leaving.add(flush);
      return () => leaving.delete(flush);
    },
    close() {
      if (!isOver) for (const flush of leaving) flush();
      isOver = true;
      stopListening();
      cancelTry?.();
      watchdog.stop();
      socket?.close();
      socket = null;
    },
  };
}
