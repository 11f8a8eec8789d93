import type { Computed, Editor } from 'tldraw';
import type { BoardView } from '../../../shared/method/board-view.ts';
import type { Template } from '../../../shared/method/template.ts';
import { Draft } from './draft.ts';

/** How actions reach the board. */
export interface Steps {
  /** Everything in it is one step of undo. @returns null on a board that may only be read. */
  take<Result>(name: string, action: (draft: Draft) => Result): Result | null;
  /** Belongs to the step that this person has begun otherwise, as by dragging. */
  join(action: (draft: Draft) => void): void;
  /** Whether an action is under way, which looks after everything that follows from it by itself. */
  isTaking(): boolean;
}

export function createSteps(editor: Editor, template: Template, view: Computed<BoardView>): Steps {
  let depth = 0;
  const run = <Result>(action: (draft: Draft) => Result): Result => {
    depth += 1;
    try {
      const draft = new Draft(editor, template, view);
      const result = action(draft);
      draft.finish();
      return result;
    } finally {
      depth -= 1;
    }
  };
  return {
    take(name, action) {
      if (editor.getIsReadonly()) return null;
      const results: ReturnType<typeof action>[] = [];
      editor.run(() => {
        editor.markHistoryStoppingPoint(name);
        results.push(run(action));
      });
      return results[0] ?? null;
    },
    join(action) {
      if (!editor.getIsReadonly()) editor.run(() => run(action));
    },
    isTaking: () => depth > 0,
  };
}
