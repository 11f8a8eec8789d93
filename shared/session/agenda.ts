import { z } from 'zod';
import { lineOfText } from '../api/text.ts';
import { agendaLimits, textLimits } from '../protocol/limits.ts';

/** What a phase uses, in the order of use. */
export const PhaseTool = z.discriminatedUnion('tool', [
  z.object({ tool: z.literal('T'), minutes: z.int().min(1).max(agendaLimits.minutesMax) }),
  /** Dots for each person. */
  z.object({ tool: z.literal('V'), dots: z.int().min(1).max(20) }),
  z.object({ tool: z.enum(['PW', 'REV', 'RR', 'CL', 'F5', 'FOL', 'BO', 'ANON', 'DEC']) }),
  /** A place as phases have them; left out: where the phase takes place. */
  z.object({ tool: z.literal('LOCK'), place: z.string().max(80).optional() }),
]);
export type PhaseTool = z.infer<typeof PhaseTool>;

/** What participants may do while a phase runs: change everything, add and change only their own, or look only. */
export const PhaseAllows = z.enum(['all', 'own', 'look']);
export type PhaseAllows = z.infer<typeof PhaseAllows>;

export const PhaseId = z.string().regex(/^[A-Za-z0-9_-]{1,21}$/);
export type PhaseId = z.infer<typeof PhaseId>;

type Line = (max: number) => z.ZodType<string, string>;

const phase = (line: Line) =>
  z
    .object({
      id: PhaseId,
      /** Which phase of its board's script it is; null for one that somebody added. */
      scripted: z.int().nonnegative().max(agendaLimits.phasesMax).nullable(),
      /** Somebody's own words; null: those of the script, which all read in their own language. */
      title: line(textLimits.phaseTitle).nullable(),
      /** The question to everybody; null: those of the script. */
      prompt: line(textLimits.phasePrompt).nullable(),
      /** In all, timers included. */
      minutes: z.int().min(1).max(agendaLimits.minutesMax),
      /** Where it takes place: `frame` or `frame/zone` of the board's template; null: nowhere on the board. */
      place: z.string().max(80).nullable(),
      tools: z.array(PhaseTool).max(agendaLimits.toolsMax),
      /** Phases that were kept before there was a choice allow everything. */
      allows: PhaseAllows.default('all'),
    })
    .refine(({ scripted, title }) => scripted !== null || title !== null, { path: ['title'] });

const agenda = (line: Line) =>
  z
    .array(phase(line))
    .max(agendaLimits.phasesMax)
    .refine((phases) => new Set(phases.map(({ id }) => id)).size === phases.length, { error: 'the same id twice' });

/** The phases of a session on a board, in order. */
export const Agenda = agenda((max) => z.string().max(max));
export type Agenda = z.infer<typeof Agenda>;
/** A stretch of a session with one aim. */
export type Phase = Agenda[number];

/** One as somebody hands it in: what they wrote becomes lines of text. */
export const GivenAgenda = agenda(lineOfText);

/** What phases take in all. */
export const minutesOf = (phases: readonly Phase[]): number => phases.reduce((sum, { minutes }) => sum + minutes, 0);

/** What the phases before one take. */
export const minutesBefore = (phases: readonly Phase[], phaseId: PhaseId): number =>
  minutesOf(
    phases.slice(
      0,
      phases.findIndex(({ id }) => id === phaseId),
    ),
  );
