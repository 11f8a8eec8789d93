import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import type { TemplateId } from '../../shared/api/templates.ts';
import type { FieldName } from '../../shared/method/cards/fields.ts';
import type { CardKind } from '../../shared/method/cards/kinds.ts';
import type { CardPerson } from './pages-canvas/cards.ts';
import { openLab } from './support/lab-page.ts';

const page = openLab();

/** Boards with a field whose every value has a place, and what one writes there. */
interface Case {
  readonly template: TemplateId;
  readonly kind: CardKind;
  readonly field: FieldName;
  readonly words: readonly string[];
  /** `frame/zone` of each value. */
  readonly places: readonly string[];
}

const cases: readonly Case[] = [
  {
    ...{ template: 'lessons-learnt', kind: 'observation', field: 'lens_4l' },
    words: ['Liked', 'Geleerd', 'manqué', 'Gewünscht'],
    places: ['lens-4l/liked', 'lens-4l/learned', 'lens-4l/lacked', 'lens-4l/longed'],
  },
  {
    ...{ template: 'visioning', kind: 'vision', field: 'viewpoint' },
    words: ['People affected', 'Wie het werk doet', 'orgs', 'town'],
    places: ['here-there/people', 'here-there/workers', 'here-there/orgs', 'here-there/town'],
  },
];

type Deed =
  | { readonly do: 'field' | 'place' | 'title'; readonly who: 0 | 1; readonly row: number; readonly value: number }
  | { readonly do: 'create' | 'paste' | 'undo' | 'redo' | 'settle'; readonly who: 0 | 1 };

const who = fc.constantFrom(0 as const, 1 as const);
const deed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constantFrom('field', 'place', 'title'), who, row: fc.nat(9), value: fc.nat(3) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('create', 'paste', 'undo', 'redo', 'settle'), who }) },
) as fc.Arbitrary<Deed>;

/** Plays the deeds at two tables of one board. @returns what does not agree then */
const play = (given: Case, deeds: readonly Deed[]): Promise<readonly string[]> =>
  page().evaluate(
    async ([{ template, kind, field, words, places }, all]) => {
      const room = new lab.Room(2);
      const people = (await lab.openCards(room, template)) as readonly CardPerson[];
      const tables = people.map((person) => lab.openTable(person, template));
      let made = 0;
      const put = (at: number) => {
        const [frameId = '', zoneId = ''] = (places[at % places.length] ?? '').split('/');
        people[0]?.actions.create({ title: `card ${made++}`, at: { zone: { frameId, zoneId } } });
      };
      for (let at = 0; at < 5; at++) put(at);
      await room.settle();
      const found: string[] = [];
      for (const deed of all) {
        const [person, table] = [people[deed.who], tables[deed.who]];
        if (person === undefined || table === undefined) continue;
        switch (deed.do) {
          case 'field':
            table.write(kind, deed.row, field, words[deed.value] ?? '');
            break;
          case 'place':
            table.write(kind, deed.row, 'zone', places[deed.value] ?? '');
            break;
          case 'title':
            table.write(kind, deed.row, 'title', `words ${deed.value}`);
            break;
          case 'create':
            put(made);
            break;
          case 'paste':
            table.actions.change(table.rows(kind).map(({ id }, at) => ({ id, fields: { note: `pasted ${at}` } })));
            break;
          case 'undo':
            person.editor.undo();
            break;
          case 'redo':
            person.editor.redo();
            break;
          case 'settle':
            await room.settle();
        }
        found.push(...table.contradictions(kind).map((what) => `after ${deed.do}: ${what}`));
        if (found.length > 0) return found;
      }
      await room.settle();
      if (!room.isSame()) found.push('the canvases differ');
      const [first, second] = tables.map((table) => JSON.stringify(table.texts(kind)));
      if (first !== second) found.push('the tables differ');
      return found;
    },
    [given, deeds] as const,
  );

for (const given of cases)
  test(`[TAB20] ${given.template}: whatever two people do in their tables, cells, cards and places say the same`, async () => {
    test.setTimeout(300_000);
    const sequences = fc.array(deed, { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(sequences, async (deeds) => expect(await play(given, deeds)).toEqual([])),
      { seed: 20_261_128, numRuns: 20, endOnFailure: false },
    );
  });

test('[TAB21] what is pasted is one step of undo, and a new row leaves alone what is selected', async () => {
  const seen = await page().evaluate(async () => {
    const room = new lab.Room(1);
    const [person] = (await lab.openCards(room, 'root-cause-tree')) as [CardPerson];
    const table = lab.openTable(person, 'root-cause-tree');
    table.actions.create('problem', [{ title: 'one', fields: {} }]);
    const [one] = table.rows('problem');
    person.editor.select(one?.id as never);
    table.actions.create(
      'problem',
      ['two', 'three', 'four'].map((title) => ({ title, fields: { size: '310 t', status: 'parked' } })),
    );
    const pasted = table.rows('problem').map(({ title, fields }) => `${title} ${fields.size ?? ''}`);
    const selected =
      person.editor.getSelectedShapeIds().length === 1 && person.editor.getSelectedShapeIds()[0] === one?.id;
    person.editor.undo();
    const undone = table.rows('problem').map(({ title }) => title);
    person.editor.redo();
    return { pasted, selected, undone, redone: table.rows('problem').length };
  });
  expect(seen).toEqual({
    pasted: ['one ', 'two 310 t', 'three 310 t', 'four 310 t'],
    selected: true,
    undone: ['one'],
    redone: 4,
  });
});

test('[TAB22] a number written in the table moves its card on the matrix', async () => {
  const seen = await page().evaluate(async () => {
    const room = new lab.Room(2);
    const people = (await lab.openCards(room, 'root-cause-tree')) as readonly [CardPerson, CardPerson];
    const [a, b] = people;
    const table = lab.openTable(a, 'root-cause-tree');
    const id = a.actions.create({ title: 'one van', at: { zone: { frameId: 'choose', zoneId: 'matrix' } } });
    await room.settle();
    const at = () => b.view().cards.get(id)?.centre ?? { x: 0, y: 0 };
    table.write('cause', 0, 'reach', '1');
    table.write('cause', 0, 'weight', '1');
    await room.settle();
    const low = at();
    table.write('cause', 0, 'reach', '4,5');
    await room.settle();
    const right = at();
    table.write('cause', 0, 'weight', '5');
    await room.settle();
    const up = at();
    return { right: right.x > low.x && Math.abs(right.y - low.y) < 40, up: up.y < right.y, same: room.isSame() };
  });
  expect(seen).toEqual({ right: true, up: true, same: true });
});
