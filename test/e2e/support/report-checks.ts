import { expect } from '@playwright/test';
import { inspectPdf, type PdfFacts } from '../../unit/export/support/pdf-tools.ts';
import { languageOf, type OutlineNode, outlineOf } from '../../unit/export/support/pdf-tree.ts';
import { structureFaults } from '../../unit/export/support/structure-faults.ts';
import type { TakenReport } from './report-workshop.ts';

interface Wanted {
  readonly title: string;
  readonly language: string;
  /** 300 kB for a board of 40 cards, 1 MB for one of a thousand. */
  readonly atMostBytes: number;
}

/** What has to be so of every report, whatever is in it. */
export function expectSound({ bytes, undrawn }: TakenReport, { title, language, atMostBytes }: Wanted): PdfFacts {
  expect(undrawn).toEqual({ letters: [], images: 0, kinds: [], records: 0, unreadVotes: 0 });
  const facts = inspectPdf(bytes);
  const { complaints, info, fonts, pages } = facts;
  expect(complaints).toBe('');
  expect(info.get('Tagged')).toBe('yes');
  expect(info.get('Title')).toBe(title);
  expect(info.get('Pages')).toBe(String(pages.length));
  expect(languageOf(bytes)).toBe(language);
  expect(structureFaults(bytes)).toEqual([]);
  expect(fonts.length).toBeGreaterThan(0);
  for (const font of fonts) {
    expect(font).toMatchObject({ embedded: true, subset: true, unicode: true });
    expect(font.type).not.toContain('Type 3');
  }
  expect(bytes.length).toBeLessThan(atMostBytes);
  // All pages but the cover say which of how many they are.
  for (const [index, text] of pages.entries()) if (index > 0) expect(text).toContain(`${index + 1} / ${pages.length}`);
  return facts;
}

export const oneLine = (text: string): string => text.replaceAll('\u00ad', '').replace(/\s+/g, ' ').trim();

/** Words of some pages, without what stands at their feet. @param from 1-based @param before as well */
export const textOfPages = ({ pages }: PdfFacts, from: number, before: number): string =>
  oneLine(
    pages
      .slice(from - 1, before - 1)
      .map((page) =>
        page
          .split('\n')
          .filter((line) => !/\d+ \/ \d+$/.test(line))
          .join('\n'),
      )
      .join('\n'),
  );

/** How often one text is in another. */
export const countIn = (text: string, part: string): number => text.split(part).length - 1;

/** Entries that the outline has at its top, each with the page that the next one begins on. */
export function topOutline(bytes: Uint8Array, pages: number): readonly (OutlineNode & { readonly before: number })[] {
  const nodes = outlineOf(bytes);
  return nodes.map((node, index) => ({ ...node, before: nodes[index + 1]?.page ?? pages + 1 }));
}
