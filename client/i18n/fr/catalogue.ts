import { common } from './common.ts';
import { errors } from './errors.ts';
import { home } from './home.ts';
import { join } from './join.ts';
import { workshop } from './workshop.ts';

export const fr = { common, home, join, workshop, errors };
