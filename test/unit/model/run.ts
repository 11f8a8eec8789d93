import type * as Y from 'yjs';
import { BoardId } from '../../../shared/protocol/ids.ts';
import { formatRoomName } from '../../../shared/protocol/room-name.ts';
import { settle } from '../rooms/manual-clock.ts';
import { visitor } from '../rooms/peer.ts';
import { act } from './actions.ts';
import { areDeletesWithin, canonical, isWithin, seed, worksOf } from './board.ts';
import { BrowserCopy } from './browser-copy.ts';
import { type Command, type Schedule, type Slot, slots } from './commands.ts';
import { SimulatedDisk } from './disk.ts';
import { Network } from './network.ts';
import { Page } from './page.ts';
import { type Fault, ModelServer } from './server.ts';
import { enterWorld, leaveWorld, type World } from './world.ts';

const boardId = BoardId.parse('model'.padEnd(21, '-'));
const roomName = formatRoomName({ layer: 'shared', boardId });

/** Two tabs of one person, and two other people. */
const visitors = [visitor(1), visitor(1), visitor(2), visitor(3)] as const;

/** Rounds in which everything has to come to rest once nothing is broken any more. */
const ROUNDS_MAX = 60;
const ROUND_MS = 2_000;
/** Time that passes at a stretch while all arrives. */
const FLOW_MS = 4_000;

/**
 * Runs one schedule and holds against it what must be true at every moment, and once everything is healed.
 * @throws when something is not.
 */
export async function runSchedule({ seed: worldSeed, commands }: Schedule, makeFault: () => Fault = () => ({})) {
  const world = enterWorld(worldSeed);
  const stage = new Stage(world, makeFault);
  try {
    await stage.begin();
    for (const [serial, command] of commands.entries()) {
      await stage.do(command, serial + 1);
      stage.checkNow();
    }
    await stage.heal();
    await stage.checkAtRest();
  } finally {
    stage.end();
    leaveWorld();
  }
}

class Stage {
  readonly #world: World;
  readonly #disk = new SimulatedDisk(roomName);
  readonly #server: ModelServer;
  readonly #network: Network;
  readonly #pages = new Map<Slot, Page>();
  /** By participant. */
  readonly #copies = new Map<string, BrowserCopy>();
  /** Versions of pages at which they were looked at last. */
  readonly #checked = new WeakMap<Page, number>();
  /** What was on pages that have called it saved. */
  readonly #saved = new Set<string>();

  constructor(world: World, makeFault: () => Fault) {
    this.#world = world;
    this.#server = new ModelServer(world, this.#disk, roomName, makeFault);
    this.#network = new Network(world, this.#server);
  }

  async begin(): Promise<void> {
    await this.#disk.attach().log.append(roomName, [seed]);
    this.#server.start();
    for (const slot of [0, 1, 2] as const) this.#open(slot);
    await this.#flow();
    this.#disk.isSlow = true;
  }

