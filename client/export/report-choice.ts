import type { Editor } from 'tldraw';
import type { Audience } from '../../shared/api/boards.ts';
import type { Board, GetWorkshopResponse, ReportLook } from '../../shared/api/workshops.ts';
import type { BoardId } from '../../shared/protocol/ids.ts';
import type { Paper } from './compose/report-input.ts';

/** Where an export starts from. */
export interface ExportSource {
  readonly data: GetWorkshopResponse;
  /** The board of the page; null on the page of a workshop. */
  readonly open: OpenBoard | null;
}

export interface OpenBoard {
  readonly editor: Editor;
  readonly board: Board;
}

/** Of a workshop that gave its reports none. */
export const noLook: ReportLook = { accent: null, logo: null };

/** What a report is made of, and for whom. */
export interface ReportChoice extends ReportLook {
  /** In the order of the report, at least one. */
  readonly boards: readonly BoardId[];
  readonly audience: Audience;
  readonly paper: Paper;
  /** Whether people are named who agreed to it. */
  readonly names: boolean;
}

export interface ExportProgress {
  readonly step: 'read' | 'lay-out' | 'write';
  /** From 0, of the board that is being read or of the file. */
  readonly page: number;
  /** 0 while that is not known. */
  readonly pages: number;
  readonly title: string;
  /** Of all the work, from 0 to 1. */
  readonly done: number;
}

/** What a box stands for in the file, or what is missing. */
export interface Undrawn {
  readonly letters: readonly string[];
  readonly images: number;
  readonly kinds: readonly string[];
  /** Records that no canvas can show. */
  readonly records: number;
  /** Boards of which the server did not say what was voted. */
  readonly unreadVotes: number;
}
