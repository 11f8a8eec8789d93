import type { WebSocketConstructor } from '../../../client/sync/room-provider.ts';
import type { Visitor } from '../../../server/access/visitor.ts';
import { Line, ModelWebSocket, type Server } from './line.ts';
import type { World } from './world.ts';

/** All connections between pages and server. Inside one nothing overtakes; across them everything may. */
export class Network {
  readonly #world: World;
  readonly #server: Server;
  #lines: { readonly line: Line; readonly slot: number }[] = [];
  readonly #offline = new Set<number>();

  constructor(world: World, server: Server) {
    this.#world = world;
    this.#server = server;
  }

  /** Class of the sockets that a page makes. @param slot the place that the page has among the pages of the schedule */
  socketsOf(slot: number, visitor: Visitor): WebSocketConstructor {
    const dial = (ws: ModelWebSocket): Line => {
      const line = new Line(ws, visitor, this.#server, this.#world);
      this.#lines.push({ line, slot });
      if (this.#offline.has(slot)) line.cut('server-first');
      return line;
    };
    const made = class extends ModelWebSocket {
      constructor() {
        super(dial);
      }
    };
    return made as unknown as WebSocketConstructor;
  }

  /** Connections of a page on which something can still happen, oldest first. */
  linesOf(slot: number): readonly Line[] {
    this.#lines = this.#lines.filter(({ line }) => !line.isOver);
    return this.#lines.filter((entry) => entry.slot === slot).map(({ line }) => line);
  }

  get lines(): readonly Line[] {
    return this.#lines.map(({ line }) => line);
  }

  /** Without a network connections end, and attempts fail. */
  setOffline(slot: number, isOffline: boolean): void {
    if (isOffline) {
      this.#offline.add(slot);
      for (const line of this.linesOf(slot)) line.cut('page-first');
    } else this.#offline.delete(slot);
  }

  /** Everybody is online, and of a connection that is deaf everybody takes notice. */
  heal(): void {
    this.#offline.clear();
    for (const line of this.lines) if (line.isDeaf) line.cut('both');
  }

  get isQuiet(): boolean {
    return this.lines.every((line) => line.isQuiet);
  }
}
