import type { Board } from '../../shared/api/workshops.ts';
import type { Records } from '../../shared/board/containment.ts';
import { loadTemplate } from '../../shared/method/templates.ts';
import type { People } from '../canvas/card-shapes/people.ts';
import { loadBoardCatalogue, translator } from '../i18n/catalogue.ts';
import { type Collected, type CollectOptions, collectBoard } from './collect/collect-board.ts';
import { openStage } from './stage/open-stage.ts';
import { printedDetail } from './stage/picture-widths.ts';

interface Performed {
  readonly board: Board;
  /** As the readers get them. */
  readonly records: Records;
  readonly people: People;
}

/** @throws the signal's reason once it is aborted */
export async function collectFromStage(
  { board: { template, language, example }, records, people }: Performed,
  signal: AbortSignal,
  onPage: CollectOptions['onPage'],
): Promise<Collected> {
  const t = translator(await loadBoardCatalogue(language), language);
  const stage = await openStage(
    { records, template: loadTemplate(template), language, people, example, pictures: printedDetail },
    signal,
  );
  try {
    const texts = {
      unnamed: t('export.unnamedFrame'),
      outside: t('export.outsideFrames'),
      tree: t('export.treeFigure'),
    };
    return await collectBoard(stage.editor, { texts, signal, onPage });
  } finally {
    stage.close();
  }
}
