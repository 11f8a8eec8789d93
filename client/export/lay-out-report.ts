import type { GetWorkshopResponse } from '../../shared/api/workshops.ts';
import { addWithheld, nothingWithheld } from '../../shared/board/export/withheld.ts';
import { loadBoardCatalogue, translator } from '../i18n/catalogue.ts';
import type { Collected } from './collect/collect-board.ts';
import type { CollectedBoard, ReportInput } from './compose/report-input.ts';
import { exportFacts } from './export-facts.ts';
import type { ReportChoice } from './report-choice.ts';
import { type ReportBoard, toldReport } from './told-report.ts';

interface Layable {
  readonly choice: ReportChoice;
  readonly data: GetWorkshopResponse;
  readonly boards: readonly (ReportBoard & { readonly collected: Collected })[];
  readonly nowMs: number;
}

/** Name of the logo among the images. */
const logoName = 'logo';

/** Everything that a report is laid out from, with every part in it. */
export async function inputOf({ choice, data, boards, nowMs }: Layable): Promise<ReportInput> {
  const { audience, names, accent, logo, paper } = choice;
  const report = await toldReport(data, boards, audience);
  const t = translator(await loadBoardCatalogue(report.language), report.language);
  const facts = {
    ...{ data, audience, names, nowMs },
    boards: boards.map(({ board }) => board),
    leftOut: boards.map(({ leftOut }) => leftOut).reduce(addWithheld, nothingWithheld),
  };
  return {
    ...exportFacts(facts, report.language, t),
    look: { accent, logo: logo === null ? null : logoName },
    paper,
    report,
    boards: boards.map(({ board, collected }): CollectedBoard => ({ boardId: board.id, ...collected.board })),
    images: {
      ...Object.assign({}, ...boards.map(({ collected }) => collected.images)),
      ...(logo !== null && { [logoName]: logo }),
    },
    leftOutParts: [],
  };
}
