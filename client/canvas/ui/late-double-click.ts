import type { Editor, TLEventInfo, TLPointerEventInfo } from 'tldraw';

/**
 * tldraw tells a double click by a clock of its own, which runs out on a page that is busy between the two presses, as an old
 * laptop's is. The browser goes by when they were made: where it saw one on empty ground and tldraw did not, it is said to
 * tldraw.
 * @returns stops that.
 */
export function hearLateDoubleClicks(editor: Editor): () => void {
  const container = editor.getContainer();
  let pressed: Event | null = null;
  /** The press that tldraw heard last, and what it took it for. */
  let heard: { readonly press: Event | null; readonly info: TLPointerEventInfo; readonly isDouble: boolean } | null =
    null;
  const onPress = (event: Event) => {
    pressed = event;
  };
  const onEvent = (info: TLEventInfo) => {
    if (info.type === 'pointer' && info.name === 'pointer_down') heard = { press: pressed, info, isDouble: false };
    else if (info.type === 'click' && info.name === 'double_click' && heard !== null)
      heard = { ...heard, isDouble: true };
  };
  const onDoubleClick = () => {
    if (heard === null || heard.isDouble || heard.press !== pressed) return;
    // On a card the two presses have chosen it: opened so late, all its words would be chosen too, and written over.
    if (editor.getSelectedShapeIds().length > 0 || editor.getEditingShapeId() !== null) return;
    editor.dispatch({ ...heard.info, type: 'click', name: 'double_click', phase: 'up' });
  };
  const before = { capture: true };
  container.addEventListener('pointerdown', onPress, before);
  container.addEventListener('dblclick', onDoubleClick);
  editor.on('event', onEvent);
  return () => {
    container.removeEventListener('pointerdown', onPress, before);
    container.removeEventListener('dblclick', onDoubleClick);
    editor.off('event', onEvent);
  };
}
