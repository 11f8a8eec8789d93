import type { Schedule } from './commands.ts';

/** Schedules that the model found something with, shrunk. They are replayed first. */
export const failures: readonly (Schedule & { readonly name: string })[] = [
  {
    name: 'a slow reader catches up while something it is taken to know is on its way into the log',
    seed: 0,
    commands: [
      { does: 'act', slot: 0, action: 'mark', which: 0, arrives: false },
      { does: 'act', slot: 0, action: 'mark', which: 0, arrives: true },
      { does: 'commit', calls: 1 },
      { does: 'refuse', failure: 'full' },
      { does: 'flow', ms: 0 },
    ],
  },
  {
    name: 'a restart is under way when everything else is over',
    seed: 0,
    commands: [
      { does: 'open', slot: 0 },
      { does: 'flow', ms: 0 },
      { does: 'pass', ms: 50 },
      { does: 'act', slot: 0, action: 'mark', which: 0, arrives: true },
      { does: 'open', slot: 3 },
      { does: 'flow', ms: 2_000 },
      { does: 'restart' },
    ],
  },
  {
    name: 'an attacker leaves before the end, with what was stolen in the browser',
    seed: 0,
    commands: [
      { does: 'act', slot: 1, action: 'mark', which: 0, arrives: true },
      { does: 'commit', calls: 1 },
      { does: 'steal', slot: 2, from: 1, which: 0 },
      { does: 'pass', ms: 50 },
      { does: 'open', slot: 0 },
      { does: 'up', slot: 0, frames: 1, late: false },
      { does: 'cut', slot: 0, how: 'both' },
      { does: 'offline', slot: 0 },
      { does: 'act', slot: 0, action: 'mark', which: 0, arrives: false },
      { does: 'leave', slot: 2, keeps: true, isCrash: false },
      { does: 'act', slot: 0, action: 'mark', which: 0, arrives: false },
    ],
  },
];
