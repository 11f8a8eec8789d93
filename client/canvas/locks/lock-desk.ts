import { type Atom, atom, type Editor } from 'tldraw';

/** How whoever leads locks places of the board that is on a canvas. */
export interface LockDesk {
  /** As locks call them. */
  readonly places: ReadonlySet<string>;
  nameOf(shapeId: string): string | null;
  setLocked(place: string, isLocked: boolean): void;
  /** Where a press opened the menu last, in units of the board; null where a key did. */
  menuPoint(): { readonly x: number; readonly y: number } | null;
}

const desks = new WeakMap<Editor, Atom<LockDesk | null>>();

/** Null for who does not lead, and until the board's locks are known. */
export function lockDeskOf(editor: Editor): Atom<LockDesk | null> {
  const known = desks.get(editor);
  if (known !== undefined) return known;
  const desk = atom<LockDesk | null>('lock desk', null);
  desks.set(editor, desk);
  return desk;
}
