import { type Atom, atom, type Editor, type TLShapeId } from 'tldraw';
import type { Point } from '../../../shared/board/containment.ts';
import type { Method } from '../method.ts';

/** Somebody chooses a place or a card from a list: for whom mouse and canvas are out of reach, and where they are far away. */
export type Choice =
  | { readonly kind: 'create' }
  | { readonly kind: 'move' | 'mirror'; readonly ids: readonly string[] }
  | { readonly kind: 'link'; readonly from: string };

/** What tools, keys and menus of one canvas share. */
export interface Desk {
  /** Null until the board is there. */
  readonly method: Atom<Method | null>;
  readonly choice: Atom<Choice | null>;
  /** Whether a name for what is selected is being written. */
  readonly naming: Atom<boolean>;
  /** The card that an edge is being drawn from. */
  readonly connecting: Atom<TLShapeId | null>;
  /** Where the pointer is meanwhile, on the page. */
  readonly pointer: Atom<Point | null>;
}

const desks = new WeakMap<Editor, Desk>();

export function deskOf(editor: Editor): Desk {
  const known = desks.get(editor);
  if (known !== undefined) return known;
  const desk: Desk = {
    method: atom<Method | null>('method', null),
    choice: atom<Choice | null>('choice', null),
    naming: atom('naming', false),
    connecting: atom<TLShapeId | null>('connecting', null),
    pointer: atom<Point | null>('pointer', null),
  };
  desks.set(editor, desk);
  return desk;
}
