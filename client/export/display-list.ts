import type { FontFamily } from './faces.ts';
import type { Matrix } from './matrix.ts';

/**
 * What the collector hands to the writer: everything a PDF shows, measured and resolved, as plain JSON. Lengths are board
 * units unless a name says otherwise; `matrix` maps an operation's own units to board units.
 */
export const displayListVersion = 1;

export interface DisplayList {
  readonly version: typeof displayListVersion;
  readonly language: string;
  readonly createdAtMs: number;
  readonly title: string;
  readonly cover: CoverContent;
  /** At the foot of every page but the cover, beside its number. */
  readonly footer: {
    readonly full: string;
    /** For a page whose content says the rest itself. */
    readonly date: string;
  };
  readonly pages: readonly DisplayPage[];
  /** JPEG or PNG as data URLs, by the name that image operations use. */
  readonly images: Readonly<Record<string, string>>;
}

export interface CoverContent {
  readonly label: string;
  readonly title: string;
  readonly workshop: string;
  readonly date: string;
  readonly organisationsHeading: string;
  /** Organisations and how many people they brought; never names of people. */
  readonly organisations: readonly CoverOrganisation[];
}

export interface CoverOrganisation {
  readonly name: string;
  readonly initials: string;
  readonly headCount: string;
  /** 1-based, in the order of joining. */
  readonly colour: number;
}

export type Paper = 'A4' | 'A3';

export interface DisplayPage {
  readonly title: string;
  /** Printed above the content; null where the content has a heading and a foot of its own. */
  readonly heading: string | null;
  readonly paper: Paper;
  /** The part of the board on this page: `size` board units wide and high after `matrix` took board units there. */
  readonly view: { readonly matrix: Matrix; readonly width: number; readonly height: number };
  /** Colour and outline of the sheet behind the items, for a page that shows a frame. */
  readonly framed: boolean;
  /** In the order of drawing. */
  readonly items: readonly DisplayItem[];
}

/** One shape of the board, or its part behind other shapes. */
export interface DisplayItem {
  readonly id: string;
  /** Rank among the page's items for somebody who has it read out; several items may share one. */
  readonly readingRank: number;
  /** Words become bars: the shape stands on a page of its own where they can be read. */
  readonly greeked: boolean;
  readonly ops: readonly Op[];
}

export type Op = PathOp | HatchOp | ImageOp | TextOp | ClipOp;

export interface Paint {
  /** `#rrggbb`. */
  readonly colour: string;
  readonly alpha: number;
}

export interface PathOp {
  readonly op: 'path';
  readonly matrix: Matrix;
  /** SVG path data. */
  readonly d: string;
  readonly fill: Paint | null;
  readonly evenOdd: boolean;
  readonly stroke: Stroke | null;
}

export interface Stroke {
  readonly paint: Paint;
  readonly width: number;
  readonly dash: readonly number[];
  readonly dashOffset: number;
  readonly cap: 'butt' | 'round' | 'square';
  readonly join: 'miter' | 'round' | 'bevel';
}

/** tldraw's pattern fill: short slanting lines on a ground. */
export interface HatchOp {
  readonly op: 'hatch';
  readonly matrix: Matrix;
  readonly d: string;
  readonly ground: Paint;
  readonly line: Paint;
}

export interface ImageOp {
  readonly op: 'image';
  readonly matrix: Matrix;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly image: string;
  readonly alpha: number;
  /** Empty for a picture that only decorates. */
  readonly alt: string;
}

export interface ClipOp {
  readonly op: 'clip';
  readonly matrix: Matrix;
  readonly d: string;
  readonly evenOdd: boolean;
  readonly ops: readonly Op[];
}

export interface TextOp {
  readonly op: 'text';
  readonly matrix: Matrix;
  /** A rim around the letters that keeps them apart from what lies behind. */
  readonly halo: { readonly paint: Paint; readonly width: number } | null;
  readonly blocks: readonly TextBlock[];
}

/** `title` heads a page, `heading` a part of it. */
export type BlockRole = 'title' | 'heading' | 'paragraph' | 'item';

export interface TextBlock {
  readonly role: BlockRole;
  /** Line by line, left to right. */
  readonly runs: readonly TextRun[];
}

/** Text of one style on one line. */
export interface TextRun {
  readonly text: string;
  readonly x: number;
  /** The baseline. */
  readonly y: number;
  /** As the browser set it; null takes the face's own. */
  readonly width: number | null;
  readonly size: number;
  readonly family: FontFamily;
  readonly weight: number;
  readonly italic: boolean;
  readonly paint: Paint;
  readonly underline: boolean;
  readonly strike: boolean;
  readonly link: string | null;
  /** The bullet or number of a list item. */
  readonly marker: boolean;
}
