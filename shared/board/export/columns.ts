import type { Audience } from '../../api/boards.ts';
import type { TemplateId } from '../../api/templates.ts';
import type { FieldName } from '../../method/cards/fields.ts';
import { type CardKind, fieldsOf } from '../../method/cards/kinds.ts';
import { withheldFields } from './audience.ts';

/** Columns that every board's table begins with. */
export const commonColumns = [
  'board',
  'frame',
  'zone',
  'id',
  'type',
  'title',
  'note',
  'org',
  'voice',
  'status',
  'votes_people',
  'votes_orgs',
] as const;

/** Columns of a board that are no field of a card: what it is, and where it hangs in the tree. */
export const derivedColumns = ['kind', 'depth', 'parent_id', 'roots'] as const;
export type DerivedColumn = (typeof derivedColumns)[number];

type OwnColumn = FieldName | DerivedColumn;

/** What the method's tables of each board hold beyond the common columns, in its order; fields by the names they have. */
const ownColumns: Readonly<Record<TemplateId, readonly OwnColumn[]>> = {
  'root-cause-tree': [
    'kind',
    'depth',
    'parent_id',
    'category',
    'evidence_kind',
    'evidence',
    'confidence',
    'scope',
    'weight',
    'reach',
    'is_root',
    'cluster',
  ],
  'actor-map': [
    'org_type',
    'role_here',
    'wants',
    'interest',
    'influence',
    'affected',
    'stance',
    'map_ring',
    'engagement',
    'readiness',
    'contact_owner',
    'next_contact',
    'cluster',
  ],
  visioning: [
    'for_whom',
    'direction',
    'by_when',
    'indicator',
    'baseline',
    'target',
    'ambitious',
    'grounded',
    'rooted',
    'gives_direction',
    'roots',
    'cluster',
  ],
  'lessons-learnt': [
    'component',
    'what_happened',
    'why',
    'verdict',
    'evidence',
    'travels',
    'lands_on',
    'next_action',
    'owner_org',
    'due',
    'cluster',
  ],
  blank: [],
};

export function ownColumnsOf(template: TemplateId, audience: Audience): readonly OwnColumn[] {
  const withheld: ReadonlySet<OwnColumn> = new Set(withheldFields[audience]);
  return ownColumns[template].filter((column) => !withheld.has(column));
}

/** What a card of a kind is asked for, as far as these readers get it. */
export function columnsOfKind(kind: CardKind, audience: Audience): readonly FieldName[] {
  return fieldsOf(kind).filter((name) => !withheldFields[audience].includes(name));
}

export const relationColumns = [
  'from',
  'to',
  'kind',
  'strength',
  'state',
  'direction',
  'note',
  'tie',
  'from_title',
  'to_title',
  'id',
] as const;
