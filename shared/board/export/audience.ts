import type { Audience } from '../../api/boards.ts';
import { type FieldName, type FieldValue, fieldSchema } from '../../method/cards/fields.ts';
import { isAddressed } from '../../method/help/names.ts';
import type { CardShape } from '../card-shapes.ts';
import { plainText, type RichText } from '../rich-text.ts';

/** From the narrowest reader to the widest. */
const widths: readonly FieldValue[] = ['public', 'partners', 'core'] satisfies readonly Audience[];

/** What partners say of each other's weight and will, who decides there, and the help put aside: for the core group alone. */
const coreOnlyFields = [
  'interest',
  'influence',
  'stance',
  'readiness',
  'trusted',
  'decision_maker',
  'dismissed',
] as const satisfies readonly FieldName[];

/** Names of people, which the public gets nowhere. */
const personFields = ['contact_owner', 'owner_person', 'to_person'] as const satisfies readonly FieldName[];

export const withheldFields: Readonly<Record<Audience, readonly FieldName[]>> = {
  public: [...coreOnlyFields, ...personFields],
  partners: coreOnlyFields,
  core: [],
};

/** Whether an export for these readers holds a card. */
export function isFor(audience: Audience, card: CardShape): boolean {
  const { kind, fields } = card.props;
  // Somebody's own words are public with their consent alone.
  if (audience === 'public' && kind === 'quote' && fields.consent !== true) return false;
  const marked = fieldSchema('sensitivity').safeParse(fields.sensitivity);
  return widths.indexOf(marked.success ? marked.data : unmarked(card)) <= widths.indexOf(audience);
}

/**
 * A card that nobody has marked is for partners, save an actor that is against or is a person. One that was scored stays:
 * its scores do not go along, and a map without everybody whom partners have weighed would be empty.
 */
function unmarked({ props: { kind, fields, richText } }: CardShape): Audience {
  if (kind !== 'actor') return 'partners';
  return fields.stance === 'opposed' || isAddressed(plainText(richText as RichText)) ? 'core' : 'partners';
}
