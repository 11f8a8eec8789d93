import type { CardFace, MirrorShape, RelationShape } from '../board/card-shapes.ts';
import type { AnyRecord } from '../board/groups.ts';
import { indexKeyAt } from '../board/order.ts';
import { plainRichText } from '../board/rich-text.ts';
import type { Fields } from './cards/fields.ts';
import type { CardKind } from './cards/kinds.ts';
import type { Box } from './template.ts';

/** Cards, mirrors and relations as tldraw's records: on the page, above the frames, for everybody to take. */

export const pageId = 'page:page';
export const recordId = (id: string): AnyRecord['id'] => id as AnyRecord['id'];

interface Common {
  readonly id: string;
  /** In the order of the page. */
  readonly position: number;
  readonly meta?: Readonly<Record<string, unknown>>;
}

interface Drawn extends Common {
  /** In page coordinates. */
  readonly box: Box;
  readonly face: CardFace;
  readonly textSize: number;
}

const shape = (type: string, { id, position, meta = {} }: Common, at: { x: number; y: number }, props: object) => ({
  ...{ typeName: 'shape', id: recordId(id), type, parentId: pageId, index: indexKeyAt(position + 1) },
  ...{ x: at.x, y: at.y, rotation: 0, isLocked: false, opacity: 1, props, meta },
});

const look = ({ box: { w, h }, face, textSize }: Drawn) => ({ w, h, face, textSize, pinned: false });

export function cardRecord(
  card: Drawn & {
    readonly kind: CardKind;
    readonly title: string;
    readonly fields: Fields;
    readonly placeholder: string;
  },
): AnyRecord {
  const { kind, title, fields, placeholder } = card;
  return shape('card', card, card.box, { ...look(card), kind, fields, placeholder, richText: plainRichText(title) });
}

export const mirrorRecord = (mirror: Drawn & { readonly of: string }): AnyRecord =>
  shape('mirror', mirror, mirror.box, {
    ...look(mirror),
    of: mirror.of as MirrorShape['props']['of'],
  } satisfies MirrorShape['props']);

/** Words in a dashed box, for whoever writes over them. */
export function plainBoxRecord(
  starter: Common & { readonly box: Box; readonly textSize: number; readonly words: string },
): AnyRecord {
  const { box, textSize, words } = starter;
  return shape('geo', starter, box, {
    ...{ geo: 'rectangle', dash: 'dashed', fill: 'semi', color: 'grey', labelColor: 'black', url: '', growY: 0 },
    ...{ font: 'sans', size: 's', scale: textSize / 18, align: 'middle', verticalAlign: 'middle' },
    ...{ w: box.w, h: box.h, richText: plainRichText(words) },
  });
}

type Ends = { readonly from: string; readonly to: string };
type Said = Pick<RelationShape['props'], 'kind'> & Partial<Omit<RelationShape['props'], 'from' | 'to' | 'kind'>>;

export function relationRecord(common: Common, { from, to }: Ends, said: Said): AnyRecord {
  const usual = { tie: 'collaboration', strength: 1, state: 'working', direction: 'one-way', note: '' };
  return shape('relation', common, { x: 0, y: 0 }, { ...usual, ...said, from, to });
}
