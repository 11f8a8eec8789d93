import { encode } from 'uqr';
import { describe, expect, it } from 'vitest';
import { readResumeHash, resumeLinkFor } from '../../../client/pages/join-link.ts';
import { dayOf, expiryAtMs } from '../../../client/pages/workshop/links/expiry.ts';
import { codeFault, suggestPasscode } from '../../../client/pages/workshop/links/passcode.ts';
import { modulePath, quietModules } from '../../../client/pages/workshop/links/qr-picture.ts';
import { resumeUrl } from '../../../shared/api/links.ts';

const nowMs = new Date(2026, 10, 28, 15, 30).getTime();
const at = (...day: readonly [number, number, number]) => new Date(...day, 23, 59, 59, 999).getTime();

describe('how long a link lets people in', () => {
  it.each([
    { choice: 'none', day: '', end: null },
    { choice: 'tonight', day: '', end: at(2026, 10, 28) },
    { choice: 'week', day: '', end: at(2026, 11, 5) },
    { choice: 'date', day: '2026-11-28', end: at(2026, 10, 28) },
    { choice: 'date', day: '2027-01-02', end: at(2027, 0, 2) },
    { choice: 'date', day: '2026-11-27', end: 'past' },
    { choice: 'date', day: '', end: 'past' },
    { choice: 'date', day: 'soon', end: 'past' },
  ] as const)('[PAG2] $choice $day ends with its day', ({ choice, day, end }) => {
    expect(expiryAtMs(choice, day, nowMs)).toBe(end);
  });

  it('[PAG2] a day comes back as the field has it', () => {
    expect(dayOf(nowMs)).toBe('2026-11-28');
    expect(expiryAtMs('date', dayOf(nowMs), nowMs)).toBe(at(2026, 10, 28));
  });
});

it('[PAG3] a suggested code is six digits, and another one each time', () => {
  const codes = Array.from({ length: 50 }, suggestPasscode);
  for (const code of codes) expect(code).toMatch(/^\d{6}$/);
  expect(new Set(codes).size).toBeGreaterThan(45);
});

it('[PAG4] the picture of a code has every dark module once and the quiet rim that readers need', () => {
  const { data } = encode('https://board.example.org/join#token', { ecc: 'M', border: quietModules });
  const painted = data.map((row) => row.map(() => 0));
  for (const [, x, y, length] of modulePath(data).matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) {
    for (let step = 0; step < Number(length); step += 1) {
      const row = painted[Number(y)] ?? [];
      row[Number(x) + step] = (row[Number(x) + step] ?? 0) + 1;
    }
  }
  expect(painted).toEqual(data.map((row) => row.map(Number)));
  for (const row of data.slice(0, quietModules)) expect(row.includes(true)).toBe(false);
  for (const row of data) expect(row.slice(0, quietModules).includes(true)).toBe(false);
});

describe('a link for one’s second device', () => {
  const token = 'A'.repeat(43);
  const hashOf = (url: string) => new URL(url).hash;

  it('[PAG5] tells its page who one is, whatever stands in the name', () => {
    for (const who of ['Anna (De Schakel)', 'Ö & Ü #1 (100 %)', '&as=']) {
      const link = resumeLinkFor(resumeUrl('https://board.example.org', token), who);
      expect(readResumeHash(hashOf(link))).toEqual({ token, who });
    }
  });

  it('[PAG5] opens without a name, and not at all without a whole token', () => {
    expect(readResumeHash(`#${token}`)).toEqual({ token, who: null });
    expect(readResumeHash(`#${token}&as=%E0%A4%A`)).toEqual({ token, who: null });
    expect(readResumeHash('#short&as=Anna')).toBeNull();
    expect(readResumeHash('')).toBeNull();
  });
});

it('[PAG19] a code is refused at its field as the server would refuse it', () => {
  const ofLength = (length: number) => codeFault('1'.repeat(length))?.code;
  expect(codeFault(null)).toBeUndefined();
  expect([codeFault('  ')?.code, codeFault(' 123 ')?.code]).toEqual(['empty', 'too-short']);
  expect([3, 4, 40, 41].map(ofLength)).toEqual(['too-short', undefined, undefined, 'too-long']);
  expect(codeFault('12\u202e34')?.code).toBe('disguised');
});
