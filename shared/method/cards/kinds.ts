import { z } from 'zod';
import { type FieldName, type Fields, fieldSchema } from './fields.ts';

/** Fields that every card may have, in the order in which they are asked. */
const commonFields = [
  'note',
  'org',
  'voice',
  'status',
  'sensitivity',
  'tags',
  'cluster',
  'votes_people',
  'votes_orgs',
] as const satisfies readonly FieldName[];

/** Kinds with the fields of their own, in the order in which they are asked. A card's title is its text, not a field. */
export const kindFields = {
  idea: [],
  problem: ['who_affected', 'what_happens', 'where_since', 'size', 'proof', 'agreed_on'],
  fact: ['source', 'evidence_kind'],
  cause: ['category', 'evidence', 'evidence_kind', 'confidence', 'scope', 'weight', 'reach', 'is_root'],
  effect: ['who_bears_it', 'evidence_kind', 'confidence'],
  question: ['owner_org', 'due', 'answer'],
  actor: [
    'org_type',
    'map_ring',
    'engagement',
    'engagement_wanted',
    'field_of_work',
    'role_here',
    'wants',
    'fears',
    'assets',
    'interest',
    'influence',
    'affected',
    'stance',
    'readiness',
    'trusted',
    'decision_maker',
    'why_them',
    'in_it_for_them',
    'contact_owner',
    'next_contact',
  ],
  observation: ['energy', 'lens_4l', 'lens_kcss', 'lens_short'],
  vision: ['viewpoint', 'horizon', 'agreed_on'],
  quote: ['speaker', 'consent'],
  kpi: ['baseline', 'target', 'indicator'],
  impact: [
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
  ],
  event: ['date', 'planned', 'mood'],
  risk: ['likelihood', 'effect', 'response', 'owner_org', 'review_on'],
  action: ['owner_org', 'owner_person', 'start', 'due', 'progress', 'effort', 'effect'],
  lesson: [
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
  ],
  thanks: ['to_org', 'to_person'],
  decision: ['mode', 'support', 'objections', 'orgs_present', 'orgs_missing', 'date', 'review_on'],
} as const satisfies Readonly<Record<string, readonly FieldName[]>>;

export type CardKind = keyof typeof kindFields;
export const cardKinds = Object.keys(kindFields) as readonly CardKind[];
export const isCardKind = (name: unknown): name is CardKind =>
  typeof name === 'string' && Object.hasOwn(kindFields, name);

/** Longest title, in UTF-16 code units. A card that is longer is kept and cut on its face, never refused. */
export const titleMax = 120;

/** All that a card of a kind is asked for: its own fields, then those of every card. */
export const fieldsOf = (kind: CardKind): readonly FieldName[] => [...kindFields[kind], ...commonFields];

const schemas = new Map<CardKind, z.ZodType<Fields>>();

/** The fields of a card of this kind; each may be missing, none may be unknown. */
export function kindSchema(kind: CardKind): z.ZodType<Fields> {
  let schema = schemas.get(kind);
  if (schema === undefined) {
    const shape = Object.fromEntries(
      [...fieldsOf(kind), 'dismissed' as const].map((name) => [name, fieldSchema(name).optional()]),
    );
    schema = z.strictObject(shape) as unknown as z.ZodType<Fields>;
    schemas.set(kind, schema);
  }
  return schema;
}
