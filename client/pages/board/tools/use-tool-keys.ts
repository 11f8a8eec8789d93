import { useEffect, useEffectEvent } from 'react';
import type { ToolState } from './use-board-tools.tsx';

/** What of the canvas's editor is needed here. */
interface Editor {
  getEditingShapeId(): unknown;
  getSelectedShapeIds(): readonly unknown[];
}

interface ToolKeys {
  readonly editor: Editor;
  readonly tools: ToolState;
  readonly isOnBoard: boolean;
  readonly onTurn: (step: 1 | -1) => void;
}

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

const isIn = (target: EventTarget | null, places: string): boolean =>
  target instanceof Element && target.closest(places) !== null;

/** They have keys of their own. */
const closed = 'search, [role="dialog"], [role="alertdialog"], [role="menu"]';

/** Keys of the page: of the board while one is on it, and never those that somebody writes with. */
export function useToolKeys({ editor, tools, isOnBoard, onTurn }: ToolKeys): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || isIn(event.target, closed)) return;
    if (!take(event)) return;
    event.preventDefault();
    event.stopPropagation();
  });
  /** @returns whether the key was meant for the page. */
  const take = (event: KeyboardEvent): boolean => {
    const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
    if ((ctrlKey || metaKey) && !altKey && !shiftKey && key.toLowerCase() === 'f') {
      tools.show('find');
      return true;
    }
    if (key === 'Escape' && isOnBoard && tools.followed !== null && editor.getEditingShapeId() === null) {
      tools.follow(null);
      return true;
    }
    if (ctrlKey || metaKey || altKey || isField(event.target) || isIn(event.target, 'aside')) return false;
    if (editor.getEditingShapeId() !== null) return false;
    switch (key) {
      case '?':
        tools.show('shortcuts');
        return true;
      case 'PageDown':
      case 'PageUp':
        if (!isOnBoard) return false;
        onTurn(key === 'PageDown' ? 1 : -1);
        return true;
      case 'ArrowRight':
      case 'ArrowLeft':
        // Some hand-held clickers send arrows; on a board that is worked on, arrows move what is selected.
        if (!tools.isProjecting || editor.getSelectedShapeIds().length > 0) return false;
        onTurn(key === 'ArrowRight' ? 1 : -1);
        return true;
      case 'Escape':
        if (!tools.isProjecting) return false;
        tools.project(false);
        return true;
      default:
        return false;
    }
  };
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKeyDown(event);
    // Before the canvas, which takes some of them for its own.
    window.addEventListener('keydown', listener, { capture: true });
    return () => window.removeEventListener('keydown', listener, { capture: true });
  }, []);
}
