import { lineOfText } from '../../../../shared/api/text.ts';
import { agendaLimits, textLimits } from '../../../../shared/protocol/limits.ts';
import type { Agenda, Phase, PhaseId, PhaseTool } from '../../../../shared/session/agenda.ts';

/** Phases while they are edited: texts are as they were typed, and 0 is a number that nobody has entered yet. */
export type Draft = Agenda;

export type PhaseChange = Partial<Pick<Phase, 'title' | 'prompt' | 'minutes' | 'place' | 'tools' | 'allows'>>;

export type PhaseField = 'title' | 'prompt' | 'minutes' | `tool-${number}`;

/** Why a phase cannot be kept as it is. */
export interface Fault {
  readonly phaseId: PhaseId;
  readonly field: PhaseField;
  readonly reason: 'empty' | 'long' | 'disguised' | 'range';
}

/** Tools as phases mostly use them, one after the other. */
export const usualOrder = ['FOL', 'BO', 'ANON', 'PW', 'T', 'REV', 'RR', 'CL', 'V', 'F5', 'DEC', 'LOCK'] as const;
type ToolName = PhaseTool['tool'];

/** Of a phase that somebody adds, of a timer, and dots for each person: what scripts have most. */
const usual = { minutes: 10, timer: 5, dots: 5 } as const;

export const isFull = (draft: Draft): boolean => draft.length >= agendaLimits.phasesMax;

export const changed = (draft: Draft, id: PhaseId, change: PhaseChange): Draft =>
  draft.map((phase) => (phase.id === id ? { ...phase, ...change } : phase));

export function moved(draft: Draft, id: PhaseId, side: 'before' | 'after', other: PhaseId): Draft {
  const phase = draft.find((one) => one.id === id);
  if (phase === undefined || id === other) return draft;
  const rest = draft.filter((one) => one !== phase);
  return rest.flatMap((one) => (one.id !== other ? [one] : side === 'before' ? [phase, one] : [one, phase]));
}

/** @param after the phase that it follows; null, or one that is gone, for the end */
export function added(draft: Draft, newId: PhaseId, after: PhaseId | null): Draft {
  const { minutes } = usual;
  const told = { scripted: null, title: null, prompt: null } as const;
  const phase: Phase = { id: newId, ...told, minutes, place: null, tools: [], allows: 'all' };
  const at = draft.findIndex(({ id }) => id === after);
  return draft.toSpliced(at === -1 ? draft.length : at + 1, 0, phase);
}

/** The copy comes right after the phase and takes its words from the same place. */
export const duplicated = (draft: Draft, id: PhaseId, newId: PhaseId): Draft =>
  draft.flatMap((phase) => (phase.id === id ? [phase, { ...phase, id: newId }] : [phase]));

export const removed = (draft: Draft, id: PhaseId): Draft => draft.filter((phase) => phase.id !== id);

/** A tool that is there keeps its place, one that comes goes before those that mostly follow it. */
export function withTool(tools: readonly PhaseTool[], name: ToolName, isUsed: boolean): PhaseTool[] {
  if (!isUsed) return tools.filter(({ tool }) => tool !== name);
  if (tools.some(({ tool }) => tool === name)) return [...tools];
  const follows = ({ tool }: PhaseTool) => usualOrder.indexOf(tool) > usualOrder.indexOf(name);
  const at = tools.findIndex(follows);
  return tools.toSpliced(at === -1 ? tools.length : at, 0, newTool(name));
}

function newTool(name: ToolName): PhaseTool {
  switch (name) {
    case 'T':
      return { tool: name, minutes: usual.timer };
    case 'V':
      return { tool: name, dots: usual.dots };
    default:
      return { tool: name };
  }
}

/** @param at place of the tool in its phase: some have two timers */
export const withAmount = (tools: readonly PhaseTool[], at: number, amount: number): PhaseTool[] =>
  tools.map((tool, index) => {
    if (index !== at) return tool;
    if (tool.tool === 'T') return { ...tool, minutes: amount };
    return tool.tool === 'V' ? { ...tool, dots: amount } : tool;
  });

/** In the order of the phases and of their fields. */
export const faultsOf = (draft: Draft): readonly Fault[] => draft.flatMap(faultsIn);

function faultsIn(phase: Phase): readonly Fault[] {
  const found: Fault[] = [];
  const note = (field: PhaseField, reason: Fault['reason'] | null) => {
    if (reason !== null) found.push({ phaseId: phase.id, field, reason });
  };
  const isOwn = phase.scripted === null;
  note('title', isOwn && isBlank(phase.title) ? 'empty' : faultOfLine(phase.title, textLimits.phaseTitle));
  note('prompt', faultOfLine(phase.prompt, textLimits.phasePrompt));
  note('minutes', faultOfMinutes(phase.minutes));
  for (const [at, tool] of phase.tools.entries())
    if (tool.tool === 'T') note(`tool-${at}`, faultOfMinutes(tool.minutes));
  return found;
}

const isBlank = (text: string | null): boolean => text === null || text.trim() === '';

function faultOfLine(text: string | null, max: number): Fault['reason'] | null {
  if (text === null || isBlank(text)) return null;
  const read = lineOfText(max).safeParse(text);
  if (read.success) return null;
  return read.error.issues[0]?.code === 'too_big' ? 'long' : 'disguised';
}

const faultOfMinutes = (minutes: number): Fault['reason'] | null =>
  minutes >= 1 && minutes <= agendaLimits.minutesMax ? null : 'range';

/** What is handed in of a draft without faults: words that are blank are those of the script again. */
export const finished = (draft: Draft): Agenda =>
  draft.map((phase) => ({
    ...phase,
    title: isBlank(phase.title) ? null : phase.title,
    prompt: isBlank(phase.prompt) ? null : phase.prompt,
  }));
