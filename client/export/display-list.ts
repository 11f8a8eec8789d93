import type { FontFamily } from './faces.ts';
import type { Box, Matrix } from './matrix.ts';

/**
 * What the writers of files are given: every page of a report, measured and laid out, as plain JSON. The PDF, the preview,
 * the print page and pictures all draw the same list. Sheets are measured in points with y downwards; an operation's
 * `matrix` takes its own units to those of its layer, and the layer's `matrix` takes these to points of the sheet.
 */
export const displayListVersion = 2;

export interface DisplayList {
  readonly version: typeof displayListVersion;
  readonly language: string;
  readonly createdAtMs: number;
  readonly title: string;
  readonly author: string;
  readonly pages: readonly DisplayPage[];
  /** JPEG or PNG as data URLs, by the name that image operations use. */
  readonly images: Readonly<Record<string, string>>;
}

export interface DisplayPage {
  /** What of the report this page belongs to; whoever leaves a part out leaves out all its pages. */
  readonly part: string;
  /** Of the page, for progress and preview. */
  readonly title: string;
  /** Points. */
  readonly sheet: { readonly width: number; readonly height: number };
  /** Entries of the file's outline that begin here, in the order of reading. */
  readonly outline: readonly OutlineEntry[];
  /** What begins on this page beside the part itself. */
  readonly anchors?: readonly Anchor[];
  /** Null on a cover. Not read out. */
  readonly foot: { readonly text: string; readonly number: string } | null;
  /** In the order of drawing. */
  readonly layers: readonly PageLayer[];
}

/** A place within a page that links lead to, as `#name`. */
export interface Anchor {
  readonly name: string;
  /** Points from the top of the sheet. */
  readonly top: number;
}

export interface OutlineEntry {
  readonly title: string;
  /** 1 is the outermost. */
  readonly level: 1 | 2 | 3;
}

export interface PageLayer {
  readonly matrix: Matrix;
  /** Points of the sheet; what sticks out is not drawn. */
  readonly clip: Box | null;
  /** In the order of drawing. */
  readonly items: readonly DisplayItem[];
}

/** One shape of a board, its part behind other shapes, or a piece of a laid out page. */
export interface DisplayItem {
  readonly id: string;
  /** Rank among the page's items for somebody who has it read out; several items may share one. */
  readonly readingRank: number;
  /** Words become bars: they stand elsewhere in the file where they can be read. */
  readonly greeked: boolean;
  /**
   * The item is a picture, told by these words instead of by its own; null tells its own. Empty: it repeats or decorates,
   * and nothing is told.
   */
  readonly figure: string | null;
  /**
   * Where the item stands in the file's tree of tags below the section of its part, outermost first; steps of the same key
   * are one element, on several pages too. Empty: the roles of its blocks say it.
   */
  readonly structure: readonly StructureStep[];
  /** Where a click beside the item's own links leads, and on what. */
  readonly link?: ItemLink;
  readonly ops: readonly Op[];
}

export interface ItemLink {
  readonly url: string;
  /** In units of the item. */
  readonly box: Box;
}

export interface StructureStep {
  readonly tag:
    | 'Sect'
    | 'H1'
    | 'H2'
    | 'H3'
    | 'P'
    | 'L'
    | 'LI'
    | 'Lbl'
    | 'LBody'
    | 'Table'
    | 'Caption'
    | 'TR'
    | 'TH'
    | 'TD'
    | 'TOC'
    | 'TOCI';
  readonly key: string;
  /** What the element is called where no words within it say so. */
  readonly title?: string;
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
  /** Line by line, in the order of reading. */
  readonly runs: readonly TextRun[];
}

/** Text of one style and one direction on one line. */
export interface TextRun {
  readonly text: string;
  /** The left end, in whichever direction it is read. */
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
  /** An address, or `#part` for the first page of a part of this file, or `#name` for an anchor. */
  readonly link: string | null;
  /** The bullet or number of a list item. */
  readonly marker: boolean;
  /** Seen, but no part of the text: the hyphen of a word that goes on on the next line. */
  readonly unread?: true;
}
