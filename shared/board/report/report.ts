import type { Audience } from '../../api/boards.ts';
import type { Language } from '../../api/text.ts';
import type { Withheld } from '../export/withheld.ts';

/**
 * What is told of one or several boards beside their pages, in the order of reading and free of any paper: the PDF sets it
 * as pages, Markdown as text. Everything in it is already filtered for its readers and said in the language of the report.
 */
export interface Report {
  readonly language: Language;
  readonly audience: Audience;
  readonly boards: readonly BoardReport[];
  /** After all boards: decisions, open questions, car park. What has nothing in it is not there. */
  readonly closing: readonly ReportSection[];
  /** Every card in its own words, by board, frame and zone. */
  readonly verbatim: ReportSection | null;
}

export interface BoardReport {
  readonly boardId: string;
  readonly title: string;
  /** A few facts of the whole board, such as how many cards were written by how many organisations. */
  readonly overview: readonly Fact[];
  /** The tables that the method asks of this board, and pages such as a vision in large type. */
  readonly sections: readonly ReportSection[];
  /** What these readers do not get. */
  readonly leftOut: Withheld;
}

export interface Fact {
  readonly label: string;
  readonly value: string;
}

export interface ReportSection {
  /** Unique within the report, stable between two exports of one board. */
  readonly id: string;
  readonly title: string;
  /** One or two sentences under the title. */
  readonly lead: string | null;
  readonly blocks: readonly Block[];
}

export type Block = ParagraphBlock | PosterBlock | HeadingBlock | ListBlock | TableBlock;

export interface ParagraphBlock {
  readonly kind: 'paragraph';
  readonly text: string;
}

/** A sentence for a wall: alone on its page, as large as fits. */
export interface PosterBlock {
  readonly kind: 'poster';
  readonly text: string;
  readonly below: string | null;
}

export interface HeadingBlock {
  readonly kind: 'heading';
  /** 1 below the title of the section, 2 below that. */
  readonly level: 1 | 2;
  readonly text: string;
}

export interface ListBlock {
  readonly kind: 'list';
  readonly items: readonly ReportItem[];
}

export interface ReportItem {
  readonly text: string;
  readonly strong: boolean;
  /** Quieter, behind or below the text: who, when, what is known of it. */
  readonly detail: string | null;
  readonly items: readonly ReportItem[];
}

export interface TableBlock {
  readonly kind: 'table';
  readonly caption: string;
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly ReportRow[];
}

export interface ReportColumn {
  readonly label: string;
  /** Share of the width in relation to the other columns. */
  readonly weight: number;
  readonly align: 'start' | 'end';
}

export interface ReportRow {
  /** One for each column; lines are kept. */
  readonly cells: readonly string[];
  /** Set in bold, as chosen root causes are. */
  readonly strong: boolean;
}
