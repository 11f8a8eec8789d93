import type { Audience } from '../api/boards.ts';
import type { Role } from './capabilities.ts';

/** From the narrowest reader to the widest; each audience reads what the ones before it read. */
const audiences: readonly Audience[] = ['public', 'partners', 'core'];
const widest: Record<Role, Audience> = { viewer: 'public', participant: 'partners', facilitator: 'core' };

/** For whom somebody in this role may export, the narrowest first; the last one is all that the role may read. */
export const audiencesOf = (role: Role): readonly Audience[] => audiences.slice(0, audiences.indexOf(widest[role]) + 1);

/** All that the role may read. */
export const widestAudience = (role: Role): Audience => widest[role];
