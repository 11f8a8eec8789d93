import type { Audience } from '../../api/boards.ts';
import { type FieldValue, fieldSchema } from '../../method/cards/fields.ts';
import type { CardShape } from '../card-shapes.ts';

/** From the narrowest reader to the widest. */
const widths: readonly FieldValue[] = ['public', 'partners', 'core'] satisfies readonly Audience[];

/** Whether an export for these readers holds a card. One that nobody has marked is for partners. */
export function isFor(audience: Audience, { props }: CardShape): boolean {
  const marked = fieldSchema('sensitivity').safeParse(props.fields.sensitivity);
  return widths.indexOf(marked.success ? marked.data : 'partners') <= widths.indexOf(audience);
}
