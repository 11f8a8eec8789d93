import { type Computed, type Editor, react, type TLEventInfo, unsafe__withoutCapture } from 'tldraw';
import type { BoardView } from '../../../shared/method/board-view.ts';
import { fieldTypes } from '../../../shared/method/cards/fields.ts';
import { onPut } from '../../canvas/put-content.ts';
import type { Draft } from './draft.ts';
import { land } from './landing.ts';
import { spotKey } from './spots.ts';
import type { Steps } from './steps.ts';

/** Where cards and mirrors are before this person moves some of them. */
interface Before {
  readonly places: ReadonlyMap<string, string>;
  readonly spots: ReadonlyMap<string, string>;
}

/**
 * What this person moves, pastes or copies by hand takes its place in the same step of undo. What others do is never
 * followed: only one's own tools and keys are listened to, not the board.
 * @returns stops that.
 */
export function followHands(editor: Editor, view: Computed<BoardView>, steps: Steps): () => void {
  let before: Before | null = null;

  const settle = () => {
    const since = before;
    before = null;
    if (since === null) return;
    const moved = [...placesOf(view.get())].filter(([id, place]) => since.places.get(id) !== place).map(([id]) => id);
    if (moved.length > 0) steps.join((draft) => land(draft, moved, since.spots));
  };

  let isDragging = false;
  const stopDrags = react('cards in hand', () => {
    const path = editor.getPath();
    unsafe__withoutCapture(() => {
      const wasDragging = isDragging;
      isDragging = path === 'select.translating';
      if (path === 'select.pointing_shape' || path === 'select.pointing_selection') before = snapshot(view.get());
      else if (wasDragging && !isDragging) settle();
    });
  });

  const isNudge = (info: TLEventInfo) =>
    info.type === 'keyboard' && info.code.startsWith('Arrow') && editor.isIn('select.idle');
  const beforeKey = (info: TLEventInfo) => {
    if (isNudge(info) && info.name === 'key_down' && before === null) before = snapshot(view.get());
  };
  const afterKey = (info: TLEventInfo) => {
    if (isNudge(info) && info.name === 'key_up') settle();
  };
  editor.on('before-event', beforeKey);
  editor.on('event', afterKey);

  const stopPuts = onPut(editor, (ids) =>
    steps.join((draft) => {
      for (const id of ids) takeVotesOff(draft, id);
      land(
        draft,
        ids.filter((id) => draft.item(id) !== undefined),
        new Map(),
      );
    }),
  );
  return () => {
    stopDrags();
    stopPuts();
    editor.off('before-event', beforeKey);
    editor.off('event', afterKey);
  };
}

const placesOf = ({ cards, mirrors }: BoardView): ReadonlyMap<string, string> =>
  new Map([...cards.values(), ...mirrors].map(({ shape: { id, x, y } }) => [id, `${x} ${y}`]));

const snapshot = (view: BoardView): Before => ({
  places: placesOf(view),
  spots: new Map([...view.cards.values(), ...view.mirrors].map((spot) => [spot.shape.id, spotKey(spot)])),
});

/** Votes are for the card that they were given to. */
function takeVotesOff(draft: Draft, id: string): void {
  const card = draft.card(id);
  if (card === undefined) return;
  const counted = Object.entries(fieldTypes).filter(
    ([name, { type }]) => type === 'count' && name in card.props.fields,
  );
  if (counted.length > 0) draft.setFields(id, Object.fromEntries(counted.map(([name]) => [name, null])));
}
