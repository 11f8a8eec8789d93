import { type Atom, atom, type Editor } from 'tldraw';
import type { Language } from '../../../shared/api/text.ts';
import type { Template } from '../../../shared/method/template.ts';
import type { People } from './people.ts';

/** What cards are drawn with that is not on the board itself. */
export interface Surroundings {
  readonly people: People;
  /** Null where the board's template is not there, or not yet: rows and forms then show their title alone. */
  readonly template: Template | null;
  /** Of the board. */
  readonly language: Language;
  /** A filled example to look at. */
  readonly example: boolean;
}

const nobody: People = {
  organisations: [],
  merged: new Map(),
  stamp: () => undefined,
  participant: () => undefined,
};
/** Of a canvas that nobody has told anything. */
export const noSurroundings: Surroundings = { people: nobody, template: null, language: 'en', example: false };

const atoms = new WeakMap<Editor, Atom<Surroundings>>();

/** Shape utils are made by tldraw and see no React context, neither on the canvas nor in print: an editor carries it. */
export function surroundingsOf(editor: Editor): Atom<Surroundings> {
  let found = atoms.get(editor);
  if (found === undefined) {
    found = atom('surroundings of cards', noSurroundings);
    atoms.set(editor, found);
  }
  return found;
}
