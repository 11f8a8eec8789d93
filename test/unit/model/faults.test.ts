import './world.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attackedSchedule, schedule } from './commands.ts';
import { attackFaults, faults } from './faults.ts';
import { runSchedule } from './run.ts';

const RUNS_MAX = 500;
const seed = Number(process.env.MODEL_SEED ?? 20_240_501);

const cases = [
  ...Object.entries(faults).map(([name, fault]) => ({ name, fault, schedules: schedule })),
  ...Object.entries(attackFaults).map(([name, fault]) => ({ name, fault, schedules: attackedSchedule })),
];

describe('the model itself', () => {
  for (const { name, fault, schedules } of cases)
    it(`[RELY2] finds out within ${RUNS_MAX} schedules: ${name}`, { timeout: 0 }, async () => {
      const property = fc.asyncProperty(schedules, async (one) => {
        await runSchedule(one, fault);
      });
      const { failed } = await fc.check(property, { numRuns: RUNS_MAX, seed, endOnFailure: true });
      expect(failed, `not found with seed ${seed}`).toBe(true);
    });
});
