import type { Tone } from '../../board/template-shapes.ts';
import type { RelationKind, RelationState, RelationTie } from '../cards/relations.ts';
import type { Box, Layout } from '../template.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where a card stands, in page coordinates, and among which. */
export interface RoutePlace {
  readonly cardId: string;
  readonly box: Box;
  readonly frameId: string | null;
  readonly layout: Layout | null;
}

export interface RouteRelation {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly kind: RelationKind;
  readonly tie: RelationTie;
  /** 1 to 3. */
  readonly strength: number;
  readonly state: RelationState;
  readonly direction: 'one-way' | 'both';
  /** What was drawn first comes first. */
  readonly order: string;
}

/** How a relation is drawn; page coordinates and board units. */
export interface Route {
  /** The way from card to card. */
  readonly points: readonly Point[];
  /** The line: SVG path with absolute M, L and Q only; short of the tips of its heads. */
  readonly path: string;
  readonly tone: Tone;
  readonly strokeWidth: number;
  /** Of the light line below it, on either side, which parts it from what it crosses; lines of a tree join instead. */
  readonly haloWidth: number;
  /** Line and gap by turns; empty for a solid line. Ends are round. */
  readonly dash: readonly number[];
  /** Filled arrowheads as one SVG path; empty for none. */
  readonly heads: string;
  /** The state once more, as a sign in a disc on the line: never the form of the line alone. */
  readonly disc: (Point & { readonly sign: 'plus' | 'cross' }) | null;
}

export const discRadius = 14;

/** The colours of the map's legend. */
const tieTones: Readonly<Record<RelationTie, Tone>> = {
  money: 'action',
  information: 'lesson',
  service: 'kpi',
  rules: 'actor',
  influence: 'criterion',
  collaboration: 'impact',
  conflict: 'effect',
};

export function toneOf({ kind, tie }: RouteRelation): Tone {
  switch (kind) {
    case 'causes':
      return 'cause';
    case 'leads_to':
      return 'effect';
    case 'feeds_back':
      return 'voice';
    case 'rooted_in':
      return 'impact';
    case 'relates':
      return tieTones[tie];
  }
}

export const middleOf = ({ x, y, w, h }: Box): Point => ({ x: x + w / 2, y: y + h / 2 });
export const distance = (a: Point, b: Point): number => Math.sqrt((b.x - a.x) ** 2 + (b.y - a.y) ** 2);

const n = (value: number): string => String(Math.round(value * 10) / 10);
export const at = ({ x, y }: Point): string => `${n(x)} ${n(y)}`;

/** An arrowhead with its tip here, coming from there. */
export function headAt(tip: Point, from: Point, length: number): string {
  const far = distance(from, tip) || 1;
  const [dx, dy] = [((tip.x - from.x) / far) * length, ((tip.y - from.y) / far) * length];
  const half = 0.55;
  const corner = (side: number): Point => ({ x: tip.x - dx - dy * side, y: tip.y - dy + dx * side });
  return `M${at(tip)}L${at(corner(half))}L${at(corner(-half))}Z`;
}
