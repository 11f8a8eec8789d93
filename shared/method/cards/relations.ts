import type { CardKind } from './kinds.ts';

/** Typed edges between two cards. */
export const relationKinds = ['causes', 'leads_to', 'feeds_back', 'relates', 'rooted_in'] as const;
export type RelationKind = (typeof relationKinds)[number];

/** What flows along an edge that `relates` two actors. */
export const relationTies = [
  'money',
  'information',
  'service',
  'rules',
  'influence',
  'collaboration',
  'conflict',
] as const;
export type RelationTie = (typeof relationTies)[number];

export const relationStates = ['working', 'weak', 'broken', 'new'] as const;
export type RelationState = (typeof relationStates)[number];

/** From whom to whom, and which kinds of cards it may join. */
export const relationEnds: Readonly<
  Record<RelationKind, { readonly from: readonly CardKind[]; readonly to: readonly CardKind[] }>
> = {
  causes: { from: ['cause'], to: ['cause', 'problem'] },
  leads_to: { from: ['problem', 'effect', 'event'], to: ['effect', 'event'] },
  feeds_back: { from: ['cause', 'effect', 'problem'], to: ['cause'] },
  relates: { from: ['actor'], to: ['actor'] },
  rooted_in: { from: ['impact'], to: ['cause', 'problem'] },
};

export const mayJoin = (kind: RelationKind, from: CardKind, to: CardKind): boolean =>
  relationEnds[kind].from.includes(from) && relationEnds[kind].to.includes(to);
