import './world.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { schedule } from './commands.ts';
import { faults } from './faults.ts';
import { runSchedule } from './run.ts';

const RUNS_MAX = 500;
const seed = Number(process.env.MODEL_SEED ?? 20_240_501);

describe('the model itself', () => {
  for (const [name, fault] of Object.entries(faults))
    it(`[RELY2] finds out within ${RUNS_MAX} schedules: ${name}`, { timeout: 0 }, async () => {
      const property = fc.asyncProperty(schedule, (one) => runSchedule(one, fault));
      const { failed } = await fc.check(property, { numRuns: RUNS_MAX, seed, endOnFailure: true });
      expect(failed, `not found with seed ${seed}`).toBe(true);
    });
});
