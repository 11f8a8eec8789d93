import type { Agenda, PhaseId } from '../../session/agenda.ts';
import type { Guide } from './guide.ts';
import { readMark } from './tools.ts';

/** A phase of the script is the same one for everybody who asks. */
export const scriptedId = (index: number): PhaseId => `s${index}`;

/** The script of a guide as a session goes through it, in everybody's own language. */
export const scriptOf = ({ phases }: Guide): Agenda =>
  phases.map(({ minutes, frameId, zoneId, marks }, index) => ({
    id: scriptedId(index),
    scripted: index,
    title: null,
    prompt: null,
    minutes,
    place: frameId === null || zoneId === undefined ? frameId : `${frameId}/${zoneId}`,
    tools: marks.map(readMark),
  }));
