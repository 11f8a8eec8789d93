import { z } from 'zod';

/** What a field of a card may hold. Dates are days, `2026-10-15`; organisations their id, or a name nobody joined with. */
export type FieldValue = string | number | boolean | readonly string[];
export type Fields = Readonly<Record<string, FieldValue>>;

/** How a field is written and shown. Lengths in UTF-16 code units. */
export type FieldType =
  | { readonly type: 'line'; readonly max: number }
  | { readonly type: 'text'; readonly max: number }
  | { readonly type: 'choice'; readonly values: readonly string[] }
  | { readonly type: 'score'; readonly min: number; readonly max: number; readonly step: number }
  | { readonly type: 'count' }
  | { readonly type: 'date' }
  | { readonly type: 'flag' }
  | { readonly type: 'organisation' }
  | { readonly type: 'organisations' }
  /** Each entry of up to `max`. */
  | { readonly type: 'tags'; readonly max: number };

const line: FieldType = { type: 'line', max: 200 };
const text: FieldType = { type: 'text', max: 2_000 };
const date: FieldType = { type: 'date' };
const flag: FieldType = { type: 'flag' };
const count: FieldType = { type: 'count' };
const organisation: FieldType = { type: 'organisation' };
const score = (min: number, max: number, step = 1): FieldType => ({ type: 'score', min, max, step });
const oneToFive = score(1, 5);
const choice = <const Values extends readonly string[]>(...values: Values) => ({ type: 'choice', values }) as const;

/**
 * Every field that a card may have, by the one name it has in documents, exports and tables. What a field means is the
 * same in all kinds that have it.
 */
export const fieldTypes = {
  // Every card
  note: text,
  org: organisation,
  voice: choice('affected', 'heard', 'work', 'data', 'assumption'),
  status: choice('draft', 'proposed', 'agreed', 'parked', 'dropped'),
  sensitivity: choice('public', 'partners', 'core'),
  tags: { type: 'tags', max: 60 },
  /** The name of what a card belongs together with, the same on all of them. */
  cluster: { type: 'line', max: 60 },
  /** Counted by the server when a vote closes; people never write them by hand. */
  votes_people: count,
  votes_orgs: count,
  /** Help that somebody put aside, as `RCT-2: why`. Written by the help itself: no form, table or export asks for it. */
  dismissed: { type: 'tags', max: 240 },

  // Problem, fact, cause, effect
  who_affected: line,
  what_happens: text,
  where_since: line,
  size: line,
  proof: text,
  agreed_on: date,
  source: line,
  category: choice('people', 'process', 'rules', 'money', 'info', 'place', 'habits'),
  evidence: text,
  evidence_kind: choice('data', 'story', 'expert', 'assumption'),
  confidence: choice('low', 'medium', 'high'),
  scope: choice('in', 'influence', 'out', 'unsure'),
  /** How much a cause feeds the problem, and how far it can be changed together; halves come from the matrix. */
  weight: score(1, 5, 0.5),
  reach: score(1, 5, 0.5),
  is_root: flag,
  who_bears_it: line,

  // Actor
  org_type: choice('B', 'P', 'N', 'S', 'K', 'C', 'F', 'O'),
  field_of_work: line,
  role_here: line,
  wants: text,
  fears: text,
  assets: text,
  interest: oneToFive,
  influence: oneToFive,
  affected: oneToFive,
  stance: choice('champion', 'supportive', 'neutral', 'sceptical', 'opposed', 'unknown'),
  engagement: choice('not-contacted', 'contacted', 'in-talks', 'committed', 'active', 'left'),
  engagement_wanted: choice('not-contacted', 'contacted', 'in-talks', 'committed', 'active', 'left'),
  readiness: oneToFive,
  trusted: oneToFive,
  decision_maker: line,
  contact_owner: line,
  next_contact: date,
  why_them: text,
  in_it_for_them: text,
  map_ring: choice('affected', 'core', 'needed', 'wider'),
  energy: choice('moves', 'stuck', 'nobody'),

  // Vision and impact
  horizon: date,
  viewpoint: choice('people', 'workers', 'orgs', 'town'),
  speaker: line,
  consent: flag,
  for_whom: line,
  direction: choice('more', 'less', 'new', 'ended'),
  by_when: date,
  indicator: line,
  baseline: line,
  target: line,
  ambitious: oneToFive,
  grounded: oneToFive,
  rooted: oneToFive,
  gives_direction: oneToFive,

  // Events, lessons, thanks
  date,
  planned: flag,
  mood: score(-2, 2),
  lens_4l: choice('liked', 'learned', 'lacked', 'longed'),
  lens_kcss: choice('keep', 'change', 'stop', 'start'),
  lens_short: choice('planned', 'happened', 'why', 'next'),
  component: choice('results', 'process', 'delivery', 'resources', 'together'),
  what_happened: text,
  why: text,
  verdict: choice('keep', 'change', 'stop', 'start'),
  travels: choice('here', 'similar', 'everywhere'),
  lands_on: choice('problem', 'strategy', 'plan', 'measure', 'team', 'comms', 'scaling'),
  next_action: line,
  to_org: organisation,
  to_person: line,

  // Work and decisions
  owner_org: organisation,
  owner_person: line,
  start: date,
  due: date,
  progress: choice('to-do', 'doing', 'blocked', 'done', 'dropped'),
  effort: oneToFive,
  effect: oneToFive,
  likelihood: oneToFive,
  response: text,
  answer: text,
  mode: choice('consent', 'fist-to-five', 'majority', 'lead'),
  support: score(0, 5, 0.1),
  objections: text,
  review_on: date,
  orgs_present: { type: 'organisations' },
  orgs_missing: { type: 'organisations' },
} as const satisfies Readonly<Record<string, FieldType>>;

export type FieldName = keyof typeof fieldTypes;
export const fieldNames = Object.keys(fieldTypes) as readonly FieldName[];
/** Fields that hold values of one type. */
export type FieldOf<Type extends string> = {
  [N in FieldName]: (typeof fieldTypes)[N]['type'] extends Type ? N : never;
}[FieldName];
export const isFieldName = (name: string): name is FieldName => Object.hasOwn(fieldTypes, name);

const organisationMax = 120;
const schemas = new Map<string, z.ZodType<FieldValue>>();

/** What a field accepts. */
export function fieldSchema(name: FieldName): z.ZodType<FieldValue> {
  const known = schemas.get(name);
  if (known !== undefined) return known;
  const schema = schemaOf(fieldTypes[name]);
  schemas.set(name, schema);
  return schema;
}

function schemaOf(field: FieldType): z.ZodType<FieldValue> {
  switch (field.type) {
    case 'line':
    case 'text':
      return z.string().max(field.max);
    case 'choice':
      return z.enum(field.values);
    case 'score':
      return z
        .number()
        .min(field.min)
        .max(field.max)
        .refine((value) => Number.isInteger(Math.round((value / field.step) * 1e6) / 1e6));
    case 'count':
      return z.number().int().min(0).max(1_000_000);
    case 'date':
      return z.iso.date();
    case 'flag':
      return z.boolean();
    case 'organisation':
      return z.string().min(1).max(organisationMax);
    case 'organisations':
      return z.array(z.string().min(1).max(organisationMax)).max(60);
    case 'tags':
      return z.array(z.string().min(1).max(field.max)).max(20);
  }
}
