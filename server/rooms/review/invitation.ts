import { isEqualJson } from '../../../shared/board/equal.ts';
import type { AnyRecord } from '../../../shared/board/groups.ts';

/** Props that say how a shape looks; whatever else is in one may say something. */
const looks: ReadonlySet<string> = new Set([
  ...['w', 'h', 'scale', 'size', 'textSize', 'growY', 'fontSizeAdjustment', 'autoSize', 'pinned', 'face', 'geo'],
  ...['color', 'labelColor', 'font', 'fill', 'dash', 'align', 'verticalAlign', 'textAlign'],
]);

/** Whether two states of an invitation have the same words and fields. */
export const isSayingSame = (a: AnyRecord, b: AnyRecord): boolean => isEqualJson(wordsOf(a), wordsOf(b));

const wordsOf = ({ props }: AnyRecord): object =>
  Object.fromEntries(Object.entries((props ?? {}) as object).filter(([name]) => !looks.has(name)));

/** What somebody made of an invitation, as a card of their own that invites nobody any more. */
export function ownOf(invitation: AnyRecord, record: AnyRecord, id: string): AnyRecord {
  const [invites, props] = [placeholderOf(invitation), record.props as object];
  const isStill = invites !== undefined && placeholderOf(record) === invites;
  return { ...record, id, props: isStill ? { ...props, placeholder: '' } : props } as unknown as AnyRecord;
}

const placeholderOf = ({ props }: AnyRecord): unknown => (props as { readonly placeholder?: unknown }).placeholder;
