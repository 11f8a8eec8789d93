import { type RefObject, useEffect, useEffectEvent, useRef } from 'react';
import {
  type Editor,
  type TLGeoShape,
  type TLShape,
  type TLShapeId,
  useA11y,
  useEditor,
  useReactor,
  useTranslation,
  useValue,
} from 'tldraw';
import { isUntouchedStarter } from '../../../shared/board/starter.ts';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { announce } from '../../ui/announce.ts';
import { isPlaying } from '../binding/undo.ts';

/**
 * In the place of tldraw's announcer, which interrupts, loses its first sentence and knows no cards: what is selected,
 * which tool is in hand, and what goes from the board or comes back by one's own doing.
 */
export function CanvasNews() {
  const editor = useEditor();
  const { currentMsg } = useA11y();
  // A new one each time, also where it says the same.
  const told = useValue('what tldraw says', () => currentMsg.get(), [currentMsg]);
  useEffect(() => {
    if (told.msg) announce(told.msg);
  }, [told]);
  const newText = useNewText(editor);
  useSelectionNews(editor, newText);
  useRemovalNews(editor, newText);
  return null;
}

/** What is said of a shape: its words, and what it is where they do not tell. */
function useNames(editor: Editor): (shape: TLShape) => string {
  const msg = useTranslation();
  const t = useText();
  return (shape) => {
    const util = editor.getShapeUtil(shape);
    const described = util.getAriaDescriptor(shape);
    if (described) return described;
    const key = kindKey(shape);
    // What tldraw has no word for it gives back as it was asked.
    const kind = shape.type === 'group' ? t('said.group') : msg(key).replace(key, '');
    return [util.getText(shape) ?? '', kind].filter((words) => words !== '').join(', ');
  };
}

const kindKey = (shape: TLShape): string => {
  if (shape.type === 'geo') return `geo-style.${(shape as TLGeoShape).props.geo}`;
  return shape.type === 'image' || shape.type === 'video' ? `a11y.shape-${shape.type}` : `tool.${shape.type}`;
};

/** How long a selection has to last: whoever goes on from thing to thing hears the one where they stop. */
const restMs = 150;

function useSelectionNews(editor: Editor, newText: NewText): void {
  const t = useText();
  const nameOf = useNames(editor);
  const last = useRef('');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const say = useEffectEvent(() => {
    const [first, ...others] = editor.getSelectedShapes();
    if (first === undefined) return;
    if (newText.current === first.id) {
      // It is about to be written: with its words it is said once.
      last.current = '';
      return;
    }
    if (others.length > 0) return announce(t('said.selectedMany', { count: others.length + 1 }));
    const what = nameOf(first);
    if (what === '') return;
    const order = editor.getCurrentPageShapesInReadingOrder();
    const number = order.findIndex(({ id }) => id === first.id) + 1;
    announce(number === 0 ? what : t('said.selected', { what, number, count: order.length }));
  });
  useReactor('say what is selected', () => {
    if (!editor.isIn('select.idle')) return;
    const selected = editor.getSelectedShapeIds().join(' ');
    if (selected === last.current) return;
    last.current = selected;
    clearTimeout(timer.current);
    // Later, also because of what else is read for it: a colleague's card that moves is no news.
    timer.current = setTimeout(say, restMs);
  }, [editor]);
  useEffect(() => () => clearTimeout(timer.current), []);
}

/** Edges and second places go with their cards. */
const attached: ReadonlySet<string> = new Set(['mirror', 'relation']);

interface Item {
  readonly name: string;
  readonly isAttached: boolean;
  /** Nobody has written into it: it makes room by itself. */
  readonly isGhost: boolean;
}

