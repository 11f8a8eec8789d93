import { type Logger, pino } from 'pino';

/** Injected everywhere. Events are names with fields (`room.opened`); tokens, names of people and board text never appear. */
export type Log = Logger;

export const createLog = (level: string): Log => pino({ level, base: null });
