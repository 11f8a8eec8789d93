import { breakLines } from './break-lines.ts';
import { baselineOf, type Draft, lineRuns, text } from './draft.ts';
import type { Measure } from './measure.ts';
import { contentWidth, type Sheet } from './sheet.ts';
import { type Type, type } from './type.ts';

export interface PageHead {
  readonly drafts: readonly Draft[];
  /** Where what comes under it begins. */
  readonly bottom: number;
}

interface HeadTexts {
  readonly title: string;
  /** Small, above the title. */
  readonly label?: string;
  readonly lead?: string | null;
  readonly titleType?: Type;
}

/** Lines of a lead are no longer than reads well. Points. */
const leadWidth = 560;
const spaceBelow = 16;

/** The title of a part, and what stands with it, at the top of its first page. */
export function pageHead(measure: Measure, sheet: Sheet, texts: HeadTexts): PageHead {
  const { title, label = '', lead = null, titleType = type.title } = texts;
  const width = contentWidth(sheet);
  const drafts: Draft[] = [];
  let y = sheet.top;
  const set = (content: string, look: Type, of: { readonly width: number; readonly tag: 'H1' | 'P' }): void => {
    const lines = breakLines(measure, [{ text: content, type: look }], of.width);
    const runs = lines.flatMap((line, index) =>
      lineRuns(line, { x: sheet.margin, y: y + baselineOf(look) + index * look.leading }),
    );
    if (runs.length > 0) drafts.push(text([{ tag: of.tag, key: `head${drafts.length}` }], runs));
    y += lines.length * look.leading;
  };
  if (label !== '') {
    set(label, type.boardLabel, { width, tag: 'P' });
    y += 2;
  }
  set(title, titleType, { width, tag: 'H1' });
  if (lead !== null && lead !== '') {
    y += 5;
    set(lead, type.lead, { width: Math.min(width, leadWidth), tag: 'P' });
  }
  return { drafts, bottom: y + spaceBelow };
}