function useRemovalNews(editor: Editor, newText: NewText): void {
  const t = useText();
  const nameOf = useNames(editor);
  const itemOf = useEffectEvent(
    (shape: TLShape): Item => ({
      name: nameOf(shape),
      isAttached: attached.has(shape.type),
      isGhost: isUntouchedStarter(shape),
    }),
  );
  const tell = useEffectEvent((gone: readonly Item[], came: readonly Item[], isPlayed: boolean) => {
    const left = named(gone);
    const back = named(came);
    const many = isPlayed ? 'said.takenBackMany' : 'said.removedMany';
    if (left.what !== null) announce(t(isPlayed ? 'said.takenBack' : 'said.removed', { what: left.what }));
    else if (left.count > 0) announce(t(many, { count: left.count }));
    if (back.what !== null) announce(t('said.returned', { what: back.what }));
    else if (back.count > 0) announce(t('said.returnedMany', { count: back.count }));
  });
  useEffect(() => {
    let gone: Item[] = [];
    let came: TLShape[] = [];
    // A text that got no words was never there.
    const isNewText = (shape: TLShape) => shape.type === 'text' && newText.current === shape.id;
    let isPlayed = false;
    let isReplaced = false;
    let isTold = true;
    // What follows from a step belongs to it.
    const later = () => {
      if (!isTold) return;
      isTold = false;
      isPlayed = isPlaying(editor);
      queueMicrotask(() => {
        // Words come back after their text.
        const back = came.map((shape) => itemOf(editor.getShape(shape.id) ?? shape));
        // What takes the place of something else lets nothing go.
        tell(isReplaced ? [] : gone, back, isPlayed);
        gone = [];
        came = [];
        isReplaced = false;
        isTold = true;
      });
    };
    const stopDeletes = editor.sideEffects.registerBeforeDeleteHandler('shape', (shape, source) => {
      if (source !== 'user' || shape.type === 'group' || isNewText(shape)) return;
      gone.push(itemOf(shape));
      later();
    });
    // Undo or redo alone brings something back: who makes something new sees to it already.
    const stopCreates = editor.sideEffects.registerAfterCreateHandler('shape', (shape, source) => {
      if (source !== 'user' || shape.type === 'group') return;
      if (isPlaying(editor)) came.push(shape);
      else if (attached.has(shape.type) || isUntouchedStarter(shape)) return;
      else isReplaced = true;
      later();
    });
    return () => {
      stopDeletes();
      stopCreates();
    };
  }, [editor, newText]);
}

/** What opens for writing as soon as it is made. */
const written: ReadonlySet<string> = new Set(['text', 'note', 'card']);

/** Which shape that is. */
type NewText = RefObject<TLShapeId | null>;

/** What is being made to be written on has no words yet. */
function useNewText(editor: Editor): NewText {
  const id = useRef<TLShapeId | null>(null);
  useEffect(() => {
    const isEmpty = (shape: TLShape) => written.has(shape.type) && editor.getShapeUtil(shape).getText(shape) === '';
    // Somebody may have begun to write before these news were there.
    const open = editor.getEditingShape();
    if (open !== undefined && isEmpty(open)) id.current = open.id;
    const stops = [
      editor.sideEffects.registerAfterCreateHandler('shape', (shape, source) => {
        if (source === 'user' && isEmpty(shape) && !isPlaying(editor)) id.current = shape.id;
      }),
      editor.sideEffects.registerAfterChangeHandler('instance_page_state', ({ editingShapeId: closed }, next) => {
        if (id.current === null || closed !== id.current || next.editingShapeId === id.current) return;
        // It goes right after it is closed.
        queueMicrotask(() => {
          id.current = null;
        });
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [editor]);
  return id;
}

const nameMax = 80;

/** @returns the one thing by its name, else how many there are */
function named(items: readonly Item[]): { readonly what: string | null; readonly count: number } {
  const own = items.filter(({ isAttached, isGhost }) => !isAttached && !isGhost);
  const counted = own.length > 0 || items.some(({ isGhost }) => isGhost) ? own : items;
  const [one, ...others] = counted;
  return { what: others.length === 0 ? (one?.name.slice(0, nameMax) ?? null) : null, count: counted.length };
}
