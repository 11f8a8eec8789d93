import type { Row } from '../../../../client/cards/table/rows.ts';

export const row = (id: string, given: Partial<Row> = {}): Row => ({
  ...{ id, kind: 'cause', title: id, fields: {}, org: null, depth: null },
  ...{ frame: '', zone: '', place: '', locked: false, isPrivate: false, createdAtMs: 0, order: id },
  ...given,
});
