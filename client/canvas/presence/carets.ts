import { type Atom, atom } from 'tldraw';
import type { Caret } from './caret.ts';

/** Where somebody else is in a text, and how to show it; name and colour are the roster's. */
export interface RemoteCaret {
  readonly clientId: number;
  readonly shapeId: string;
  readonly caret: Caret;
  readonly name: string;
  /** 1 to 10, the number of a colour token. */
  readonly hue: number;
}

/** What the open text editor and the presence have to tell each other. */
export interface Carets {
  /** One's own, as a presence spells it; null while no text is being written. */
  readonly own: Atom<string | null>;
  readonly others: Atom<readonly RemoteCaret[]>;
}

export const createCarets = (): Carets => ({ own: atom('own caret', null), others: atom('carets of others', []) });
