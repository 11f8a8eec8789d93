import { describe, expect, it } from 'vitest';
import { createLog } from '../../../server/observe/log.ts';

describe('log', () => {
  const lines: string[] = [];
  const log = createLog('trace', { write: (line) => lines.push(line) });

  it('[HTTP19] an event is a line with a name and fields', () => {
    log.info({ workshopId: 'w1' }, 'workshop.created');
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ level: 30, workshopId: 'w1', msg: 'workshop.created' });
  });

  it('[HTTP19] secrets and people that a value brings along are blotted out', () => {
    const error = Object.assign(new Error('failed'), {
      code: 'E_FULL',
      request: { url: '/join?SECRET', headers: 'SECRET' },
      parameters: ['SECRET'],
    });
    log.error(
      {
        token: 'SECRET',
        request: { headers: { cookie: 'SECRET' }, body: 'SECRET', url: 'SECRET' },
        participant: { name: 'SECRET', id: 'p1' },
        board: { deep: { title: 'SECRET' } },
        err: error,
      },
      'request.failed',
    );
    expect(lines.at(-1)).not.toContain('SECRET');
    expect(lines.at(-1)).toContain('p1');
    expect(lines.at(-1)).toContain('request.failed');
    expect(lines.at(-1)).toContain('E_FULL');
  });
});
