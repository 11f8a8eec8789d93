import type { Agenda } from '../../session/agenda.ts';
import type { Guide } from './guide.ts';
import { readMark } from './tools.ts';

/** The script of a guide as a session goes through it, in everybody's own language. */
export const scriptOf = ({ phases }: Guide): Agenda =>
  phases.map(({ minutes, frameId, zoneId, marks }, index) => ({
    // The same one for everybody who asks.
    id: `s${index}`,
    scripted: index,
    title: null,
    prompt: null,
    minutes,
    place: frameId === null || zoneId === undefined ? frameId : `${frameId}/${zoneId}`,
    tools: marks.map(readMark),
    allows: 'all',
  }));
