import type { Fields } from '../cards/fields.ts';
import type { CardKind } from '../cards/kinds.ts';
import type { RelationKind, RelationState, RelationTie } from '../cards/relations.ts';
import type { TextInput } from '../template.ts';

/** One card of a filled example. Where it stands in its zone follows from the zone's layout. */
export interface DemoCard {
  /** Letters, digits, dots and hyphens; unique in the board. */
  readonly id: string;
  /** `<frame>/<zone>`. */
  readonly zone: string;
  readonly kind: CardKind;
  readonly title: TextInput;
  /** Fields that are the same in every language. */
  readonly fields?: Fields;
  /** Fields that people read. */
  readonly words?: Readonly<Record<string, TextInput>>;
}

export interface DemoMirror {
  readonly of: string;
  readonly zone: string;
}

export interface DemoRelation {
  readonly from: string;
  readonly to: string;
  readonly kind: RelationKind;
  readonly tie?: RelationTie;
  readonly strength?: 1 | 2 | 3;
  readonly state?: RelationState;
  readonly direction?: 'one-way' | 'both';
}

/** What a template looks like in use: an invented case, everything of it made up. */
export interface Demo {
  readonly cards: readonly DemoCard[];
  readonly mirrors: readonly DemoMirror[];
  readonly relations: readonly DemoRelation[];
}
