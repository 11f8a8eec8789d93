import type { TLRecord } from '@tldraw/tlschema';
import { expect, it } from 'vitest';
import { viewBoard } from '../../../shared/method/board-view.ts';
import { actorMapDemo } from '../../../shared/method/demo/actor-map.ts';
import type { Demo } from '../../../shared/method/demo/demo.ts';
import { lessonsLearntDemo } from '../../../shared/method/demo/lessons-learnt.ts';
import { rootCauseTreeDemo } from '../../../shared/method/demo/root-cause-tree.ts';
import { visioningDemo } from '../../../shared/method/demo/visioning.ts';
import { demoRecords } from '../../../shared/method/demo-records.ts';
import { findHelp } from '../../../shared/method/help/find-help.ts';
import type { Finding } from '../../../shared/method/help/finding.ts';
import { furnitureRecords } from '../../../shared/method/records.ts';
import { loadTemplate } from '../../../shared/method/templates.ts';
import { facts, languages, recordsOfBoard } from './support/boards.ts';
import { type HelpedBoard, helps, inputOf, short } from './support/help.ts';

const demos: Readonly<Record<HelpedBoard, Demo>> = {
  'root-cause-tree': rootCauseTreeDemo,
  'actor-map': actorMapDemo,
  visioning: visioningDemo,
  'lessons-learnt': lessonsLearntDemo,
};

type Language = (typeof languages)[number];

/** What help finds on the example of a board, as it would on a board of one's own. */
function helpOnDemo(board: HelpedBoard, language: Language, demo = demos[board]): readonly Finding[] {
  const template = loadTemplate(board);
  const said = { ...facts, language };
  const records = [...furnitureRecords(template, said), ...demoRecords(template, demo, said)] as unknown as TLRecord[];
  const view = viewBoard(new Map(records.map((record) => [record.id as string, record])), template);
  return findHelp(inputOf(board, view, { language }), helps[board]);
}

const found = (board: HelpedBoard, language: Language, demo?: Demo): string[] =>
  helpOnDemo(board, language, demo).map((finding) => short(finding).replace(/\S*\/example\//, ''));

const everyLanguage = languages.map((language) => [language] as const);

it.each(everyLanguage)(
  '[HLP7] on the tree of the example in %s only the branch that was not asked about further',
  (language) => {
    expect(found('root-cause-tree', language)).toEqual(['RCT-1 C4']);
  },
);

it.each(everyLanguage)(
  '[HLP7] as the example’s fourth cause was first written in %s, it names a missing answer',
  (language) => {
    const title = {
      en: 'Lack of an app for surplus',
      nl: 'Gebrek aan een app voor overschotten',
      fr: 'Manque d’une application pour les surplus',
      de: 'Es fehlt eine App für Überschüsse',
    };
    const demo = {
      ...rootCauseTreeDemo,
      cards: rootCauseTreeDemo.cards.map((card) => (card.id === 'C4' ? { ...card, title } : card)),
    };
    expect(found('root-cause-tree', language, demo)).toEqual(['RCT-2 C4', 'RCT-1 C4']);
  },
);

it.each(everyLanguage)('[HLP7] on the map of the example in %s the two empty types and the hub', (language) => {
  expect(found('actor-map', language)).toEqual(['ACT-2', 'ACT-5 DS']);
  const [missing] = helpOnDemo('actor-map', language);
  expect(missing?.params.types).toEqual([
    expect.objectContaining({ en: expect.stringMatching(/^Citizens/) }),
    expect.objectContaining({ en: expect.stringMatching(/^Other/) }),
  ]);
});

it.each(everyLanguage)(
  '[HLP7] on the vision of the example in %s nothing, until a milestone is written as an impact',
  (language) => {
    expect(found('visioning', language)).toEqual([]);
    const test = visioningDemo.cards.flatMap((card) =>
      card.id === 'KI1' && card.fields !== undefined
        ? [{ ...card, fields: { ...card.fields, by_when: '2027-06-30' } }]
        : [card],
    );
    expect(found('visioning', language, { ...visioningDemo, cards: test })).toEqual(['VIS-1 KI1']);
  },
);

it.each(everyLanguage)('[HLP7] on the lessons of the example in %s only who was not thanked', (language) => {
  expect(found('lessons-learnt', language)).toEqual(['LES-11']);
});

it.each(languages.flatMap((language) => Object.keys(helps).map((board) => [board as HelpedBoard, language] as const)))(
  '[HLP7] on a new board of %s in %s nothing',
  (board, language) => {
    const template = loadTemplate(board);
    const records = recordsOfBoard(board, language) as unknown as TLRecord[];
    const view = viewBoard(new Map(records.map((record) => [record.id as string, record])), template);
    expect(findHelp(inputOf(board, view, { language }), helps[board]).map(short)).toEqual([]);
  },
);
