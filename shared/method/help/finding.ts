import type { Language } from '../../api/text.ts';
import type { BoardView } from '../board-view.ts';
import type { Fields } from '../cards/fields.ts';
import type { CardKind } from '../cards/kinds.ts';
import type { Template, Text } from '../template.ts';

export type RuleId = `${'ALL' | 'RCT' | 'ACT' | 'VIS' | 'LES'}-${number}`;

/** What a rule says: a rule may have several things to say, one of them without a word behind the point. */
export type HelpKey = RuleId | `${RuleId}.${string}`;

/** Fills a hole in a text: words as they stand on the board, or words of the method, or a list of either. */
export type HelpParam = string | number | Text | readonly (string | Text)[];

/** What one click does about a finding. */
export type Suggestion =
  /** An empty card that hangs on this one. */
  | { readonly type: 'ask-why'; readonly cardId: string }
  /** Other words in the card's title. */
  | { readonly type: 'rewrite'; readonly cardId: string }
  | { readonly type: 'set-fields'; readonly cardIds: readonly string[]; readonly fields: Fields }
  /** A new card with these words, in the board's language. */
  | { readonly type: 'add'; readonly zone: ZonePath; readonly title: Text; readonly about: string }
  /** To another place, as another kind of card. */
  | { readonly type: 'move'; readonly cardId: string; readonly zone: ZonePath; readonly kind: CardKind }
  /** One card out of two; what the other was joined to and who wrote it are kept. */
  | { readonly type: 'merge'; readonly keepId: string; readonly dropId: string }
  /** What closes a circle feeds back. */
  | { readonly type: 'feed-back'; readonly relationId: string; readonly from: string; readonly to: string };

export interface ZonePath {
  readonly frameId: string;
  readonly zoneId: string;
}

/** Something worth a look. The same board gives the same findings in the same order. */
export interface Finding {
  readonly rule: RuleId;
  readonly key: HelpKey;
  /** The card it is about; null where it is about the board. */
  readonly cardId: string | null;
  /** Cards that show it, that of `cardId` first. */
  readonly cardIds: readonly string[];
  readonly params: Readonly<Record<string, HelpParam>>;
  /** What would embarrass somebody is for the facilitator alone. */
  readonly audience: 'everyone' | 'facilitator';
  /** To be settled before the session goes on. */
  readonly isUrgent: boolean;
  readonly suggestion: Suggestion | null;
  /** Why somebody put it aside; null while it stands. */
  readonly dismissed: string | null;
}

export interface HelpText {
  /** At the edge of a card, and as a line of a list. */
  readonly chip: Text;
  /** What was seen and what to do about it. */
  readonly about: Text;
  /** On the button that does it, where one click can. */
  readonly action?: Text;
}

/** What a rule has found, before the board is asked what was put aside. */
export type Found = Omit<Finding, 'dismissed'>;

export interface HelpInput {
  readonly view: BoardView;
  readonly template: Template;
  readonly language: Language;
  /** Those of the workshop. */
  readonly organisations: readonly { readonly id: string; readonly name: string }[];
  /** Who wrote the cards, by participant id. */
  readonly authors: ReadonlyMap<string, { readonly name: string; readonly organisationId: string }>;
  /** Titles of agreed cards as this page first saw them agreed, by card. */
  readonly agreedTitles: ReadonlyMap<string, string>;
  /** Help about the whole board that was put aside, as on its first heading. */
  readonly dismissed: readonly string[];
  readonly nowMs: number;
}
