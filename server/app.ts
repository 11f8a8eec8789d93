import { isOwnOrigin } from './access/origin.ts';
import type { Config } from './config.ts';
import { FileReader } from './files/file-reader.ts';
import { createHttpServer } from './http/server.ts';
import type { Log } from './observe/log.ts';
import { ImageReader } from './pictures/image-reader.ts';
import { type Clock, systemClock } from './rooms/clock.ts';
import { ThreadMerger } from './rooms/compaction/merger.ts';
import { createRegistry, type Registry } from './rooms/registry.ts';
import { bringTogether } from './session/breakouts/breakouts.ts';
import { createReveal } from './session/reveal.ts';
import { createSendCard } from './session/send-card.ts';
import { Sessions } from './session/sessions.ts';
import { SteadyClock } from './session/steady-clock.ts';
import { Voting } from './session/voting.ts';
import { WaitingRoom } from './session/waiting-room.ts';
import type { Storage } from './storage/storage.ts';
import { endConnections } from './transport/end-connections.ts';
import { limitHandshake } from './transport/handshake.ts';
import { createTransport } from './transport/upgrade.ts';
import { PictureCollection } from './upkeep/picture-collection.ts';

export interface AppOptions {
  readonly config: Config;
  /** The app closes it. */
  readonly storage: Storage;
  readonly log: Log;
  /** Folder of the built pages; without it only the interface for programs is served. */
  readonly clientDir?: string;
  /** By default that of the computer. */
  readonly clock?: Clock;
}

export interface App {
  /** @returns the port, for when the configuration left it open. */
  listen(): Promise<number>;
  /** Takes nobody new, tells everybody connected to come back later, stores what is under way. Idempotent. */
  close(): Promise<void>;
}

/** Builds the server from its parts; nothing else knows all of them. */
export async function createApp({ config, storage, log, clientDir, clock = systemClock }: AppOptions): Promise<App> {
  const steady = new SteadyClock(clock);
  const merger = new ThreadMerger(log);
  const files = new FileReader(log);
  const imageReader = new ImageReader(log);
  const sessions: Sessions = new Sessions({
    ...{ store: storage.workshops, clock: steady, log },
    onChange: (workshopId, session) => registry.tellSession(workshopId, session),
    onFrozen: (workshopId) => void registry.keepSessionEnd(workshopId),
    reveal: async (workshopId, { boardId, sinceMs, isAnonymous }) => {
      const isWanted = () => sessions.now(workshopId).privateWriting?.sinceMs === sinceMs;
      await reveal({ boardId, isAnonymous, isWanted });
    },
    bring: async (breakout, by) => {
      const { boardId } = breakout;
      const brought = await bringTogether({ storage, registry, log }, breakout, by);
      if (brought === 'too-large') log.warn({ boardId }, 'breakouts.board-full');
      if (brought === 'damaged') log.error({ boardId }, 'breakouts.board-damaged');
      if (typeof brought === 'string') return { isThere: false, unread: [] };
      if (brought.unread.length > 0) log.error({ boardId, unread: brought.unread }, 'breakouts.groups-unread');
      return { isThere: true, unread: brought.unread };
    },
  });
  const waitingRoom: WaitingRoom = new WaitingRoom({
    clock: steady,
    onChange: (workshopId, guests) => registry.tellGuests(workshopId, guests),
  });
  const registry: Registry = createRegistry({
    ...{ updateLog: storage.log, history: storage.history, people: storage.workshops, sessions, merger, log, clock },
    guests: (workshopId) => waitingRoom.list(workshopId),
  });
  const reveal = createReveal({ registry, workshops: storage.workshops, log });
  const voting = new Voting({ store: storage.votes, registry, clock: steady });
  const pictures = new PictureCollection({ storage, registry, clock, log });
  pictures.start();
  const transport = createTransport({
    registry,
    sessions,
    workshops: storage.workshops,
    isOwnOrigin: (origin, request) => isOwnOrigin(origin, request, config.reach),
    ...{ log, clock },
  });
  const http = await createHttpServer({
    config,
    storage,
    registry,
    sessions,
    reveal,
    sendCard: createSendCard({ registry, sessions, sent: storage.sent }),
    voting,
    waitingRoom,
    files,
    imageReader,
    pictures,
    log,
    ...(clientDir !== undefined && { clientDir }),
  });
  limitHandshake(http.server);
  http.server.on('upgrade', (request, socket, head) => {
    if (!transport.handleUpgrade(request, socket, head))
      socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n');
  });

  const closeAll = async () => {
    // Stops listening at once; it resolves when the last connection is gone, so the sockets are closed meanwhile.
    const httpClosed = endConnections(http.server, http.close(), clock);
    await transport.close();
    await httpClosed;
    sessions.stop();
    waitingRoom.stop();
    await pictures.stop();
    await merger.close();
    files.close();
    imageReader.close();
    await storage.close();
  };
  let closing: Promise<void> | null = null;
  return {
    listen: async () => {
      await http.listen({ port: config.port, host: config.host });
      const [address] = http.addresses();
      if (typeof address !== 'object') throw new Error('listening, but nowhere');
      return address.port;
    },
    close: () => {
      closing ??= closeAll();
      return closing;
    },
  };
}
