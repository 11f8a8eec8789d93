import { useEffect } from 'react';
import { type TLEventInfo, useEditor, useValue } from 'tldraw';
import type { Translate } from '../../i18n/catalogue.ts';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { announce } from '../../ui/announce.ts';
import { spotKey } from '../actions/spots.ts';
import { deskOf } from './desk.ts';
import type { PlaceOption } from './places.ts';
import { selectedCards } from './selected.ts';

/** Where cards are now. @param place null: outside of every zone */
export function sayMoved(
  t: Translate,
  titles: readonly string[],
  place: Pick<PlaceOption, 'zone' | 'frame'> | null,
): void {
  const [title = '', ...others] = titles;
  if (place === null) announce(t('said.movedOut', { title }));
  else if (others.length === 0) announce(t('said.moved', { title, zone: place.zone, frame: place.frame }));
  else announce(t('said.movedMany', { count: titles.length, zone: place.zone, frame: place.frame }));
}

/** Where cards are seen as well from now on. */
export function sayShown(
  t: Translate,
  titles: readonly string[],
  { zone, frame }: Pick<PlaceOption, 'zone' | 'frame'>,
) {
  const [title = '', ...others] = titles;
  if (others.length === 0) announce(t('said.shown', { title, zone, frame }));
  else announce(t('said.shownMany', { count: titles.length, zone, frame }));
}

/** Says which zone a card has come to when arrow keys move it: the hand sees it, an ear does not. */
export function MoveNews() {
  const editor = useEditor();
  const t = useText();
  const desk = deskOf(editor);
  const method = useValue('method', () => desk.method.get(), [desk]);
  useEffect(() => {
    if (method === null) return;
    const spots = () => new Map(selectedCards(method).map(({ shape, spot }) => [shape.id, spotKey(spot)]));
    let before: ReturnType<typeof spots> | null = null;
    const isNudge = (info: TLEventInfo) =>
      info.type === 'keyboard' && info.code.startsWith('Arrow') && editor.isIn('select.idle');
    const onBefore = (info: TLEventInfo) => {
      // With Ctrl or Cmd an arrow leads to another card, and moves none.
      if (isNudge(info) && info.name === 'key_down') before = info.accelKey ? null : spots();
    };
    const onEvent = (info: TLEventInfo) => {
      if (!isNudge(info) || info.name !== 'key_up' || before === null) return;
      const since = before;
      before = null;
      // The card takes its place when the key is let go; whoever listens first.
      queueMicrotask(() => {
        const moved = selectedCards(method).filter(
          ({ shape, spot }) => since.has(shape.id) && since.get(shape.id) !== spotKey(spot),
        );
        const [first] = moved;
        if (first === undefined) return;
        const titles = moved.map(({ card }) => card.title || t('cards.untitled'));
        const { zoneShape, frameShape } = first.spot;
        const frame = frameShape?.props.name ?? '';
        sayMoved(t, titles, zoneShape && { zone: zoneShape.props.title || frame, frame });
      });
    };
    editor.on('before-event', onBefore);
    editor.on('event', onEvent);
    return () => {
      editor.off('before-event', onBefore);
      editor.off('event', onEvent);
    };
  }, [editor, method, t]);
  return null;
}
