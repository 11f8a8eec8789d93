import fc from 'fast-check';
import type { StorageFailure } from '../../../server/storage/update-log.ts';
import { type ActionName, actionNames } from './actions.ts';
import type { Cut } from './line.ts';

/** Places for pages: the first two belong to one person. */
export const slots = [0, 1, 2, 3] as const;
export type Slot = (typeof slots)[number];

/** One step of a schedule. Whatever does not make sense when its turn comes does nothing. */
export type Command =
  /** `arrives`: what the page has sent by then is delivered at once. */
  | {
      readonly does: 'act';
      readonly slot: Slot;
      readonly action: ActionName;
      readonly which: number;
      readonly arrives: boolean;
    }
  /** Frames of a page's connections are delivered. `late`: those of its oldest connection instead of its newest. */
  | { readonly does: 'up' | 'down'; readonly slot: Slot; readonly frames: number; readonly late: boolean }
  /** All that is under way arrives, and what that causes, while time passes. */
  | { readonly does: 'flow'; readonly ms: number }
  | { readonly does: 'commit'; readonly calls: number }
  | { readonly does: 'slow-disk' | 'quick-disk' | 'accept' }
  | { readonly does: 'refuse'; readonly failure: StorageFailure }
  /** Time passes, and nothing arrives. */
  | { readonly does: 'pass'; readonly ms: number }
  | { readonly does: 'cut'; readonly slot: Slot; readonly how: Cut }
  | { readonly does: 'cut-all' }
  | { readonly does: 'offline' | 'online'; readonly slot: Slot }
  /** `keeps`: what the browser keeps of the board stays there for the next page; otherwise it is wiped. */
  | { readonly does: 'leave'; readonly slot: Slot; readonly keeps: boolean; readonly isCrash: boolean }
  | { readonly does: 'open'; readonly slot: Slot }
  | { readonly does: 'reload'; readonly slot: Slot; readonly keeps: boolean; readonly isCrash: boolean }
  /** `landed`: calls that wait for the disk and reach it all the same. */
  | { readonly does: 'kill'; readonly landed: number; readonly starts: boolean }
  | { readonly does: 'start' | 'restart' };

/** What only an attacker does. */
export type Attack =
  /** Bytes that no client makes, over a page's connection. */
  | { readonly does: 'garbage'; readonly slot: Slot; readonly which: number; readonly isAnswer: boolean }
  /** The page writes something under the Yjs client id of somebody else's page. */
  | { readonly does: 'steal'; readonly slot: Slot; readonly from: Slot; readonly which: number };

export type DiskCommand = Extract<Command, { does: 'commit' | 'slow-disk' | 'quick-disk' | 'accept' | 'refuse' }>;
export type NetworkCommand = Extract<Command, { does: 'up' | 'down' | 'cut' | 'cut-all' | 'offline' | 'online' }>;

export interface Schedule {
  /** Of the Yjs client ids and of everything else that is drawn. */
  readonly seed: number;
  readonly commands: readonly (Command | Attack)[];
}

const slot = fc.constantFrom(...slots);
const of = <Name extends Command['does']>(...names: Name[]) => fc.constantFrom(...names);
const cut = fc.constantFrom<Cut>('both', 'page-first', 'server-first', 'deaf');
const failure = fc.constantFrom<StorageFailure>('full', 'busy', 'io');
const way = { keeps: fc.boolean(), isCrash: fc.boolean() };

const act: fc.Arbitrary<Command> = fc.record({
  does: of('act'),
  slot,
  action: fc.constantFrom(...actionNames),
  which: fc.nat({ max: 40 }),
  arrives: fc.boolean(),
});
const deliver: fc.Arbitrary<Command> = fc.record({
  does: of('up', 'down'),
  slot,
  frames: fc.integer({ min: 1, max: 4 }),
  late: fc.boolean(),
});
/** From the gap between two keystrokes to longer than anybody waits for an answer. */
const ms = fc.constantFrom(50, 200, 1_000, 4_000, 20_000, 50_000);

const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 30, arbitrary: act },
  { weight: 20, arbitrary: deliver },
  { weight: 10, arbitrary: fc.record({ does: of('flow'), ms: fc.constantFrom(0, 200, 2_000, 16_000) }) },
  { weight: 6, arbitrary: fc.record({ does: of('commit'), calls: fc.integer({ min: 1, max: 3 }) }) },
  { weight: 3, arbitrary: fc.record({ does: of('slow-disk', 'quick-disk', 'accept') }) },
  { weight: 1, arbitrary: fc.record({ does: of('refuse'), failure }) },
  { weight: 5, arbitrary: fc.record({ does: of('pass'), ms }) },
  { weight: 5, arbitrary: fc.record({ does: of('cut'), slot, how: cut }) },
  { weight: 1, arbitrary: fc.record({ does: of('cut-all') }) },
  { weight: 2, arbitrary: fc.record({ does: of('offline', 'online', 'online'), slot }) },
  { weight: 3, arbitrary: fc.record({ does: of('leave', 'reload', 'reload'), slot, ...way }) },
  { weight: 3, arbitrary: fc.record({ does: of('open'), slot }) },
  { weight: 2, arbitrary: fc.record({ does: of('kill'), landed: fc.nat({ max: 2 }), starts: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ does: of('start', 'restart') }) },
);

const attack: fc.Arbitrary<Attack> = fc.oneof(
  fc.record({ does: fc.constant('garbage' as const), slot, which: fc.nat(), isAnswer: fc.boolean() }),
  fc.record({ does: fc.constant('steal' as const), slot, from: slot, which: fc.nat({ max: 40 }) }),
);

const scheduleOf = (commands: fc.Arbitrary<Command | Attack>): fc.Arbitrary<Schedule> =>
  fc.record({
    seed: fc.nat({ max: 0xffff }),
    commands: fc.array(commands, { minLength: 10, maxLength: 36, size: 'max' }),
  });

export const schedule: fc.Arbitrary<Schedule> = scheduleOf(command);
export const attackedSchedule: fc.Arbitrary<Schedule> = scheduleOf(
  fc.oneof({ weight: 9, arbitrary: command }, { weight: 1, arbitrary: attack }),
);
