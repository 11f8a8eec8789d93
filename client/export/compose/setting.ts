import type { Accent } from './accent.ts';
import type { Hyphenate } from './hyphenate.ts';
import type { Measure } from './measure.ts';
import type { ReportWords } from './report-input.ts';
import type { Sheet } from './sheet.ts';

/** What every page that is set as text depends on. */
export interface Setting {
  readonly measure: Measure;
  /** In the language of the report. */
  readonly hyphenate: Hyphenate;
  readonly sheet: Sheet;
  readonly accent: Accent;
  readonly words: ReportWords;
}
