import { faceUrls } from 'virtual:pdf-faces';
import { composeReport } from './compose/compose-report.ts';
import type { ReportInput } from './compose/report-input.ts';
import type { DisplayPage } from './display-list.ts';
import { loadHyphenation } from './text/load-hyphenation.ts';
import { fetchFaces } from './write/fetch-faces.ts';
import { openMeasure } from './write/open-measure.ts';

/** Lays out without a thread of its own, where there can be none: the page stands still meanwhile. */
export const composeHere = async (input: ReportInput): Promise<readonly DisplayPage[]> =>
  composeReport(input, await openMeasure(input, fetchFaces(faceUrls)), await loadHyphenation(input.report.language));
