import { describe, expect, it } from 'vitest';
import { loadBoardCatalogue, translator } from '../../../client/i18n/catalogue.ts';
import { languages } from '../../../client/i18n/language.ts';
import { formatDay, formatPoint, formatTime, groupByDay } from '../../../client/pages/board/history/moments.ts';
import { sinceMsOf } from '../../../client/pages/board/history/since.ts';
import {
  describeChanges,
  reasonOfVersion,
  titleOfVersion,
  typeOfDeleted,
} from '../../../client/pages/board/history/words.ts';
import { type Contributor, type Version, VersionKind } from '../../../shared/api/history.ts';
import { ParticipantId, VersionId } from '../../../shared/protocol/ids.ts';

const at = (...parts: [number, number, number, number?, number?]) => new Date(...parts).getTime();
const now = at(2026, 10, 25, 15, 0);
const text = async (language: (typeof languages)[number]) => translator(await loadBoardCatalogue(language), language);

const anna = { id: ParticipantId.parse('a'.repeat(21)), name: 'Anna' };
const version = (facts: Partial<Version>): Version => ({
  id: VersionId.parse('v'.repeat(21)),
  kind: 'automatic',
  name: null,
  createdAtMs: now,
  by: null,
  recordCount: 3,
  ...facts,
});

describe('days', () => {
  it('[PAGE21] items come by calendar day, in the order they have', () => {
    const moments = [at(2026, 10, 25, 14, 0), at(2026, 10, 25, 0, 0), at(2026, 10, 24, 23, 59), at(2026, 9, 24, 9, 0)];
    expect(groupByDay(moments, (atMs) => atMs).map(({ items }) => items)).toEqual([
      moments.slice(0, 2),
      [moments[2]],
      [moments[3]],
    ]);
    expect(groupByDay([], () => 0)).toEqual([]);
  });

  it('[PAGE21] a day is named in the words of the language, and a moment keeps its time however old it is', () => {
    expect(formatDay(at(2026, 10, 25, 0, 5), now, 'en')).toBe('today');
    expect(formatDay(at(2026, 10, 24, 23, 59), now, 'de')).toBe('gestern');
    expect(formatDay(at(2026, 10, 23), now, 'en')).toBe('Monday 23 November');
    expect(formatDay(at(2026, 10, 23), now, 'fr')).toBe('lundi 23 novembre');
    expect(formatDay(at(2025, 10, 3), now, 'en')).toBe('3 November 2025');
    expect(formatTime(at(2025, 10, 3, 9, 5), 'nl')).toBe('09:05');
    expect(formatPoint(at(2025, 10, 3, 9, 5), now, 'en')).toBe('3 November 2025, 09:05');
    expect(formatPoint(at(2026, 10, 25, 14, 32), now, 'nl')).toBe('vandaag, 14:32');
  });
});

describe('versions in words', () => {
  it('[PAGE22] a named version bears its name, the others say on what occasion they were kept', async () => {
    const t = await text('en');
    expect(titleOfVersion(version({ kind: 'named', name: 'Before the break', by: anna }), t)).toBe('Before the break');
    const others = VersionKind.options.filter((kind) => kind !== 'named');
    const titles = others.map((kind) => titleOfVersion(version({ kind }), t));
    expect(new Set(titles).size).toBe(others.length);
  });

  it('[PAGE22] who is behind a version is named; without anybody the sentence still stands', async () => {
    for (const language of languages) {
      const t = await text(language);
      for (const kind of ['before-loss', 'before-restore', 'named'] as const) {
        expect(reasonOfVersion(version({ kind, by: anna }), t)).toContain('Anna');
        expect(reasonOfVersion(version({ kind }), t)).not.toMatch(/[{}]|Anna|null|undefined|^history\./);
      }
    }
  });
});

describe('changes in words', () => {
  it('[PAGE23] what was changed is counted, what was not is not mentioned', async () => {
    const t = await text('en');
    expect(describeChanges({ added: 1, updated: 0, removed: 2 }, 'done', t, 'en')).toBe(
      '1 thing came back, 2 disappeared',
    );
    expect(describeChanges({ added: 0, updated: 2, removed: 0 }, 'would', t, 'en')).toBe('2 would change back');
    expect(describeChanges({ added: 0, updated: 0, removed: 0 }, 'would', t, 'en')).toBeNull();
  });

  it('[PAGE23] a deleted thing of a kind that has no name of its own is a thing', async () => {
    const t = await text('en');
    const deleted = { recordId: 'shape:1', text: '', deletedAtMs: now, by: anna };
    expect(typeOfDeleted({ ...deleted, type: 'note' }, t)).toBe('Note');
    expect(typeOfDeleted({ ...deleted, type: 'constructor' }, t)).toBe('Thing');
  });
});

it('[PAGE24] the time to undo from is minutes back, the first change, or a version', () => {
  const person: Contributor = { ...anna, organisation: 'Korf', firstAtMs: 7, lastAtMs: 9, recordCount: 2 };
  const known = { person, versions: [version({ createdAtMs: 42 })], nowMs: 10_000_000 };
  expect(sinceMsOf('15', known)).toBe(10_000_000 - 900_000);
  expect(sinceMsOf('first', known)).toBe(7);
  expect(sinceMsOf(version({}).id, known)).toBe(42);
  expect(sinceMsOf(VersionId.parse('w'.repeat(21)), known)).toBe(7);
});
