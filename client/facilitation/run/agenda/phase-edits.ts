import type { Phase } from '../../../../shared/session/agenda.ts';
import type { PhaseChange } from './edit.ts';

/** What is done with a phase of the list. */
export interface PhaseEdits {
  readonly onChange: (phase: Phase, change: PhaseChange) => void;
  /** Puts it beside another. */
  readonly onMove: (phase: Phase, side: 'before' | 'after', other: Phase) => void;
  readonly onAddAfter: (phase: Phase) => void;
  readonly onDuplicate: (phase: Phase) => void;
  readonly onRemove: (phase: Phase) => void;
}
