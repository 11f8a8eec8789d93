import { type FieldName, fieldTypes } from '../../../shared/method/cards/fields.ts';
import { type CardKind, kindFields } from '../../../shared/method/cards/kinds.ts';

/** What a column shows: the title, a field, or something that follows from where the card is. */
export type ColumnId = 'title' | 'depth' | 'frame' | 'zone' | FieldName;

/** Of every card, after the kind's own fields. */
const after: readonly FieldName[] = [
  'voice',
  'status',
  'note',
  'tags',
  'cluster',
  'sensitivity',
  'votes_people',
  'votes_orgs',
];

export const columnsOf = (kind: CardKind): readonly ColumnId[] => [
  'title',
  'org',
  ...(kind === 'cause' ? (['depth'] as const) : []),
  ...kindFields[kind],
  ...after,
  'frame',
  'zone',
];

export const isField = (column: ColumnId): column is FieldName =>
  column !== 'title' && column !== 'depth' && column !== 'frame' && column !== 'zone';

/** Whether people write it: what is counted, or follows from something else, is read only. */
export const isWritten = (column: ColumnId): boolean =>
  column === 'title' || column === 'zone' || (isField(column) && fieldTypes[column].type !== 'count');

export const isNumber = (column: ColumnId): boolean =>
  column === 'depth' || (isField(column) && ['score', 'count'].includes(fieldTypes[column].type));

/** In px. The title takes what is left over. */
export function widthOf(column: ColumnId): number {
  if (column === 'title') return 340;
  if (column === 'depth') return 92;
  if (!isField(column)) return 190;
  switch (fieldTypes[column].type) {
    case 'score':
    case 'count':
      return 120;
    case 'flag':
      return 110;
    case 'date':
      return 140;
    case 'choice':
    case 'tags':
      return 180;
    case 'line':
    case 'organisation':
    case 'organisations':
      return 200;
    case 'text':
      return 240;
  }
}
