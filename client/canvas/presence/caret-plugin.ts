import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { react } from 'tldraw';
import { absolutePositionToRelativePosition, relativePositionToAbsolutePosition, ySyncPluginKey } from 'y-prosemirror';
import type * as Y from 'yjs';
import styles from './Caret.module.css';
import { writeCaret } from './caret.ts';
import type { Carets, RemoteCaret } from './carets.ts';

/** Of y-prosemirror's plugin. */
interface SyncState {
  readonly type: Y.XmlFragment;
  readonly isChangeOrigin: boolean;
  readonly binding: { readonly mapping: Parameters<typeof absolutePositionToRelativePosition>[2] };
}

const key = new PluginKey<DecorationSet>('carets');
const syncOf = (state: EditorState) => ySyncPluginKey.getState(state) as SyncState;

/**
 * Shows in an open text where the others who write in it are, and tells them where oneself is.
 *
 * Invariant: nothing of it is in the text or in its plain text. While a word is being composed with an input method the
 * others' carets stand still, since a change beside it could end the composition.
 */
export const caretPlugin = (shapeId: string, carets: Carets): Plugin<DecorationSet> =>
  new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply: (tr, shown, _before, state) =>
        tr.getMeta(key) === true || syncOf(state).isChangeOrigin
          ? decorate(state, shapeId, carets)
          : shown.map(tr.mapping, tr.doc),
    },
    props: { decorations: (state) => key.getState(state) },
    view: (view) => {
      const tell = () => carets.own.set(ownCaret(view));
      const show = () => {
        if (!view.isDestroyed && !view.composing) view.dispatch(view.state.tr.setMeta(key, true));
      };
      // Not within the change that makes the plugin, and once for all changes of a moment.
      const stop = react('carets of others', () => void carets.others.get(), {
        scheduleEffect: (execute) => {
          queueMicrotask(() => {
            execute();
            show();
          });
        },
      });
      view.dom.addEventListener('compositionend', show);
      tell();
      return {
        update: tell,
        destroy() {
          stop();
          view.dom.removeEventListener('compositionend', show);
          carets.own.set(null);
        },
      };
    },
  });

function ownCaret({ state }: EditorView): string | null {
  const { type, binding } = syncOf(state);
  const place = (position: number): Y.RelativePosition =>
    absolutePositionToRelativePosition(position, type, binding.mapping);
  const { anchor, head } = state.selection;
  return writeCaret({ anchor: place(anchor), head: place(head) });
}

function decorate(state: EditorState, shapeId: string, carets: Carets): DecorationSet {
  const decorations = carets.others
    .get()
    .filter((remote) => remote.shapeId === shapeId)
    .flatMap((remote) => decorationsOf(state, remote));
  return DecorationSet.create(state.doc, decorations);
}

function decorationsOf(state: EditorState, { clientId, caret, name, hue }: RemoteCaret): Decoration[] {
  const [anchor, head] = [positionOf(state, caret.anchor), positionOf(state, caret.head)];
  if (anchor === null || head === null) return [];
  const selection = { class: styles.selection ?? '', 'data-org': String(hue), 'data-caret-selection': '' };
  return [
    Decoration.widget(head, () => draw(name, hue), { key: `${clientId} ${hue} ${name}`, side: 10 }),
    ...(anchor === head ? [] : [Decoration.inline(Math.min(anchor, head), Math.max(anchor, head), selection)]),
  ];
}

/** @returns null where the text has no such place, or not yet. */
function positionOf(state: EditorState, place: Y.RelativePosition): number | null {
  const { type, binding } = syncOf(state);
  try {
    const position = relativePositionToAbsolutePosition(type.doc as Y.Doc, type, place, binding.mapping);
    return position === null ? null : Math.max(0, Math.min(position, state.doc.content.size));
  } catch {
    // A presence is somebody's claim: what it points at may be no text at all.
    return null;
  }
}

/** The name stands in an attribute, so that it is never part of the text. */
function draw(name: string, hue: number): HTMLElement {
  const caret = document.createElement('span');
  caret.className = styles.caret ?? '';
  caret.dataset.org = String(hue);
  caret.dataset.caret = name;
  caret.ariaHidden = 'true';
  return caret;
}
