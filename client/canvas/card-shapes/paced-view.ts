import { type Atom, atom, type Editor, unsafe__withoutCapture } from 'tldraw';
import type { BoardView } from '../../../shared/method/board-view.ts';
import type { Template } from '../../../shared/method/template.ts';
import { boardViewOf } from './board-view.ts';

/** Generated pictures follow the board at this pace: a card under a hand changes it sixty times a second. */
const paceMs = 120;

interface Followed {
  readonly view: Atom<BoardView>;
  readers: number;
  stop(): void;
}

const followed = new WeakMap<Editor, Atom<Followed | null>>();

function followedOf(editor: Editor): Atom<Followed | null> {
  const found = followed.get(editor) ?? atom<Followed | null>('who follows the board', null);
  followed.set(editor, found);
  return found;
}

/** Keeps a view of the board up to date, once for all who look. @returns the view, and what ends looking */
export function followBoard(
  editor: Editor,
  template: Template,
): { readonly view: Atom<BoardView>; readonly stop: () => void } {
  const current = followedOf(editor);
  const shared = current.get() ?? startFollowing(editor, template);
  shared.readers += 1;
  return {
    view: shared.view,
    stop: () => {
      shared.readers -= 1;
      if (shared.readers > 0) return;
      shared.stop();
      current.set(null);
    },
  };
}

/** The board as its pictures show it, to be read where changes are tracked; as it is now where nobody looks at any. */
export const pacedBoard = (editor: Editor, template: Template): BoardView =>
  followedOf(editor).get()?.view.get() ?? unsafe__withoutCapture(() => boardViewOf(editor, template).get());

function startFollowing(editor: Editor, template: Template): Followed {
  const board = boardViewOf(editor, template);
  const view = atom<BoardView>('board as its pictures show it', board.get());
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stopListening = editor.store.listen(
    () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        view.set(board.get());
      }, paceMs);
    },
    { scope: 'document' },
  );
  const started: Followed = {
    view,
    readers: 0,
    stop: () => {
      stopListening();
      clearTimeout(timer);
    },
  };
  followedOf(editor).set(started);
  return started;
}
