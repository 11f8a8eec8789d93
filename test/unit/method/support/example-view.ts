import type { TLRecord } from '@tldraw/tlschema';
import type { Language } from '../../../../shared/api/text.ts';
import type { ViewName } from '../../../../shared/board/card-shapes.ts';
import { type BoardView, viewBoard } from '../../../../shared/method/board-view.ts';
import type { Fields } from '../../../../shared/method/cards/fields.ts';
import { actorMapDemo } from '../../../../shared/method/demo/actor-map.ts';
import type { Demo } from '../../../../shared/method/demo/demo.ts';
import { rootCauseTreeDemo } from '../../../../shared/method/demo/root-cause-tree.ts';
import { demoRecords } from '../../../../shared/method/demo-records.ts';
import { furnitureRecords } from '../../../../shared/method/records.ts';
import { loadTemplate } from '../../../../shared/method/templates.ts';
import type { CardMark, Picture, TextMark } from '../../../../shared/method/views/picture.ts';
import { drawView } from '../../../../shared/method/views/views.ts';
import { facts } from './boards.ts';
import { frameOf, zoneOf } from './layout-scene.ts';

export type ExampleBoard = 'root-cause-tree' | 'actor-map';
const demos: Readonly<Record<ExampleBoard, Demo>> = {
  'root-cause-tree': rootCauseTreeDemo,
  'actor-map': actorMapDemo,
};

export type FieldChange = (id: string, fields: Fields) => Fields;

/** The example as a board with all its furniture; what a test wants different in its fields or cards. */
export function exampleView(
  board: ExampleBoard,
  change: FieldChange = (_, fields) => fields,
  only = demos[board],
): BoardView {
  const template = loadTemplate(board);
  const cards = only.cards.map((card) => ({ ...card, fields: change(card.id, card.fields ?? {}) }));
  const said = { ...facts, language: 'en' } as const;
  const records = [...furnitureRecords(template, said), ...demoRecords(template, { ...only, cards }, said)];
  return viewBoard(new Map(records.map((record) => [record.id, record as unknown as TLRecord])), template);
}

export function pictureIn(
  board: ExampleBoard,
  [frameId, zoneId]: readonly [string, string],
  name: ViewName,
  view: BoardView = exampleView(board),
  language: Language = 'en',
): Picture {
  const frame = frameOf(board, frameId);
  const zone = zoneOf(frame, zoneId);
  return drawView(name, { view, frame, zone, page: 0, box: zone.box, language });
}

export const textsIn = (picture: Picture): readonly TextMark[] => picture.filter((mark) => mark.type === 'text');
export const wordsIn = (picture: Picture): readonly string[] => textsIn(picture).map(({ text }) => text);
export const cardsIn = (picture: Picture): readonly CardMark[] => picture.filter((mark) => mark.type === 'card');
export const idOf = (board: ExampleBoard, id: string): string => `shape:${board}/example/${id}`;

/** The same board told in another order. */
export const turnedRound = (view: BoardView): BoardView => ({
  cards: new Map([...view.cards].reverse()),
  mirrors: [...view.mirrors].reverse(),
  frames: [...view.frames].reverse(),
  relations: [...view.relations].reverse(),
});
