import { agenda } from './agenda.ts';
import { attention } from './attention.ts';
import { balance } from './balance.ts';
import { board } from './board.ts';
import { boardPage } from './board-page.ts';
import { breakouts } from './breakouts.ts';
import { cardTools } from './card-tools.ts';
import { cards } from './cards.ts';
import { comments } from './comments.ts';
import { companion } from './companion.ts';
import { decision } from './decision.ts';
import { exportTexts } from './export.ts';
import { files } from './files.ts';
import { floor } from './floor.ts';
import { guide } from './guide.ts';
import { help } from './help.ts';
import { history } from './history.ts';
import { locks } from './locks.ts';
import { pictures } from './pictures.ts';
import { privateWriting } from './private-writing.ts';
import { reactions } from './reactions.ts';
import { run } from './run.ts';
import { said } from './said.ts';
import { table } from './table.ts';
import { timer } from './timer.ts';
import { tools } from './tools.ts';
import { voting } from './voting.ts';
import { deWorkshop } from './workshop-catalogue.ts';

export const deBoard = {
  ...deWorkshop,
  board,
  boardPage,
  history,
  export: exportTexts,
  cards,
  cardTools,
  table,
  tools,
  files,
  help,
  guide,
  comments,
  companion,
  pictures,
  privateWriting,
  voting,
  timer,
  run,
  reactions,
  attention,
  floor,
  decision,
  locks,
  balance,
  breakouts,
  agenda,
  said,
};
