import type { Report } from '../../../shared/board/report/report.ts';
import type { DisplayItem } from '../display-list.ts';
import type { Matrix } from '../matrix.ts';

/** `fit`: a page of a frame is as large as its frame at the scale of its A4 or A3; all other pages are A4. */
export const papers = ['A4', 'A3', 'Letter', 'fit'] as const;
export type Paper = (typeof papers)[number];

/** Everything a report is laid out from, as plain JSON. */
export interface ReportInput {
  readonly createdAtMs: number;
  readonly title: string;
  readonly workshop: string;
  readonly look: ReportLook;
  readonly paper: Paper;
  readonly words: ReportWords;
  readonly organisations: readonly ReportOrganisation[];
  readonly report: Report;
  /** Pages read off the canvas, by board, in the order of `report.boards`. */
  readonly boards: readonly CollectedBoard[];
  /** JPEG or PNG as data URLs, by name. */
  readonly images: Readonly<Record<string, string>>;
  /** Parts that whoever exports leaves out, as the pages name them: sections that share pages go with the first of them. */
  readonly leftOutParts: readonly string[];
}

export interface ReportLook {
  /** `#rrggbb`; null is the product's green. */
  readonly accent: string | null;
  /** Name of an image of the input. */
  readonly logo: string | null;
}

/** In the language of the report. */
export interface ReportWords {
  /** Above the title on the cover: what this is. */
  readonly label: string;
  readonly date: string;
  /** For whom it was made and what was left out for that. */
  readonly audience: string;
  readonly contents: string;
  readonly people: string;
  readonly peopleLead: string;
  readonly overview: string;
  /** Beside a table that goes on from the page before, as "{title}, continued". */
  readonly continued: string;
  /** Alternative text of the picture of a whole board. */
  readonly overviewFigure: string;
}

export interface ReportOrganisation {
  readonly name: string;
  readonly initials: string;
  readonly headCount: string;
  /** 1-based, in the order of joining. */
  readonly colour: number;
  /** Of those who agreed to be named. */
  readonly names: readonly string[];
}

export interface CollectedBoard {
  readonly boardId: string;
  /** The whole board in small, null for a board of one page. What is not greeked in it are the names of its sheets. */
  readonly overview: CollectedPage | null;
  readonly pages: readonly CollectedPage[];
}

/** A part of a board that becomes a page. */
export interface CollectedPage {
  /** Unique within its board and stable between two exports. */
  readonly id: string;
  readonly title: string;
  /** Printed above the content; null where the content has a heading and a foot of its own. */
  readonly heading: string | null;
  /** What the method drew it for. */
  readonly drawnFor: 'A4' | 'A3';
  /** `matrix` takes board units to a place of `width` × `height` units. */
  readonly view: { readonly matrix: Matrix; readonly width: number; readonly height: number };
  /** Colour and outline of the sheet behind the items, for a page that shows a frame. */
  readonly framed: boolean;
  /** In the order of drawing. */
  readonly items: readonly DisplayItem[];
}

/** How the parts of a report are called, where others have to say which. */
export const partOf = {
  cover: 'cover',
  contents: 'contents',
  people: 'people',
  overview: (boardId: string) => `overview:${boardId}`,
  page: (boardId: string, pageId: string) => `page:${boardId}:${pageId}`,
  section: (sectionId: string) => `section:${sectionId}`,
} as const;
