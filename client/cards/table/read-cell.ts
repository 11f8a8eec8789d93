import { foldText } from '../../../shared/fold-text.ts';
import { type FieldName, type FieldValue, fieldSchema, fieldTypes } from '../../../shared/method/cards/fields.ts';
import { flagWords } from '../../../shared/method/words/values.ts';
import { choicesOf } from '../choices.ts';

/** Why a text is no value of a field. */
export type CellFault =
  | 'too-long'
  | 'not-a-choice'
  | 'not-a-number'
  | 'out-of-range'
  | 'not-a-date'
  | 'not-yes-or-no'
  | 'counted';

export type CellReading =
  /** Null where the cell says nothing. */
  { readonly ok: true; readonly value: FieldValue | null } | { readonly ok: false; readonly fault: CellFault };

/** Without case, accents and signs, so that "Proces en logistiek" and "proces & logistiek" need only agree in their words. */
export const folded = (text: string): string =>
  foldText(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const fault = (reason: CellFault): CellReading => ({ ok: false, fault: reason });

/**
 * What somebody wrote into a cell, by hand or in a spreadsheet, as a value of the field: choices by name in any language,
 * numbers with comma or point, days as 2026-10-15, 15/10/2026, 15.10.2026 or 15-10-26.
 * @param organisationId of a name that somebody joined with; any other name stands for itself.
 */
export function readCell(
  name: FieldName,
  text: string,
  organisationId: (name: string) => string | undefined,
): CellReading {
  const trimmed = text.trim();
  if (trimmed === '') return { ok: true, value: null };
  const field = fieldTypes[name];
  switch (field.type) {
    case 'line':
      return checked(name, trimmed.replace(/\s+/gu, ' '), 'too-long');
    case 'text':
      return checked(name, trimmed, 'too-long');
    case 'choice': {
      const wanted = folded(trimmed);
      const choices = choicesOf(name);
      // Its own name first: it may be what another is called in some language.
      const choice =
        choices.find(({ value }) => value === trimmed) ??
        choices.find(
          ({ value, text: words }) =>
            folded(value) === wanted || Object.values(words).some((word) => folded(word) === wanted),
        );
      return choice === undefined ? fault('not-a-choice') : { ok: true, value: choice.value };
    }
    case 'score': {
      const number = readNumber(trimmed);
      return number === null ? fault('not-a-number') : checked(name, number, 'out-of-range');
    }
    case 'count':
      return fault('counted');
    case 'date': {
      const day = readDay(trimmed);
      return day === null ? fault('not-a-date') : checked(name, day, 'not-a-date');
    }
    case 'flag': {
      const flag = readFlag(trimmed);
      return flag === null ? fault('not-yes-or-no') : { ok: true, value: flag };
    }
    case 'organisation':
      return checked(name, organisationId(trimmed) ?? trimmed, 'too-long');
    case 'organisations': {
      // The name of one may hold a comma.
      const one = organisationId(trimmed);
      const all = one === undefined ? listOf(trimmed).map((each) => organisationId(each) ?? each) : [one];
      return checked(name, all, 'too-long');
    }
    case 'tags':
      return checked(name, [...new Set(listOf(trimmed))], 'too-long');
  }
}

function checked(name: FieldName, value: FieldValue, reason: CellFault): CellReading {
  return fieldSchema(name).safeParse(value).success ? { ok: true, value } : fault(reason);
}

/** Parts between semicolons, commas or lines. */
const listOf = (text: string): readonly string[] =>
  text
    .split(/[;,\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');

function readNumber(text: string): number | null {
  return /^[+\-−]?\d+([.,]\d+)?$/u.test(text) ? Number(text.replace('−', '-').replace(',', '.')) : null;
}

/** @returns null for a day that no calendar has. */
function readDay(text: string): string | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})/.exec(text);
  const european = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})$/.exec(text);
  const [year, month, day] =
    iso !== null ? [iso[1], iso[2], iso[3]] : european !== null ? [european[3], european[2], european[1]] : [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const full = `${year.length === 2 ? '20' : ''}${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${full}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(full) ? full : null;
}

const flagTexts: Readonly<Record<'yes' | 'no', readonly string[]>> = {
  yes: ['yes', 'y', 'true', '1', 'x', 'waar', 'vrai', 'wahr', ...Object.values(flagWords.yes).map(folded)],
  no: ['no', 'n', 'false', '0', 'onwaar', 'faux', 'falsch', ...Object.values(flagWords.no).map(folded)],
};

function readFlag(text: string): boolean | null {
  if (text === '✓' || text === '✔') return true;
  const wanted = folded(text);
  if (flagTexts.yes.includes(wanted)) return true;
  return flagTexts.no.includes(wanted) ? false : null;
}
