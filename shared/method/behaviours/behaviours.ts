import type { Layout } from '../template.ts';
import type { Behaviour } from './behaviour.ts';

/** By layout; null where cards stay as people put them. */
export const behaviours: Readonly<Record<Layout, Behaviour | null>> = {
  grid: null,
  single: null,
  slots: null,
  rows: null,
  tree: null,
  minitree: null,
  matrix: null,
  rings: null,
  time: null,
  form: null,
  free: null,
  none: null,
};
