import { type RefObject, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import { caretAfter, mergeDraft } from './merge-draft.ts';

/** How long after the last key a text is saved. */
const pauseMs = 300;

type TextControl = HTMLInputElement | HTMLTextAreaElement;

export interface DraftOptions {
  /** What the board says now. */
  readonly stored: string;
  /** `merge`: what others type at the same time stays too; `last`: whoever saves last. */
  readonly mode: 'merge' | 'last';
  /** Where a text that cannot be saved waits for its writer to come back; the same for every view of one field. */
  readonly keepAs: string;
  readonly save: (text: string) => void;
  /** @returns what is wrong with a text; it is then kept here and not saved. */
  readonly check?: (text: string) => string | undefined;
}

export interface Draft<Control extends TextControl> {
  readonly text: string;
  readonly fault: string | undefined;
  readonly control: {
    readonly ref: RefObject<Control | null>;
    readonly value: string;
    readonly onChange: (event: { readonly target: Control }) => void;
    readonly onBlur: () => void;
    readonly onCompositionStart: () => void;
    readonly onCompositionEnd: () => void;
  };
}

/** Texts that could not be saved when their field went, by field. They last as long as the page. */
const waiting = new Map<string, string>();

const noFault = (): undefined => undefined;

/**
 * A text field that saves as one types and shows what others make of it.
 *
 * Invariants: nothing that was typed is lost, valid or not; somebody else's change never moves the caret away from the
 * characters it stands between; a text that is being typed is never replaced by another.
 */
export function useDraft<Control extends TextControl>(options: DraftOptions): Draft<Control> {
  const { stored, mode, keepAs, save, check = noFault } = options;
  const [text, setText] = useState(() => waiting.get(keepAs) ?? stored);
  const ref = useRef<Control>(null);
  const now = useRef({ text, seen: stored, composing: false, selection: null as readonly [number, number] | null });
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const show = (next: string) => {
    const { current: control } = ref;
    const before = now.current.text;
    if (next === before) return;
    if (control !== null && control === document.activeElement) {
      const { selectionStart, selectionEnd } = control;
      if (selectionStart !== null && selectionEnd !== null)
        now.current.selection = [caretAfter(before, next, selectionStart), caretAfter(before, next, selectionEnd)];
    }
    now.current.text = next;
    setText(next);
  };

  const flush = useEffectEvent(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
    const { text: typed, seen } = now.current;
    // What is stored has no white space at its ends.
    if (typed.trim() === seen.trim() || check(typed) !== undefined) return;
    now.current.seen = typed.trim();
    save(typed);
  });

  const reconcile = useEffectEvent(() => {
    const { text: typed, seen, composing } = now.current;
    if (stored.trim() === seen.trim() || composing) return;
    now.current.seen = stored;
    const isTyping = timer.current !== undefined || check(typed) !== undefined;
    if (mode === 'merge') show(mergeDraft(seen, typed, stored));
    else if (!isTyping) show(stored);
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is stored is what it reacts to.
  useLayoutEffect(() => reconcile(), [stored]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once the text that the selection is for is in the control.
  useLayoutEffect(() => {
    const { selection } = now.current;
    if (selection !== null) ref.current?.setSelectionRange(...selection);
    now.current.selection = null;
  }, [text]);

  const leave = useEffectEvent(() => {
    flush();
    if (check(now.current.text) === undefined) waiting.delete(keepAs);
    else waiting.set(keepAs, now.current.text);
  });
  useLayoutEffect(() => {
    const onLeave = () => leave();
    addEventListener('pagehide', onLeave);
    // Going back takes the board away before its fields: theirs is the first word.
    addEventListener('popstate', onLeave, true);
    return () => {
      removeEventListener('pagehide', onLeave);
      removeEventListener('popstate', onLeave, true);
      leave();
    };
  }, []);

  return {
    text,
    fault: check(text),
    control: {
      ref,
      value: text,
      onChange: ({ target }) => {
        now.current.text = target.value;
        setText(target.value);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => flush(), pauseMs);
      },
      onBlur: () => {
        flush();
        if (check(now.current.text) === undefined) show(now.current.seen);
      },
      onCompositionStart: () => {
        now.current.composing = true;
      },
      onCompositionEnd: () => {
        now.current.composing = false;
        reconcile();
      },
    },
  };
}
