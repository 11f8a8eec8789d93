import type { Editor } from 'tldraw';
import type { Translate } from '../i18n/catalogue.ts';
import { collectBoard } from './collect/collect-board.ts';
import { planPages } from './collect/plan-pages.ts';
import { displayListVersion } from './display-list.ts';
import type { ExportFacts } from './export-facts.ts';
import { exportFileName } from './file-name.ts';
import { leftOut } from './left-out.ts';
import { runWriter } from './run-writer.ts';

export interface PdfFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly fileName: string;
  readonly undrawn: Undrawn;
}

/** What a box stands for in the file. */
export interface Undrawn {
  readonly letters: readonly string[];
  readonly images: number;
  readonly kinds: readonly string[];
}

export interface ExportProgress {
  /** 0 is the cover. */
  readonly page: number;
  readonly pages: number;
  readonly title: string;
  /** Of all the work, from 0 to 1. */
  readonly done: number;
}

export interface ExportPdfOptions {
  readonly editor: Editor;
  readonly facts: ExportFacts;
  /** In the language of the board. */
  readonly t: Translate;
  readonly onProgress: (progress: ExportProgress) => void;
  readonly signal: AbortSignal;
}

/** Share of the work that reading the board takes; writing is the rest. */
const readingShare = 0.6;

/**
 * The board as a PDF: cover, one page per frame, one with what stands outside the frames.
 * @throws the signal's reason once it is aborted
 */
export async function exportPdf({ editor, facts, t, onProgress, signal }: ExportPdfOptions): Promise<PdfFile> {
  const plans = planPages(editor, {
    texts: { unnamed: t('export.unnamedFrame'), outside: t('export.outsideFrames') },
    leaveOut: leftOut(editor),
  });
  const titles = [facts.cover.title, ...plans.map(({ title }) => title)];
  const report = (page: number, done: number): void =>
    onProgress({ page, pages: titles.length, title: titles[page] ?? '', done });
  report(0, 0);
  const collected = await collectBoard(editor, plans, {
    signal,
    onPage: (index) => report(index + 1, (readingShare * index) / titles.length),
  });
  const written = await runWriter(
    {
      version: displayListVersion,
      language: facts.language,
      createdAtMs: facts.createdAtMs,
      title: facts.board,
      cover: facts.cover,
      footer: facts.footer,
      pages: collected.pages,
      images: collected.images,
    },
    { signal, onPage: (index) => report(index, readingShare + ((1 - readingShare) * index) / titles.length) },
  );
  return {
    bytes: written.bytes,
    fileName: exportFileName({ ...facts, atMs: facts.createdAtMs }, 'pdf'),
    undrawn: {
      letters: written.undrawn.letters,
      images: written.undrawn.images.length,
      kinds: collected.undrawnKinds,
    },
  };
}
