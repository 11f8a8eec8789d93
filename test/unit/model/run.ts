import { Checks, type Result } from './checks.ts';
import type { Schedule } from './commands.ts';
import { perform } from './perform.ts';
import type { Fault } from './server.ts';
import { Stage } from './stage.ts';
import { enterWorld, leaveWorld } from './world.ts';

/** Rounds in which everything has to come to rest once nothing is broken any more. */
const ROUNDS_MAX = 60;
const ROUND_MS = 2_000;

/**
 * Runs one schedule and holds against it what must be true at every moment, and once everything is healed.
 * @throws when something is not.
 */
export async function runSchedule({ seed, commands }: Schedule, makeFault: () => Fault = () => ({})): Promise<Result> {
  const stage = new Stage(enterWorld(seed), makeFault);
  const checks = new Checks(stage);
  try {
    await stage.begin();
    for (const [index, command] of commands.entries()) {
      await perform(stage, command, index + 1);
      checks.now();
    }
    await stage.heal();
    await comeToRest(stage, checks);
    return await checks.atRest();
  } finally {
    stage.end();
    leaveWorld();
  }
}

async function comeToRest(stage: Stage, checks: Checks): Promise<void> {
  for (let round = 0; round < ROUNDS_MAX; round++) {
    await stage.flow(0);
    checks.now();
    if ([...stage.pages.values()].every((page) => page.saysSaved)) return;
    await stage.world.clock.pass(ROUND_MS);
  }
  const states = [...stage.pages].map(([slot, { room }]) => `${slot}: ${JSON.stringify(room.state.get())}`);
  throw new Error(`it does not come to rest: ${states.join(', ')}`);
}
