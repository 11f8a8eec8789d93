import type { CardKind } from '../../../shared/method/cards/kinds.ts';
import type { StampMark } from '../../ui/stamps.ts';
import type { Colour, Token } from '../template-shapes/paint.ts';
import { type Paper, paperOf } from './papers.ts';

export interface CardPaint {
  readonly paper: Colour;
  /** The other stripe of an example. */
  readonly stripe: Colour;
  readonly edge: Colour;
  /** The thin line around the paper. */
  readonly rule: Colour;
  readonly ink: Colour;
  /** Of what stands beside the title. */
  readonly ink2: Colour;
  readonly vote: Colour;
}

/** Of the paper in its stripes; the paper of a problem is far from that of a frame. */
const stripePercent = (paper: Paper): number => (paper === 'problem' ? 90 : 70);

const paintOf = (paper: Paper, ink: Token, ink2: Token, vote: Token): CardPaint => ({
  paper: { token: `${paper}-paper` },
  stripe: { token: `${paper}-paper`, percent: stripePercent(paper) },
  edge: { token: `${paper}-edge` },
  rule: { token: `${paper}-edge`, percent: 45 },
  ink: { token: ink },
  ink2: { token: ink2 },
  vote: { token: vote },
});

export function cardPaint(kind: CardKind): CardPaint {
  const paper = paperOf[kind];
  return paper === 'problem'
    ? paintOf(paper, 'problem-ink', 'problem-ink-2', 'problem-ink')
    : paintOf(paper, 'card-ink', 'card-ink-2', 'vote');
}

/** Organisations whose colour is light enough for dark letters. */
const lightHues = new Set([2, 7]);

export const stampPaint = ({ hue }: StampMark): { readonly ground: Colour; readonly letters: Colour } => ({
  ground: { token: `org-${hue}` as Token },
  letters: { token: lightHues.has(hue) ? 'on-org-light' : 'on-org' },
});
