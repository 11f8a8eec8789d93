import type { ZoneRole } from '../../board/template-shapes.ts';
import type { FieldName, FieldValue } from '../cards/fields.ts';
import type { RelationKind, RelationState, RelationTie } from '../cards/relations.ts';
import type { Text } from '../template.ts';

/**
 * A tool of facilitation that a phase uses, in the order of use. `T6` is a timer of six minutes, `V5` five dots each,
 * `LOCK:tree/trunk` locks that zone;
 * the others are named in `tools.ts`.
 */
export type GuideMark = PlainMark | `T${number}` | `V${number}` | `LOCK:${string}`;
export type PlainMark = 'PW' | 'REV' | 'RR' | 'CL' | 'F5' | 'LOCK' | 'FOL' | 'BO' | 'ANON' | 'DEC';

export interface GuidePhase {
  readonly title: Text;
  /** In all, timers included. */
  readonly minutes: number;
  /** Where the phase takes place; null where no frame is worked on. */
  readonly frameId: string | null;
  /** Where what people write belongs at first; left out where they choose. */
  readonly zoneId?: string;
  /** What the facilitator does. */
  readonly hint: Text;
  readonly marks: readonly GuideMark[];
  /** Questions to say aloud. */
  readonly prompts?: readonly Text[];
}

/** What the panel draws beside an entry of the legend. */
export type LegendSign =
  /** Colour and second sign of a zone. */
  | { readonly type: 'zone'; readonly role: ZoneRole }
  /** A mark on a card's face. */
  | { readonly type: 'card'; readonly mark: 'voice' | 'root' | 'votes' | 'evidence' | 'agreed' | 'ghost' | 'mirror' }
  /** A value of a field, as cards show it. */
  | { readonly type: 'value'; readonly field: FieldName; readonly value: FieldValue }
  /** A line between cards; what is not said is as usual. */
  | {
      readonly type: 'line';
      readonly kind: RelationKind;
      readonly tie?: RelationTie;
      readonly state?: RelationState;
      readonly strength?: 1 | 2 | 3;
    };

/** How to lead a session with a board. */
export interface Guide {
  /** Of the whole session; what its phases add up to. */
  readonly minutes: number;
  readonly phases: readonly GuidePhase[];
  /** Tasks that people take besides taking part. */
  readonly roles: readonly { readonly name: Text; readonly task: Text }[];
  readonly legend: readonly { readonly sign: LegendSign; readonly text: Text }[];
  /** For those who are not in the room. */
  readonly remote: Text;
  /** How those affected are heard on this board. */
  readonly affected: Text;
}
