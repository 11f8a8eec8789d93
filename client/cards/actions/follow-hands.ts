import { type Computed, type Editor, react, type TLEventInfo, unsafe__withoutCapture } from 'tldraw';
import type { BoardView } from '../../../shared/method/board-view.ts';
import { fieldTypes } from '../../../shared/method/cards/fields.ts';
import { onPut } from '../../canvas/put-content.ts';
import type { Draft } from './draft.ts';
import { land, type Was } from './landing.ts';
import { spotKey } from './spots.ts';
import type { Steps } from './steps.ts';

/**
 * What this person moves, pastes or copies by hand takes its place in the same step of undo. What others do is never
 * followed: only one's own tools and keys are listened to, not the board.
 * @returns stops that.
 */
export function followHands(editor: Editor, view: Computed<BoardView>, steps: Steps): () => void {
  let before: ReadonlyMap<string, Was> | null = null;

  const settle = () => {
    const since = before;
    before = null;
    if (since === null) return;
    const now = snapshot(view.get());
    const stays = (id: string) => since.get(id)?.x === now.get(id)?.x && since.get(id)?.y === now.get(id)?.y;
    // Others move cards meanwhile: in this person's hand is what is selected.
    const moved = editor.getSelectedShapeIds().filter((id) => now.has(id) && !stays(id));
    if (moved.length === 0) return;
    steps.join((draft) => {
      for (const id of moved) if (!since.has(id)) takeVotesOff(draft, id);
      land(draft, moved, since);
    });
  };

  let hand: 'moves' | 'sizes' | 'free' = 'free';
  const stopDrags = react('cards in hand', () => {
    const path = editor.getPath();
    unsafe__withoutCapture(() => {
      const did = hand;
      hand = path === 'select.translating' ? 'moves' : path === 'select.resizing' ? 'sizes' : 'free';
      if (path === 'select.pointing_shape' || path === 'select.pointing_selection') before = snapshot(view.get());
      else if (hand !== 'free') return;
      else if (did === 'moves') settle();
      else if (did === 'sizes') giveSize(editor, steps);
      // A press that moved nothing: what comes next begins from where everything is by then.
      else before = null;
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

/** Where cards are arranged their size is too; elsewhere it stays as it was drawn. */
function giveSize(editor: Editor, steps: Steps): void {
  const sized = editor.getSelectedShapeIds();
  steps.join((draft) => {
    for (const id of sized) if (draft.item(id) !== undefined) draft.move(id);
  });
}

/** Where cards and mirrors are before this person moves what is selected. */
const snapshot = ({ cards, mirrors }: BoardView): ReadonlyMap<string, Was> =>
  new Map(
    [...cards.values(), ...mirrors].map((spot) => {
      const { id, x, y } = spot.shape;
      return [id, { spot: spotKey(spot), x, y }];
    }),
  );

/** Votes are for the card that they were given to. */
function takeVotesOff(draft: Draft, id: string): void {
  const card = draft.card(id);
  if (card === undefined) return;
  const counted = Object.entries(fieldTypes).filter(
    ([name, { type }]) => type === 'count' && name in card.props.fields,
  );
  if (counted.length > 0) draft.setFields(id, Object.fromEntries(counted.map(([name]) => [name, null])));
}
