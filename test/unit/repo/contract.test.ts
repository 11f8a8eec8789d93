import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { PROTOCOL_VERSION } from '../../../shared/protocol/version.ts';
import { listFiles, projectRoot } from '../../support/source-files.ts';

/**
 * What pages and programs rely on, as one number. When it changes, decide in shared/protocol/version.ts whether pages that
 * are still open understand the server, then note the new hash beside the version.
 */
const contract = { version: 10, sha256: 'b3bdc3997b2360e350aeb900a2441887e634d2f8b1ff5575c8e12337dfc02582' };

async function describeContract(): Promise<string> {
  const lines: string[] = [];
  for (const path of listFiles(['shared/api', 'shared/protocol', 'shared/session'], /\.ts$/)) {
    const module: Record<string, unknown> = await import(join(projectRoot, path));
    for (const name of Object.keys(module).sort()) lines.push(`${path} ${name} ${describeValue(module[name])}`);
  }
  return lines.join('\n');
}

function describeValue(value: unknown): string {
  if (value instanceof z.ZodType) {
    const side = (io: 'input' | 'output') => JSON.stringify(z.toJSONSchema(value, { io, unrepresentable: 'any' }));
    return `${side('input')} ${side('output')}`;
  }
  return typeof value === 'function' ? 'function' : JSON.stringify(value);
}

test('[REPO11] a change of the wire or of the HTTP interface does not pass unnoticed', async () => {
  const sha256 = createHash('sha256')
    .update(await describeContract())
    .digest('hex');
  expect({ version: PROTOCOL_VERSION, sha256 }).toEqual(contract);
});
