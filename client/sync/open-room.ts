import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import type { BoardId } from '../../shared/protocol/ids.ts';
import type { LiveMessage, Notice, RosterEntry } from '../../shared/protocol/messages.ts';
import { formatRoomName } from '../../shared/protocol/room-name.ts';
import { createAcks } from './acks.ts';
import { type Observable, variable } from './observable.ts';
import { isFinalClose, RoomProvider, type WebSocketConstructor } from './room-provider.ts';

/** How a board stands with its server. */
export type RoomState =
  /** Not a first answer yet. */
  | { readonly status: 'connecting' }
  /** `saved`: the server has called everything made here durable. */
  | { readonly status: 'live'; readonly saved: boolean }
  /** Trying again. `unsaved`: something made here is in this page only. */
  | { readonly status: 'offline'; readonly unsaved: boolean }
  /** The server does not want this page any more; `code` is one of CloseCode or 1009. */
  | { readonly status: 'ended'; readonly code: number; readonly unsaved: boolean };

export interface OpenRoom {
  readonly boardId: BoardId;
  readonly doc: Y.Doc;
  /** Presence of everybody here; only this client's own goes out. */
  readonly awareness: Awareness;
  readonly state: Observable<RoomState>;
  /** True from the first complete answer of the server on, also while offline later. */
  readonly loaded: Observable<boolean>;
  readonly roster: Observable<readonly RosterEntry[]>;
  /** @returns stops listening. */
  onNotice(listener: (notice: Notice) => void): () => void;
  /** For whoever holds edits that are not in the document yet: while true, nothing counts as saved. */
  setPending(pending: boolean): void;
  /** Called when the page may be gone in a moment, to put pending edits into the document. @returns stops that. */
  onLeave(flush: () => void): () => void;
  /** Ends the connection and destroys the document. Idempotent. */
  close(): void;
}

export interface OpenRoomOptions {
  readonly boardId: BoardId;
  /** Viewers send no presence. */
  readonly silent?: boolean;
  /** Origin of the server's sockets, `ws:` or `wss:`; the page's own by default. */
  readonly serverUrl?: string;
  readonly webSocket?: WebSocketConstructor;
}

const pageServerUrl = (): string => location.origin.replace(/^http/, 'ws');

const isSameState = (a: RoomState, b: RoomState): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Opens the shared layer of a board and keeps it open, through failures, until `close` or a final refusal. */
export function openRoom({ boardId, silent = false, serverUrl, webSocket }: OpenRoomOptions): OpenRoom {
  const doc = new Y.Doc();
  const awareness = new Awareness(doc);
  if (silent) awareness.setLocalState(null);
  const acks = createAcks();
  const state = variable<RoomState>({ status: 'connecting' }, isSameState);
  const loaded = variable(false);
  const roster = variable<readonly RosterEntry[]>([]);
  const noticeListeners = new Set<(notice: Notice) => void>();
  const leaveListeners = new Set<() => void>();
  let pending = false;
  let endedWith: number | null = null;
  let failed = false;

  const update = () => {
    const unsaved = pending || acks.hasUnsaved();
    if (endedWith !== null) state.set({ status: 'ended', code: endedWith, unsaved });
    else if (provider.synced) state.set({ status: 'live', saved: !pending && acks.isSaved() });
    else if (failed) state.set({ status: 'offline', unsaved });
    if (provider.synced) loaded.set(true);
  };
  const onMessage = (message: LiveMessage) => {
    switch (message.type) {
      case 'ack':
        break;
      case 'roster':
        roster.set(message.roster.entries);
        break;
      case 'notice':
        for (const listener of [...noticeListeners]) listener(message.notice);
    }
  };
  const provider: RoomProvider = new RoomProvider({
    serverUrl: `${serverUrl ?? pageServerUrl()}/sync`,
    roomName: formatRoomName({ layer: 'shared', boardId }),
    doc,
    awareness,
    acks,
    webSocket: webSocket ?? WebSocket,
    onMessage,
    // The first call can come while the provider is still being made.
    onChange: () => queueMicrotask(update),
  });
  provider.on('connection-close', (event) => {
    failed = true;
    if (event !== null && isFinalClose(event.code)) endedWith = event.code;
    roster.set([]);
    queueMicrotask(update);
  });

  const leave = () => {
    for (const flush of leaveListeners) flush();
    provider.flush();
  };
  const warn = (event: BeforeUnloadEvent) => {
    leave();
    if (pending || acks.hasUnsaved()) event.preventDefault();
  };
  const page = globalThis.window as Window | undefined;
  page?.addEventListener('beforeunload', warn);
  page?.addEventListener('pagehide', leave);
  let closed = false;

  return {
    boardId,
    doc,
    awareness,
    state,
    loaded,
    roster,
    onNotice(listener) {
      noticeListeners.add(listener);
      return () => noticeListeners.delete(listener);
    },
    setPending(next) {
      pending = next;
      update();
    },
    onLeave(flush) {
      leaveListeners.add(flush);
      return () => leaveListeners.delete(flush);
    },
    close() {
      if (closed) return;
      closed = true;
      leave();
      page?.removeEventListener('beforeunload', warn);
      page?.removeEventListener('pagehide', leave);
      provider.destroy();
      awareness.destroy();
      doc.destroy();
    },
  };
}
