import type { TemplateId } from '../../api/templates.ts';
import type { FieldName } from '../../method/cards/fields.ts';
import type { CardKind } from '../../method/cards/kinds.ts';
import type { CardColumnName } from './card-columns.ts';
import type { ReportTexts } from './words/texts.ts';

export type OrderName = 'depth' | 'map_ring' | 'lands_on' | 'date' | 'due';

/** Cards of a kind as a table. */
export interface TableRecipe {
  readonly build: 'table';
  readonly of: CardKind;
  /** Small facts that are read together share a column. */
  readonly columns: readonly (CardColumnName | readonly CardColumnName[])[];
  /** Choices as the method orders their values; what is equal stays in the order of reading. */
  readonly order?: readonly OrderName[];
  /** Set in bold where this is so. */
  readonly strong?: FieldName;
  /** Only cards that stand in this zone, `frame/zone`. */
  readonly in?: string;
  /** Without cards that stand in these frames alone. */
  readonly beside?: readonly string[];
  /** Only cards of which this is said. */
  readonly with?: FieldName;
}

/**
 * Zones `<a>.<b>` of a frame as a table with a row for each `<a>` or each `<b>`.
 */
export interface GridRecipe {
  readonly build: 'grid';
  readonly frame: string;
  readonly rows: 'first' | 'second';
  readonly head: 'part' | 'when';
}

/** Cards as a list below the name of each zone, `frame/zone`. */
export interface ZonesRecipe {
  readonly build: 'zones';
  readonly zones: readonly string[];
  readonly details: readonly FieldName[];
}

/** A sentence of this kind in its zones, with what else is said of it. */
export interface StatementRecipe {
  readonly build: 'statement';
  readonly of: CardKind;
  readonly zones: readonly string[];
  readonly fields: readonly FieldName[];
}

export type SectionRecipe = { readonly id: keyof ReportTexts['sections'] } & (
  | TableRecipe
  | GridRecipe
  | ZonesRecipe
  | StatementRecipe
  | { readonly build: 'poster'; readonly zone: string }
  | { readonly build: 'covers'; readonly frame: string }
  | { readonly build: 'relations' | 'tree' }
);

/** What the method tells of each board beside its pages, in its order. */
export const boardSections: Readonly<Record<TemplateId, readonly SectionRecipe[]>> = {
  'root-cause-tree': [
    {
      id: 'statement',
      build: 'statement',
      of: 'problem',
      zones: ['problem/result', 'tree/trunk'],
      fields: ['who_affected', 'what_happens', 'where_since', 'size', 'proof', 'agreed_on'],
    },
    { id: 'tree', build: 'tree' },
    {
      id: 'causes',
      build: 'table',
      of: 'cause',
      columns: [
        ...(['depth', 'title', 'parent', 'category', ['evidence', 'evidence_kind', 'confidence'], 'voice'] as const),
        ...([['scope', 'is_root'], 'weight', 'reach', 'votes_people', 'votes_orgs'] as const),
      ],
      order: ['depth'],
      strong: 'is_root',
    },
  ],
  'actor-map': [
    {
      id: 'actors',
      build: 'table',
      of: 'actor',
      columns: [
        ...(['title', 'org_type', 'role_here', 'wants', 'assets', 'map_ring', 'engagement'] as const),
        ['contact_owner', 'next_contact'],
      ],
      order: ['map_ring'],
    },
    { id: 'relations', build: 'relations' },
    {
      id: 'calls',
      build: 'table',
      of: 'actor',
      columns: [
        ...(['title', 'why_them', 'in_it_for_them', 'contact_owner', 'next_contact', 'engagement'] as const),
        'engagement_wanted',
      ],
      in: 'calls/rows',
    },
    {
      id: 'actions',
      build: 'table',
      of: 'action',
      columns: ['title', 'zone', 'owner_org', 'owner_person', 'start', 'due', 'progress'],
    },
  ],
  visioning: [
    { id: 'vision', build: 'poster', zone: 'statement/vision' },
    { id: 'covers', build: 'covers', frame: 'cover' },
    {
      id: 'impacts',
      build: 'table',
      of: 'impact',
      columns: [
        ...(['title', 'for_whom', 'direction', 'by_when', 'indicator', 'baseline', 'target'] as const),
        ...(['ambitious', 'grounded', 'rooted', 'gives_direction', 'roots'] as const),
      ],
    },
    { id: 'milestones', build: 'grid', frame: 'backcast', rows: 'second', head: 'when' },
  ],
  'lessons-learnt': [
    {
      id: 'timeline',
      build: 'table',
      of: 'event',
      columns: ['date', 'title', 'zone', 'mood'],
      order: ['date'],
    },
    { id: 'planAndReality', build: 'grid', frame: 'plan-reality', rows: 'first', head: 'part' },
    { id: 'whys', build: 'tree' },
    {
      id: 'lessons',
      build: 'table',
      of: 'lesson',
      columns: [
        ...(['title', 'component', 'what_happened', 'why', 'next_action', ['verdict', 'travels'], 'evidence'] as const),
        ...(['lands_on', ['owner_org', 'due']] as const),
      ],
      beside: ['plan-reality', 'thanks'],
    },
    {
      id: 'landing',
      build: 'table',
      of: 'lesson',
      columns: ['lands_on', 'title', 'next_action', 'owner_org', 'due'],
      order: ['lands_on', 'due'],
      with: 'lands_on',
    },
    { id: 'thanks', build: 'zones', zones: ['thanks/proud', 'thanks/thank'], details: ['to_org', 'to_person'] },
  ],
  // What is on it stands in every card's own words.
  blank: [],
};
