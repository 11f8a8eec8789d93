import type { Layout } from '../template.ts';
import type { Behaviour } from './behaviour.ts';
import { grid } from './grid.ts';
import { matrix } from './matrix.ts';
import { minitree } from './minitree.ts';
import { rings } from './rings.ts';
import { form, single } from './single.ts';
import { rows, slots } from './slots.ts';
import { time } from './time.ts';
import { tree } from './tree.ts';

/** By layout; null where cards stay as people put them. */
export const behaviours: Readonly<Record<Layout, Behaviour | null>> = {
  grid,
  single,
  slots,
  rows,
  tree,
  minitree,
  matrix,
  rings,
  time,
  form,
  free: null,
  none: null,
};