  async do(command: Command, serial: number): Promise<void> {
    switch (command.does) {
      case 'act': {
        const page = this.#pages.get(command.slot);
        if (page?.room.loaded.get()) act(page, command.action, command.which, serial);
        if (command.arrives) for (const line of this.#network.linesOf(command.slot)) line.arrive();
        break;
      }
      case 'up':
      case 'down': {
        const line = this.#network.linesOf(command.slot).at(command.late ? 0 : -1);
        for (let n = 0; n < command.frames; n++) {
          if (command.does === 'up') line?.stepUp();
          else line?.stepDown();
          await settle();
        }
        break;
      }
      case 'flow':
        for (let left = command.ms; left > 0; left -= FLOW_MS) {
          await this.#world.clock.pass(Math.min(left, FLOW_MS));
          await this.#flow();
        }
        await this.#flow();
        break;
      case 'commit':
        await this.#disk.commit(command.calls);
        break;
      case 'slow-disk':
        this.#disk.isSlow = true;
        break;
      case 'quick-disk':
        await this.#speedUp();
        break;
      case 'refuse':
        this.#disk.failure = command.failure;
        break;
      case 'accept':
        this.#disk.failure = null;
        break;
      case 'pass':
        await this.#world.clock.pass(command.ms);
        break;
      case 'cut':
        this.#network.linesOf(command.slot).at(-1)?.cut(command.how);
        break;
      case 'cut-all':
        for (const line of this.#network.lines) line.cut('both');
        break;
      case 'offline':
      case 'online':
        this.#network.setOffline(command.slot, command.does === 'offline');
        break;
      case 'leave':
        this.#leave(command.slot, command.keeps, command.isCrash);
        break;
      case 'open':
        this.#open(command.slot);
        break;
      case 'reload':
        if (this.#pages.has(command.slot)) {
          this.#leave(command.slot, command.keeps, command.isCrash);
          this.#open(command.slot);
        }
        break;
      case 'kill':
        await this.#server.kill(command.landed);
        if (command.starts) this.#server.start();
        break;
      case 'start':
        this.#server.start();
        break;
      case 'restart':
        void this.#server.restart();
        break;
    }
    await settle();
  }

  /** What has to be true at every moment. */
  checkNow(): void {
    if (this.#server.alarms.length > 0) throw new Error(this.#server.alarms.join('\n'));
    for (const page of this.#pages.values()) {
      const state = page.room.state.get();
      if (state.status === 'ended') throw new Error(`page ${page.slot} was refused with ${state.code}`);
      const version = page.version * 2 + Number(page.saysSaved);
      if (this.#checked.get(page) === version) continue;
      this.#checked.set(page, version);
      if (page.saysSaved) for (const work of worksOf(page.doc)) this.#saved.add(work);
      const { promised } = this.#disk;
      if (!isWithin(page.doc, promised, page.saysSaved ? undefined : page.clients))
        throw new Error(
          page.saysSaved ? `page ${page.slot} says saved and is not` : `page ${page.slot} was told what is not durable`,
        );
      if (page.saysSaved && !areDeletesWithin(page.doc, promised))
        throw new Error(`page ${page.slot} says saved and its deletions are not`);
    }
  }

  /** Nothing is broken any more: everything comes to rest. */
  async heal(): Promise<void> {
    this.#server.start();
    this.#disk.failure = null;
    await this.#speedUp();
    this.#network.heal();
    for (const slot of slots) this.#open(slot);
    for (let round = 0; round < ROUNDS_MAX; round++) {
      await this.#flow();
      this.checkNow();
      if ([...this.#pages.values()].every((page) => page.saysSaved)) return;
      await this.#world.clock.pass(ROUND_MS);
    }
    const states = [...this.#pages].map(([slot, { room }]) => `${slot}: ${JSON.stringify(room.state.get())}`);
    throw new Error(`it does not come to rest: ${states.join(', ')}`);
  }

  /** What has to be true once all have everything. */
  async checkAtRest(): Promise<void> {
    const stored = await this.#disk.read();
    const expected = canonical(stored);
    const look = (name: string, doc: Y.Doc) => {
      if (canonical(doc) !== expected)
        throw new Error(`${name} differs from the disk:\n${canonical(doc)}\n${expected}`);
      if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null)
        throw new Error(`${name} has pending structs`);
      if (!isWithin(this.#disk.promised, doc)) throw new Error(`${name} lacks what was durable`);
    };
    look('the disk', stored);
    look('what was promised', this.#disk.promised);
    for (const [slot, page] of this.#pages) look(`page ${slot}`, page.doc);
    const seen = await this.#server.registry.read(roomName, (doc) => look('the server', doc));
    if (seen === 'damaged') throw new Error('the server cannot read the disk');
    const works = worksOf(stored);
    const isThereOnce = (work: string) => works.indexOf(work) >= 0 && works.indexOf(work) === works.lastIndexOf(work);
    for (const work of this.#saved) if (!isThereOnce(work)) throw new Error(`${work} was saved and is not there once`);
    for (const copy of this.#copies.values())
      for (const work of copy.works) if (!isThereOnce(work)) throw new Error(`${work} was kept and is not there once`);
  }

  end(): void {
    for (const slot of slots) this.#leave(slot, false, true);
    void this.#server.kill(0);
  }

  #open(slot: Slot): void {
    if (this.#pages.has(slot)) return;
    const visitor = visitors[slot];
    const copy = this.#copies.get(visitor.participantId) ?? new BrowserCopy();
    this.#copies.set(visitor.participantId, copy);
    const { clock } = this.#world;
    this.#pages.set(slot, new Page({ slot, visitor, boardId, network: this.#network, copy, clock }));
  }

  #leave(slot: Slot, keeps: boolean, isCrash: boolean): void {
    const page = this.#pages.get(slot);
    if (page === undefined) return;
    const { participantId } = visitors[slot];
    const copy = this.#copies.get(participantId);
    this.#pages.delete(slot);
    if (page.isKept) for (const work of worksOf(page.doc)) copy?.works.add(work);
    page.leave(isCrash);
    if (keeps) return;
    copy?.wipe();
    this.#copies.delete(participantId);
  }

  async #speedUp(): Promise<void> {
    this.#disk.isSlow = false;
    await this.#disk.commit(Number.POSITIVE_INFINITY);
  }

  async #flow(): Promise<void> {
    for (;;) {
      await this.#disk.commit(Number.POSITIVE_INFINITY);
      await settle();
      if (this.#network.isQuiet && this.#disk.waiting === 0) return;
      for (const line of this.#network.lines) {
        line.stepUp();
        line.stepDown();
      }
    }
  }
}
