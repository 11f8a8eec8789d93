import { defaultDeleteFilter, ySyncPluginKey } from 'y-prosemirror';
import * as Y from 'yjs';

/** What was written in one text between its opening and its closing; part of its text log. */
export interface Session {
  /** Whether there is something of it to take back, or to bring again. */
  canUndo(): boolean;
  canRedo(): boolean;
  undo(): void;
  redo(): void;
}

/**
 * A person's own writing in one fragment, for as long as the board is open: the one record that undo in the open text and
 * undo on the canvas both work on.
 *
 * The manager's stacks are a line of steps with a place on it. A session is a stretch of that line, so however far somebody
 * has gone back in the open text, the canvas takes back only what is still there, and nothing twice.
 */
export interface TextLog {
  readonly fragment: Y.XmlFragment;
  readonly manager: Y.UndoManager;
  /** The text is opened. */
  begin(): void;
  /** The text is closed. @returns null where there is nothing that an earlier session does not hold already. */
  end(): Session | null;
  dispose(): void;
}

interface Stretch extends Session {
  /** Steps on the line: those after `from`, up to and including `to`. */
  from: number;
  to: number;
  state: 'done' | 'undone' | 'overwritten';
}

export function createTextLog(fragment: Y.XmlFragment): TextLog {
  const manager = new Y.UndoManager(fragment, {
    trackedOrigins: new Set([ySyncPluginKey]),
    // A paragraph that others have written in meanwhile stays.
    deleteFilter: (item) => defaultDeleteFilter(item, new Set(['paragraph'])),
    captureTransaction: ({ meta }) => meta.get('addToHistory') !== false,
  });
  let stretches: Stretch[] = [];
  /** The place on the line from which on there is new writing since the text was opened. */
  let freshFrom = Number.POSITIVE_INFINITY;

  const onWritten = () => {
    if (manager.undoing || manager.redoing) return;
    freshFrom = Math.min(freshFrom, manager.undoStack.length - 1);
    for (const stretch of stretches) if (stretch.state === 'undone') stretch.state = 'overwritten';
  };
  manager.on('stack-item-added', onWritten);
  manager.on('stack-item-updated', onWritten);

  return {
    fragment,
    manager,
    begin() {
      manager.stopCapturing();
      freshFrom = Number.POSITIVE_INFINITY;
    },
    end() {
      manager.stopCapturing();
      for (const stretch of stretches) stretch.to = Math.min(stretch.to, freshFrom);
      stretches = stretches.filter(({ from, to, state }) => state !== 'overwritten' && from < to);
      const from = Math.max(0, ...stretches.filter(({ state }) => state === 'done').map(({ to }) => to));
      const to = manager.undoStack.length;
      if (from >= to) return null;
      const stretch = createStretch(manager, from, to);
      stretches.push(stretch);
      return stretch;
    },
    dispose: () => manager.destroy(),
  };
}

function createStretch(manager: Y.UndoManager, from: number, to: number): Stretch {
  let redoFrom = 0;
  const stretch: Stretch = {
    from,
    to,
    state: 'done',
    canUndo: () => stretch.state === 'done' && Math.min(stretch.to, manager.undoStack.length) > stretch.from,
    canRedo: () => stretch.state === 'undone' && manager.redoStack.length > redoFrom,
    undo() {
      if (!stretch.canUndo()) return;
      redoFrom = manager.redoStack.length;
      playAfter(manager.undoStack, stretch.from, () => manager.undo());
      manager.stopCapturing();
      stretch.state = 'undone';
    },
    redo() {
      if (!stretch.canRedo()) return;
      stretch.from = manager.undoStack.length;
      playAfter(manager.redoStack, redoFrom, () => manager.redo());
      manager.stopCapturing();
      stretch.to = manager.undoStack.length;
      stretch.state = 'done';
    },
  };
  return stretch;
}

/** Plays a stack down to a depth. Below it is out of reach meanwhile: Yjs goes on through steps that have no effect left. */
function playAfter(stack: unknown[], depth: number, play: () => void): void {
  const below = stack.splice(0, depth);
  while (stack.length > 0) play();
  stack.unshift(...below);
}
