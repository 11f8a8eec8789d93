import type { ViewName } from '../../board/card-shapes.ts';
import { balanceBars } from './balance-bars.ts';
import { balanceHeat } from './balance-heat.ts';
import { chainChecks } from './chain-checks.ts';
import { fishbone } from './fishbone.ts';
import { matrixMarks } from './matrix-marks.ts';
import { moodLine } from './mood-line.ts';
import { more } from './more.ts';
import type { Picture, ViewInput, Views } from './picture.ts';
import { ringMap } from './ring-map.ts';
import { tableCells } from './table-cells.ts';
import { timeMarks } from './time-marks.ts';

/** By name; null for a view that nothing draws yet. */
const views: Views = {
  'matrix-marks': matrixMarks,
  fishbone,
  'chain-checks': chainChecks,
  'ring-map': ringMap,
  'balance-heat': balanceHeat,
  'balance-bars': balanceBars,
  'mood-line': moodLine,
  'time-marks': timeMarks,
  'table-cells': tableCells,
  more,
};

export const drawView = (name: ViewName, input: ViewInput): Picture => views[name]?.(input) ?? [];
