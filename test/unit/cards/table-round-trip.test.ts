import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planRows, readHeadings } from '../../../client/cards/table/paste-rows.ts';
import type { Row } from '../../../client/cards/table/rows.ts';
import { readSheetFile } from '../../../client/cards/table/spreadsheet.ts';
import { TemplateId } from '../../../shared/api/templates.ts';
import { type CsvInput, exportCsv, exportCsvTables } from '../../../shared/board/export/export-csv.ts';
import { plainText, type RichText, textMax } from '../../../shared/board/rich-text.ts';
import { type FieldName, type FieldValue, fieldSchema, fieldTypes } from '../../../shared/method/cards/fields.ts';
import { type CardKind, cardKinds, fieldsOf } from '../../../shared/method/cards/kinds.ts';
import { card } from '../board/support/cards.ts';
import { boardOf } from '../board/support/records.ts';
import { row } from './support/rows.ts';

/** Ids of organisations with their names, as a workshop has them. */
const organisations = new Map([
  ['o'.repeat(21), 'De Schakel'],
  ['p'.repeat(21), 'Bakers, millers & sons'],
]);
const organisationNamed = (id: string) => organisations.get(id);
const organisationId = (name: string) => [...organisations].find(([, known]) => known === name)?.[0];

/** Halves of letters, which a document does not keep, and the sign that no text file holds are left out. */
const whole = (text: string): string => text.replace(/[\ud800-\udfff]|\0/gu, '');
const signs = fc.string({ unit: 'binary', maxLength: 60 });
const awkward = fc.constantFrom(
  ...[
    '=1+1',
    "'=1+1",
    "''@x",
    '-',
    '"',
    '""',
    'a "b", c; d',
    'a\tb',
    'a\n\nb',
    'a\r\nb',
    '\tx',
    "'\tx",
    ' x ',
    '１－',
    '\ufeffx',
  ],
);
const written = fc.oneof(signs, awkward).map(whole);
/** Up to the longest that a board keeps. */
const title = fc.oneof(
  written,
  fc
    .tuple(written, fc.integer({ min: 1, max: textMax }))
    .map(([text, length]) => text.padEnd(length, 'lang ').slice(0, length))
    .map(whole),
  fc.constant('x'.repeat(textMax)),
);

function anyValueOf(name: FieldName): fc.Arbitrary<FieldValue> {
  const field = fieldTypes[name];
  const text = (max: number) => written.map((given) => given.slice(0, max));
  switch (field.type) {
    case 'line':
    case 'text':
      return text(field.max).map(whole);
    case 'choice':
      return fc.constantFrom(...field.values);
    case 'score':
      return fc
        .integer({ min: 0, max: Math.round((field.max - field.min) / field.step) })
        .map((steps) => Math.round((field.min + steps * field.step) * 10) / 10);
    case 'count':
      return fc.nat(40);
    case 'date':
      return fc
        .date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
        .map((day) => day.toISOString().slice(0, 10));
    case 'flag':
      return fc.boolean();
    case 'organisation':
      return fc.oneof(fc.constantFrom(...organisations.keys()), fc.constantFrom('Nobody’s, & friends'));
    case 'organisations':
      return fc.uniqueArray(fc.constantFrom('o'.repeat(21), 'Merel Radio'), { minLength: 1, maxLength: 2 });
    case 'tags':
      return fc.uniqueArray(fc.stringMatching(/^[a-zé= ]{1,8}$/), { maxLength: 3 });
  }
}

const fieldsFor = (kind: CardKind) =>
  fc
    .record(Object.fromEntries(fieldsOf(kind).map((name) => [name, anyValueOf(name)])), { requiredKeys: [] })
    .map((fields) =>
      Object.fromEntries(
        Object.entries(fields).filter(([name, value]) => fieldSchema(name as FieldName).safeParse(value).success),
      ),
    );
const cardOf = fc
  .constantFrom(...cardKinds)
  .chain((kind) => fc.record({ kind: fc.constant(kind), title, fields: fieldsFor(kind), author: fc.boolean() }));

test('[CSVI5] cards brought in again from their own export change nothing, whatever they say and however long', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(cardOf, { minLength: 1, maxLength: 5 }),
      fc.constantFrom(...TemplateId.options),
      async (cards, template) => {
        const [own] = organisations.keys();
        const records = boardOf(
          ...cards.map((one, at) =>
            card(`${at}`, one.title, one.fields as never, {
              ...{ kind: one.kind, x: at * 300 },
              ...(one.author && { meta: { author: 'anna' } }),
            }),
          ),
        );
        const rows = cards.map((one, at): Row => {
          const shape = records.get(`shape:${at}` as never) as unknown as { props: { richText: RichText } };
          const said = one.fields.org;
          return row(`shape:${at}`, {
            ...{ kind: one.kind, title: plainText(shape.props.richText), fields: one.fields as Row['fields'] },
            org: typeof said === 'string' ? said : one.author ? (own ?? null) : null,
          });
        });
        const asked = {
          ...{ board: { title: 'Board', template }, records, audience: 'core', organisationNamed },
          organisationOf: (id: string) => (id === 'anna' ? 'De Schakel' : undefined),
        } satisfies Omit<CsvInput, 'part'>;
        const files = [exportCsv({ ...asked, part: 'cards' }), ...exportCsvTables(asked).map(({ csv }) => csv)];
        for (const file of files) {
          const reading = await readSheetFile(new Blob([file]));
          if (!reading.ok) throw new Error(reading.fault);
          for (const kind of new Set(cards.map((one) => one.kind))) {
            const known = new Map(rows.filter((one) => one.kind === kind).map((one) => [one.id, one]));
            const plan = planRows(reading.sheet, readHeadings(reading.sheet, kind), { kind, organisationId, known });
            expect(plan).toMatchObject({ rows: [], changes: [] });
            expect(plan.refused.filter(({ reason }) => !(typeof reason === 'object' && 'otherKind' in reason))).toEqual(
              [],
            );
          }
        }
      },
    ),
    { numRuns: 50 },
  );
});
