import { board } from './board.ts';
import { boardPage } from './board-page.ts';
import { cardTools } from './card-tools.ts';
import { cards } from './cards.ts';
import { en } from './catalogue.ts';
import { exportTexts } from './export.ts';
import { files } from './files.ts';
import { guide } from './guide.ts';
import { help } from './help.ts';
import { history } from './history.ts';
import { table } from './table.ts';

export const enBoard = {
  ...en,
  board,
  boardPage,
  history,
  export: exportTexts,
  cards,
  cardTools,
  table,
  files,
  help,
  guide,
};
