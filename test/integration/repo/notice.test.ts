import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startProductionServer } from '../../support/production-server.ts';
import { projectRoot } from '../../support/source-files.ts';

test('[REPO7] the built server hands out the licences of what it is made of', async () => {
  const server = await startProductionServer();
  onTestFinished(() => server.stop());
  const answer = await fetch(`${server.address}/NOTICE.txt`);
  expect(answer.status).toBe(200);
  const text = await answer.text();
  expect(text).toContain(readFileSync(join(projectRoot, 'NOTICE'), 'utf8'));
  expect(text).toContain('react 19.3.1');
});
