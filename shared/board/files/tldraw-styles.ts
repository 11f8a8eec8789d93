import type { TLDefaultColorStyle, TLDefaultDashStyle } from '@tldraw/tlschema';
import type { CardKind } from '../../method/cards/kinds.ts';
import type { RelationState, RelationTie } from '../../method/cards/relations.ts';
import type { Tone, ZoneRole } from '../template-shapes.ts';

/** The nearest of tldraw's colours to what a board shows; several of ours share one. */

export const kindColours: Readonly<Record<CardKind, TLDefaultColorStyle>> = {
  idea: 'yellow',
  problem: 'green',
  fact: 'grey',
  cause: 'orange',
  effect: 'red',
  question: 'light-violet',
  actor: 'light-blue',
  observation: 'grey',
  vision: 'blue',
  quote: 'light-violet',
  kpi: 'blue',
  impact: 'light-green',
  event: 'grey',
  risk: 'light-red',
  action: 'light-blue',
  lesson: 'violet',
  thanks: 'yellow',
  decision: 'green',
};

export const toneColours: Readonly<Record<Tone, TLDefaultColorStyle>> = {
  ink: 'black',
  muted: 'grey',
  line: 'grey',
  plain: 'grey',
  head: 'grey',
  locked: 'grey',
  result: 'green',
  voice: 'violet',
  problem: 'green',
  cause: 'orange',
  effect: 'red',
  actor: 'light-blue',
  impact: 'light-green',
  lesson: 'violet',
  kpi: 'blue',
  action: 'light-blue',
  criterion: 'blue',
};

export const zoneColours: Readonly<Record<ZoneRole, TLDefaultColorStyle>> = {
  work: 'grey',
  locked: 'grey',
  result: 'green',
  affected: 'violet',
  generated: 'grey',
  problem: 'green',
  cause: 'orange',
  effect: 'red',
  keep: 'green',
  change: 'orange',
  stop: 'red',
  start: 'blue',
};

export const tieColours: Readonly<Record<RelationTie, TLDefaultColorStyle>> = {
  money: 'green',
  information: 'blue',
  service: 'light-blue',
  rules: 'grey',
  influence: 'violet',
  collaboration: 'black',
  conflict: 'red',
};

export const stateDashes: Readonly<Record<RelationState, TLDefaultDashStyle>> = {
  working: 'solid',
  weak: 'dashed',
  broken: 'dotted',
  new: 'dashed',
};
