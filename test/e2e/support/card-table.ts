import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { choicesOf } from '../../../client/cards/choices.ts';
import type { Language } from '../../../shared/api/text.ts';
import { type FieldValue, fieldTypes, isFieldName } from '../../../shared/method/cards/fields.ts';
import type { CardKind } from '../../../shared/method/cards/kinds.ts';
import { flagWords } from '../../../shared/method/words/values.ts';
import { backToBoard, goToCell, openTable } from './cards.ts';
import type { Wanted } from './example.ts';

/** A block of cells as a spreadsheet copies it, over the cell that has the focus. */
async function pasteCells(page: Page, rows: readonly (readonly string[])[]): Promise<void> {
  await page.evaluate((text) => navigator.clipboard.writeText(text), tabbed(rows));
  await page.keyboard.press('Control+v');
}

const tabbed = (rows: readonly (readonly string[])[]): string => rows.map((cells) => cells.join('\t')).join('\n');

/** What a page knows of the cards of a kind: its table, as it gives it away. */
export async function tableOf(page: Page, kind: CardKind, language: Language = 'en'): Promise<readonly string[][]> {
  await openTable(page, kind, language);
  const button = page.getByRole('button', { name: 'CSV' });
  if (await button.isDisabled()) return [];
  const download = page.waitForEvent('download');
  await button.click();
  return readCsv(await readFile(await (await download).path(), 'utf8'));
}

function readCsv(csv: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, separator, quoted, plain] of csv
    .replace(/^\ufeff/, '')
    .matchAll(/(^|,|\r\n)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g)) {
    if (separator === '\r\n') rows.push([]);
    rows.at(-1)?.push((quoted ?? plain ?? '').replaceAll('""', '"').replace(/^'(?=[=+\-@])/, ''));
  }
  return rows.filter((row) => row.some((cell) => cell !== ''));
}

/**
 * Fills the fields of the example's cards with pasted blocks, with keys alone. Votes are counted, not written.
 * One person after the other: all pages of a browser have one clipboard.
 */
export async function pasteFields(
  page: Page,
  kinds: readonly CardKind[],
  cards: readonly Wanted[],
  language: Language = 'en',
): Promise<void> {
  for (const kind of kinds) await pasteFieldsOf(page, kind, cards, language);
  await backToBoard(page);
}

async function pasteFieldsOf(page: Page, kind: CardKind, cards: readonly Wanted[], language: Language): Promise<void> {
  const [head = [], ...rows] = await tableOf(page, kind, language);
  const wanted = rows.map(([title]) => cards.find((card) => card.kind === kind && card.title === title));
  const last = head.indexOf('sensitivity');
  const starts = head.includes('depth')
    ? [
        [1, 1],
        [3, last],
      ]
    : [[1, last]];
  for (const [from = 0, to = 0] of starts) {
    await goToCell(page, rows[0]?.[0] ?? '', head[from] ?? '');
    await pasteCells(
      page,
      wanted.map((card, row) =>
        head
          .slice(from, to + 1)
          .map((column, at) =>
            card === undefined ? (rows[row]?.[from + at] ?? '') : spelled(column, card.fields[column], language),
          ),
      ),
    );
    await expect(page.getByText(/pasted cells? do(es)? not fit/)).toHaveCount(0);
  }
}

/** A value as people write it into a cell. */
function spelled(column: string, value: FieldValue | undefined, language: Language): string {
  if (value === undefined) return '';
  if (isFieldName(column) && fieldTypes[column].type === 'choice')
    return choicesOf(column).find((choice) => choice.value === value)?.text[language] ?? '';
  return typeof value === 'boolean' ? flagWords[value ? 'yes' : 'no'][language] : String(value);
}
