import { plainRichText } from '../../../../shared/board/rich-text.ts';
import type { Fields } from '../../../../shared/method/cards/fields.ts';
import type { CardKind } from '../../../../shared/method/cards/kinds.ts';
import type { RelationKind } from '../../../../shared/method/cards/relations.ts';
import { shape, type TestRecord } from './records.ts';

/** Shapes with meaning, as a canvas would make them, with what a test wants different. */

const drawn = { w: 200, h: 100, face: 'card', textSize: 18, pinned: false };

interface CardChanges {
  readonly kind?: CardKind;
  readonly placeholder?: string;
  readonly [key: string]: unknown;
}

export const card = (
  id: string,
  title: string,
  fields: Fields = {},
  { kind = 'cause', placeholder = '', ...changes }: CardChanges = {},
): TestRecord =>
  shape(id, 'card', { ...changes, props: { ...drawn, kind, placeholder, fields, richText: plainRichText(title) } });

export const mirror = (id: string, of: string, changes: Readonly<Record<string, unknown>> = {}): TestRecord =>
  shape(id, 'mirror', { ...changes, props: { ...drawn, of: `shape:${of}` } });

export const relation = (
  id: string,
  from: string,
  to: string,
  { kind = 'causes', ...props }: { readonly kind?: RelationKind; readonly [prop: string]: unknown } = {},
  changes: Readonly<Record<string, unknown>> = {},
): TestRecord =>
  shape(id, 'relation', {
    ...changes,
    props: {
      ...{ from: `shape:${from}`, to: `shape:${to}`, kind, tie: 'collaboration', strength: 2, state: 'working' },
      ...{ direction: 'one-way', note: '', ...props },
    },
  });
