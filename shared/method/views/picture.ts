import type { Language } from '../../api/text.ts';
import type { ViewName } from '../../board/card-shapes.ts';
import type { Tone } from '../../board/template-shapes.ts';
import type { BoardView } from '../board-view.ts';
import type { Box, Frame, Zone } from '../template.ts';

/**
 * What a generated view shows, in the order of drawing. Coordinates and lengths in board units from the upper left corner
 * of the view's zone.
 */
export type Picture = readonly Mark[];
export type Mark = PathMark | DiscMark | TextMark | CardMark;

/** Closed parts get the tone's paper, or its line colour when `solid`. */
export type Fill = 'none' | 'paper' | 'solid';

export interface PathMark {
  readonly type: 'path';
  /** SVG path with absolute M, L, Q, C, A and Z only. */
  readonly path: string;
  readonly tone: Tone;
  readonly fill: Fill;
  /** 0 draws no line. */
  readonly strokeWidth: number;
  readonly dash: 'solid' | 'dashed' | 'dotted';
}

export interface DiscMark {
  readonly type: 'disc';
  readonly x: number;
  readonly y: number;
  readonly r: number;
  readonly tone: Tone;
  readonly fill: Fill;
  readonly strokeWidth: number;
}

/** Stands in the middle of its box's height; breaks into lines, then shrinks, then is cut, so that it never leaves it. */
export interface TextMark {
  readonly type: 'text';
  readonly box: Box;
  readonly text: string;
  readonly size: number;
  readonly weight: 500 | 700;
  readonly align: 'left' | 'center' | 'right';
  readonly tone: Tone;
  /** `on-solid` for words on a solid fill of the tone: they have the colour of paper. */
  readonly ink: 'tone' | 'on-solid';
  /** Shapes that the words are about; a click on them takes all of these. */
  readonly about?: readonly string[];
}

/** A card drawn small; a click on it opens the card. */
export interface CardMark {
  readonly type: 'card';
  readonly box: Box;
  readonly cardId: string;
  readonly textSize: number;
}

export interface ViewInput {
  readonly view: BoardView;
  readonly frame: Frame;
  readonly zone: Zone;
  /** Of the frame: 0 for the template's own, 1 for its first continuation. */
  readonly page: number;
  readonly box: { readonly w: number; readonly h: number };
  readonly language: Language;
}

/** Pure: equal boards give equal pictures, whatever the order of their cards and relations. */
export type DrawView = (input: ViewInput) => Picture;

export type Views = Readonly<Record<ViewName, DrawView | null>>;
