import { BoardId } from '../../../shared/protocol/ids.ts';
import { formatRoomName } from '../../../shared/protocol/room-name.ts';
import { settle } from '../rooms/manual-clock.ts';
import { visitor } from '../rooms/peer.ts';
import { seed, worksOf } from './board.ts';
import { BrowserCopy } from './browser-copy.ts';
import { type Slot, slots } from './commands.ts';
import { SimulatedDisk } from './disk.ts';
import { Network } from './network.ts';
import { Page } from './page.ts';
import { type Fault, ModelServer } from './server.ts';
import type { World } from './world.ts';

const boardId = BoardId.parse('model'.padEnd(21, '-'));
export const roomName = formatRoomName({ layer: 'shared', boardId });

/** Two tabs of one person, and two other people. */
const visitors = [visitor(1), visitor(1), visitor(2), visitor(3)] as const;

/** Rounds after which a restart that is not over is the checks' to find. */
const RESTART_ROUNDS_MAX = 40;
/** Time that passes at a stretch while all arrives. */
const FLOW_MS = 4_000;

/** All that a schedule plays with. */
export class Stage {
  readonly world: World;
  readonly disk = new SimulatedDisk(roomName);
  readonly server: ModelServer;
  readonly network: Network;
  readonly pages = new Map<Slot, Page>();
  /** What browsers keep, by participant. */
  readonly copies = new Map<string, BrowserCopy>();
  /** Participants that attack. */
  readonly #attackers = new Set<string>();
  /** Their pages, of which nothing can be expected. */
  readonly #lost = new WeakSet<Page>();

  constructor(world: World, makeFault: () => Fault) {
    this.world = world;
    this.server = new ModelServer(world, this.disk, roomName, makeFault);
    this.network = new Network(world, this.server);
  }

  /** A board, a server and three pages that have it; from then on the disk takes its time. */
  async begin(): Promise<void> {
    await this.disk.attach().log.append(roomName, [seed]);
    this.server.start();
    for (const slot of [0, 1, 2] as const) this.open(slot);
    await this.flow(0);
    this.disk.isSlow = true;
  }

  end(): void {
    for (const slot of slots) this.leave(slot, { keeps: false, isCrash: true });
    void this.server.kill(0);
  }

  open(slot: Slot): void {
    if (this.pages.has(slot)) return;
    const visitor = visitors[slot];
    const copy = this.copies.get(visitor.participantId) ?? new BrowserCopy();
    this.copies.set(visitor.participantId, copy);
    const page = new Page({ slot, visitor, boardId, network: this.network, copy, clock: this.world.clock });
    this.pages.set(slot, page);
    // What the attacker's pages have left in the browser may be as bad as they are.
    if (this.#attackers.has(visitor.participantId)) this.#lost.add(page);
  }

  /** @param options.keeps whether the browser's copy stays; otherwise it is wiped. */
  leave(slot: Slot, { keeps, isCrash }: { readonly keeps: boolean; readonly isCrash: boolean }): void {
    const page = this.pages.get(slot);
    if (page === undefined) return;
    const { participantId } = visitors[slot];
    const copy = this.copies.get(participantId);
    this.pages.delete(slot);
    if (page.isKept && !this.isLost(page)) for (const work of worksOf(page.doc)) copy?.works.add(work);
    page.leave(isCrash);
    if (!keeps) this.#wipe(participantId);
  }

  #wipe(participantId: string): void {
    this.copies.get(participantId)?.wipe();
    this.copies.delete(participantId);
  }

  isSamePerson(slot: Slot, other: Slot): boolean {
    return visitors[slot].participantId === visitors[other].participantId;
  }

  /** All tabs of the participant: what one of them writes may come to the others through the browser. */
  turnBad(slot: Slot): void {
    this.#attackers.add(visitors[slot].participantId);
    for (const [other, page] of this.pages) if (this.isSamePerson(slot, other)) this.#lost.add(page);
  }

  isLost(page: Page): boolean {
    return this.#lost.has(page);
  }

  isAttacking(sessionId: string | undefined): boolean {
    return visitors.some((one) => one.sessionId === sessionId && this.#attackers.has(one.participantId));
  }

  /** Nothing is broken any more, everybody is there, and attackers have begun anew as honest people. */
  async heal(): Promise<void> {
    this.server.start();
    this.disk.failure = null;
    await this.speedUp();
    await this.#restarted();
    this.network.heal();
    for (const slot of slots) {
      const { participantId } = visitors[slot];
      if (!this.#attackers.has(participantId)) continue;
      this.leave(slot, { keeps: false, isCrash: true });
      // Theirs may have left before, and left in the browser what they had made.
      this.#wipe(participantId);
    }
    for (const slot of slots) {
      const page = this.pages.get(slot);
      this.open(slot);
      const opened = this.pages.get(slot);
      if (page === undefined && opened !== undefined) this.#lost.delete(opened);
    }
  }

  async #restarted(): Promise<void> {
    let isOver = false;
    void this.server.settled().then(() => {
      isOver = true;
    });
    for (let rounds = 0; !isOver && rounds < RESTART_ROUNDS_MAX; rounds++) {
      await settle();
      if (!isOver) await this.world.clock.pass(FLOW_MS);
    }
  }

  async speedUp(): Promise<void> {
    this.disk.isSlow = false;
    await this.disk.commit(Number.POSITIVE_INFINITY);
  }

  /** All that is under way arrives, and what that causes, while time passes. */
  async flow(ms: number): Promise<void> {
    for (let left = ms; left > 0; left -= FLOW_MS) {
      await this.world.clock.pass(Math.min(left, FLOW_MS));
      await this.#flow();
    }
    await this.#flow();
  }

  async #flow(): Promise<void> {
    for (;;) {
      await this.disk.commit(Number.POSITIVE_INFINITY);
      await settle();
      if (this.network.isQuiet && this.disk.waiting === 0) return;
      for (const line of this.network.lines) {
        line.stepUp();
        line.stepDown();
      }
    }
  }
}
