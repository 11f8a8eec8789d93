import { type FieldName, fieldTypes } from '../../../shared/method/cards/fields.ts';
import { type CardKind, kindFields } from '../../../shared/method/cards/kinds.ts';

/** What fields of a kind are asked together, in this order. `about` comes first and needs no heading. */
export const groupNames = ['about', 'scores', 'contact', 'next', 'card'] as const;
export type GroupName = (typeof groupNames)[number];

const contact: ReadonlySet<FieldName> = new Set([
  'engagement',
  'engagement_wanted',
  'decision_maker',
  'why_them',
  'in_it_for_them',
  'contact_owner',
  'next_contact',
]);

const next: ReadonlySet<FieldName> = new Set([
  'next_action',
  'owner_org',
  'owner_person',
  'start',
  'due',
  'progress',
  'review_on',
]);

/** Of every card, asked last; its organisation and voice stand above all groups. */
const ofEveryCard: readonly FieldName[] = [
  'note',
  'status',
  'tags',
  'cluster',
  'sensitivity',
  'votes_people',
  'votes_orgs',
];

function groupOf(name: FieldName): GroupName {
  if (contact.has(name)) return 'contact';
  if (next.has(name)) return 'next';
  return fieldTypes[name].type === 'score' ? 'scores' : 'about';
}

export interface FieldGroup {
  readonly name: GroupName;
  readonly fields: readonly FieldName[];
}

export function fieldGroups(kind: CardKind): readonly FieldGroup[] {
  const own: readonly FieldName[] = kindFields[kind];
  return groupNames
    .map((name) => ({ name, fields: name === 'card' ? ofEveryCard : own.filter((field) => groupOf(field) === name) }))
    .filter(({ fields }) => fields.length > 0);
}
