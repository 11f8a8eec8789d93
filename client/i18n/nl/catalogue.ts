import { board } from './board.ts';
import { boardPage } from './board-page.ts';
import { common } from './common.ts';
import { errors } from './errors.ts';
import { exportTexts } from './export.ts';
import { history } from './history.ts';
import { home } from './home.ts';
import { join } from './join.ts';
import { workshop } from './workshop.ts';

export const nl = { common, home, join, workshop, board, boardPage, history, export: exportTexts, errors };
