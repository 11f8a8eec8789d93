import { pino } from 'pino';
import type { Visitor } from '../../../server/access/visitor.ts';
import type { Clock } from '../../../server/rooms/clock.ts';
import { nobodyMoved } from '../../../server/rooms/frames.ts';
import type { ConnectionLimits, RoomLimits } from '../../../server/rooms/limits.ts';
import { createRegistry, type Registry } from '../../../server/rooms/registry.ts';
import type { Membership, Room } from '../../../server/rooms/room.ts';
import type { Socket } from '../../../server/rooms/socket.ts';
import type { UpdateLog } from '../../../server/storage/update-log.ts';
import { CloseCode } from '../../../shared/protocol/close-codes.ts';
import { connectionLimits } from '../../../shared/protocol/limits.ts';
import type { RoomName } from '../../../shared/protocol/room-name.ts';
import { FixedSessions } from '../rooms/fixed-sessions.ts';
import { LocalMerger } from '../rooms/local-merger.ts';
import type { SimulatedDisk } from './disk.ts';
import type { Line, Server } from './line.ts';
import type { World } from './world.ts';

/** A bug that a test puts between the server and what it stands on. One object lives as long as a process. */
export interface Fault {
  log?(log: UpdateLog): UpdateLog;
  join?(room: Room, socket: Socket, visitor: Visitor): Membership;
}

/** Everything happens early and often. */
const connection: Partial<ConnectionLimits> = { bufferedMaxBytes: 12_000 };
const room: Partial<RoomLimits> = {
  idleMs: 3_000,
  retryFirstMs: 100,
  retryMaxMs: 1_000,
  unstoredMaxBytes: 20_000,
  closingMaxMs: 5_000,
  tailMaxBytes: 2_000,
};

const ERROR_LEVEL = 50;
/** Errors that come from the disk being as it is. */
const expected: ReadonlySet<string> = new Set(['room.not-stored', 'room.unavailable']);
/** What is no error of the server's, and yet nothing that legal clients may cause. */
const refusals: ReadonlySet<string> = new Set(['message.refused', 'records.put-back']);

/** A line of the log; `sessionId` of whom it is about. */
export interface Alarm {
  readonly level: number;
  readonly msg: string;
  readonly sessionId?: string;
}

function isAlarming({ level, msg }: Alarm): boolean {
  return refusals.has(msg) || (level >= ERROR_LEVEL && !expected.has(msg));
}

class Process {
  readonly registry: Registry;
  readonly #clock: Clock;
  readonly #detach: () => void;
  readonly #fault: Fault;
  readonly #lines = new Set<Line>();
  #isAlive = true;

  constructor(world: World, disk: SimulatedDisk, fault: Fault, alarm: (line: string) => void) {
    const { log, history, detach } = disk.attach();
    this.#detach = detach;
    this.#fault = fault;
    this.#clock = {
      nowMs: () => world.clock.nowMs(),
      monotonicMs: () => world.clock.monotonicMs(),
      after: (delayMs, call) =>
        world.clock.after(delayMs, () => {
          if (this.#isAlive) call();
        }),
    };
    this.registry = createRegistry({
      guests: () => [],
      updateLog: fault.log?.(log) ?? log,
      history,
      sessions: new FixedSessions(),
      people: { getParticipant: async () => null },
      merger: new LocalMerger(),
      log: pino({ level: 'warn' }, { write: alarm }),
      clock: this.#clock,
      limits: { connection, room },
    });
  }

  async admit(line: Line, name: RoomName): Promise<void> {
    this.#lines.add(line);
    const opened = await this.registry.open(name);
    if (!this.#isAlive) return;
    if (opened.status === 'open') {
      const { visitor } = line;
      const join = this.#fault.join ?? ((room, socket) => room.join(socket, visitor, { isLive: true }));
      line.seat(join(opened.room, line, visitor));
      this.#beat(line);
    } else if (opened.status === 'damaged') line.close(CloseCode.quarantined);
    else line.close(opened.failure === 'closed' ? CloseCode.restart : CloseCode.internal);
  }

  /** What keeps a page from taking its connection for dead. */
  #beat(line: Line): void {
    if (line.isOver) return;
    line.send(nobodyMoved);
    this.#clock.after(connectionLimits.silenceMs, () => this.#beat(line));
  }

  end(): void {
    this.#isAlive = false;
    this.#detach();
    for (const line of this.#lines) line.die();
  }
}

/** The server, one process after the other. */
export class ModelServer implements Server {
  readonly #world: World;
  readonly #disk: SimulatedDisk;
  readonly #room: RoomName;
  readonly #makeFault: () => Fault;
  #process: Process | null = null;
  #restarting: Promise<void> = Promise.resolve();
  /** Alarming lines of the log. */
  readonly alarms: Alarm[] = [];

  constructor(world: World, disk: SimulatedDisk, room: RoomName, makeFault: () => Fault) {
    this.#world = world;
    this.#disk = disk;
    this.#room = room;
    this.#makeFault = makeFault;
  }

  admit(line: Line): boolean {
    void this.#process?.admit(line, this.#room);
    return this.#process !== null;
  }

  start(): void {
    this.#process ??= new Process(this.#world, this.#disk, this.#makeFault(), (line) => {
      const alarm: Alarm = JSON.parse(line);
      if (isAlarming(alarm)) this.alarms.push(alarm);
    });
  }

  /** @param landed how many of the calls that wait for the disk reach it all the same */
  async kill(landed: number): Promise<void> {
    const process = this.#process;
    this.#process = null;
    const landing = this.#disk.land(landed);
    process?.end();
    await landing;
  }

  /** Closes in good order and starts again when that is done. */
  restart(): Promise<void> {
    this.#restarting = this.#closeAndStart();
    return this.#restarting;
  }

  /** Resolves when no restart is under way. */
  async settled(): Promise<void> {
    await this.#restarting;
  }

  async #closeAndStart(): Promise<void> {
    const process = this.#process;
    if (process === null) return;
    await process.registry.closeAll(CloseCode.restart);
    if (this.#process !== process) return;
    this.#process = null;
    process.end();
    this.start();
  }

  get registry(): Registry {
    if (this.#process === null) throw new Error('no server runs');
    return this.#process.registry;
  }
}
