import { type ComponentProps, useEffect, useEffectEvent, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type { Editor } from 'tldraw';
import { lockName } from '../../../shared/method/lock-name.ts';
import type { Template } from '../../../shared/method/template.ts';
import type { PutBackReason } from '../../../shared/protocol/messages.ts';
import type { Rules } from '../../../shared/session/rules.ts';
import { placeShape } from './editor-board.ts';
import { type Guard, guardCanvas } from './guard.ts';
import { LockSigns } from './LockSigns.tsx';
import { type LockDesk, lockDeskOf } from './lock-desk.ts';
import { toggleLocks } from './lock-shapes.ts';
import { watchPresses } from './watch-presses.ts';

interface LocksOnCanvasProps extends ComponentProps<typeof LockSigns> {
  readonly participantId: string;
  /** Where signs stand above the canvas; null while nobody is to see them. */
  readonly slot: Element | null;
  readonly template: Template | null;
  readonly rules: Rules;
  readonly isLooking: boolean;
  /** Whether this canvas may be changed apart from that. */
  readonly readOnly: boolean;
  readonly onRefused: (reason: PutBackReason) => void;
  /** Null for who does not lead. */
  readonly onLock: ((place: string, isLocked: boolean) => void) | null;
}

/** Holds a canvas to the rules of the moment, and shows what is locked. */
export function LocksOnCanvas(props: LocksOnCanvasProps) {
  const { editor, template, places, participantId, rules, isLooking, readOnly, slot, onRefused, onLock } = props;
  const [guard, setGuard] = useState<Guard | null>(null);
  const refuse = useEffectEvent(onRefused);
  const lock = useEffectEvent((place: string, isLocked: boolean) => onLock?.(place, isLocked));
  useEffect(() => {
    const made = guardCanvas(editor, { participantId, template, onRefused: (reason) => refuse(reason) });
    const stop = watchPresses(editor, made, (reason) => refuse(reason));
    setGuard(made);
    return () => {
      stop();
      made.dispose();
      setGuard(null);
    };
  }, [editor, participantId, template]);
  useEffect(() => {
    if (guard === null) return;
    guard.follow(rules, isLooking);
    editor.updateInstanceState({ isReadonly: readOnly || isLooking });
  }, [guard, editor, rules, isLooking, readOnly]);
  const leads = onLock !== null;
  const menuPoint = useRef<ReturnType<LockDesk['menuPoint']>>(null);
  useEffect(() => {
    if (!leads) return;
    const desk = lockDeskOf(editor);
    desk.set({
      ...{ places, setLocked: lock },
      nameOf: (id) => nameOf(editor, template, id),
      menuPoint: () => menuPoint.current,
    });
    return () => {
      desk.set(null);
    };
  }, [editor, template, places, leads]);
  useEffect(() => {
    // tldraw keeps no place of a press of the right button. A key has no button, and presses nowhere.
    const onMenu = (event: MouseEvent) => {
      const isPress = event.button === 2 || (event instanceof PointerEvent && event.pointerType === 'touch');
      menuPoint.current = isPress ? editor.screenToPage({ x: event.clientX, y: event.clientY }) : null;
    };
    const container = editor.getContainer();
    container.addEventListener('contextmenu', onMenu, { capture: true });
    return () => container.removeEventListener('contextmenu', onMenu, { capture: true });
  }, [editor]);
  useEffect(() => {
    if (!leads) return;
    // The key of tldraw's own lock, which has no place on a board.
    const onKey = (event: KeyboardEvent) => {
      if (!event.shiftKey || event.key.toLowerCase() !== 'l' || event.ctrlKey || event.metaKey || event.altKey) return;
      if (editor.getIsFocused() && editor.isIn('select.idle')) toggleLocks(editor);
    };
    const container = editor.getContainer();
    container.addEventListener('keydown', onKey);
    return () => container.removeEventListener('keydown', onKey);
  }, [editor, leads]);
  if (slot === null) return null;
  return createPortal(<LockSigns {...{ editor, template, places }} language={props.language} />, slot);
}

function nameOf(editor: Editor, template: Template | null, shapeId: string): string | null {
  const place = placeShape(editor.getShape(shapeId as never));
  return place === undefined ? null : lockName(place, template);
}
