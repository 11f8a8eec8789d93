import { Box, type Editor, InstancePresenceRecordType, type TLShapeId } from 'tldraw';
import { boardViewOf } from '../../../client/canvas/card-shapes/board-view.ts';
import { columnsAt } from '../../../client/canvas/card-shapes/columns.ts';
import { noSurroundings, surroundingsOf } from '../../../client/canvas/card-shapes/surroundings.ts';
import { putContent } from '../../../client/canvas/put-content.ts';
import type { CardActions } from '../../../client/cards/actions/card-actions.ts';
import { createCardActions } from '../../../client/cards/actions/create-card-actions.ts';
import { followDeletes } from '../../../client/cards/actions/follow-deletes.ts';
import { followHands } from '../../../client/cards/actions/follow-hands.ts';
import { createSteps } from '../../../client/cards/actions/steps.ts';
import type { TemplateId } from '../../../shared/api/templates.ts';
import { createGroups, splitRecord } from '../../../shared/board/groups.ts';
import { type BoardView, viewBoard } from '../../../shared/method/board-view.ts';
import { templateRecords } from '../../../shared/method/records.ts';
import { loadTemplate } from '../../../shared/method/templates.ts';
import type { Peer, Room } from './lab.ts';

/** Somebody at a board with its method, and what they see of it. */
export interface CardPerson extends Peer {
  readonly actions: CardActions;
  view(): BoardView;
  /** The same, read from the whole board at once. */
  reread(): BoardView;
  /** Title of each card in a zone, in the order of its places. */
  titlesIn(frameId: string, zoneId: string): readonly string[];
  /** The card with this title. */
  card(title: string): {
    readonly id: string;
    readonly zone: string;
    readonly fields: Readonly<Record<string, unknown>>;
  };
  /** How many columns a card shows where it lies. */
  columnsOf(id: string): number;
  /** Presses at one point of the page and lets go at another, by way of some between. */
  drag(id: string, to: { readonly x: number; readonly y: number }, keys?: { readonly altKey: boolean }): void;
  /** The same, with something that happens while the hand is on its way. */
  dragDuring(
    id: string,
    to: { readonly x: number; readonly y: number },
    meanwhile: () => Promise<void> | void,
  ): Promise<void>;
  /** Copies shapes and pastes them where somebody else is looking, with their middle at a point of the page. */
  copyTo(other: CardPerson, ids: readonly string[], point: { readonly x: number; readonly y: number }): void;
  /** Shows somebody else as writing in a shape; null: in none any more. */
  seeWriter(shapeId: string | null): void;
}

/** People at one new board of a template. */
export async function openCards(room: Room, id: TemplateId): Promise<readonly CardPerson[]> {
  const template = loadTemplate(id);
  const facts = { language: 'en', createdAtMs: 0, partnership: 'Full Plates', boardTitle: 'Board' } as const;
  room.seed((records) => {
    for (const record of templateRecords(template, facts)) records.set(record.id, createGroups(splitRecord(record)));
  });
  await room.settle();
  room.forget();
  return room.peers.map((peer) => {
    const { editor } = peer;
    editor.clearHistory();
    surroundingsOf(editor).set({ ...noSurroundings, template });
    const board = boardViewOf(editor, template);
    const steps = createSteps(editor, template, board);
    const actions = createCardActions(editor, steps);
    followHands(editor, board, steps);
    followDeletes(editor, template, board, steps);
    const view = () => board.get();
    return Object.assign(peer, {
      actions,
      view,
      reread: () => viewBoard(new Map(editor.store.allRecords().map((record) => [record.id, record])), template),
      titlesIn: (frameId: string, zoneId: string) =>
        [...view().cards.values()]
          .filter(({ frame, zone, isGhost }) => frame?.id === frameId && zone?.id === zoneId && !isGhost)
          .toSorted((a, b) => a.shape.y - b.shape.y || a.shape.x - b.shape.x)
          .map(({ title }) => title),
      card(title: string) {
        const found = [...view().cards.values()].find((card) => card.title === title);
        if (found === undefined) throw new Error(`no card says ${title}`);
        return { id: found.id, zone: `${found.frame?.id}/${found.zone?.id}`, fields: found.fields };
      },
      columnsOf: (id: string) => columnsAt(editor, id as TLShapeId).length,
      copyTo(other: CardPerson, ids: readonly string[], at: { readonly x: number; readonly y: number }) {
        const content = editor.getContentFromCurrentPage(ids as TLShapeId[]);
        if (content === undefined) throw new Error('nothing to copy');
        other.editor.markHistoryStoppingPoint('paste');
        other.editor.run(() => putContent(other.editor, content, at));
      },
      seeWriter(shapeId: string | null) {
        const presence = InstancePresenceRecordType.create({
          ...{ id: InstancePresenceRecordType.createId('writer'), userId: 'writer', userName: 'Rik', color: 'red' },
          ...{ currentPageId: editor.getCurrentPageId(), lastActivityTimestamp: Date.now() },
          selectedShapeIds: shapeId === null ? [] : [shapeId as TLShapeId],
        });
        editor.store.mergeRemoteChanges(() => editor.store.put([presence]));
      },
      drag(cardId: string, to: { readonly x: number; readonly y: number }, keys?: { readonly altKey: boolean }) {
        takeInHand(editor, cardId, to, keys)();
      },
      async dragDuring(
        cardId: string,
        to: { readonly x: number; readonly y: number },
        meanwhile: () => Promise<void> | void,
      ) {
        const letGo = takeInHand(editor, cardId, to);
        await meanwhile();
        letGo();
      },
    });
  });
}

/** Presses on a shape and moves half the way. @returns moves the other half and lets go. */
function takeInHand(
  editor: Editor,
  cardId: string,
  to: { readonly x: number; readonly y: number },
  { altKey } = { altKey: false },
): () => void {
  const bounds = editor.getShapePageBounds(cardId as never);
  if (bounds === undefined) throw new Error(`nothing to drag: ${cardId}`);
  const from = bounds.center;
  const point = (name: 'pointer_move' | 'pointer_down' | 'pointer_up', x: number, y: number) => {
    const screen = editor.pageToScreen({ x, y });
    editor.dispatch({
      ...{ type: 'pointer', target: 'canvas', name, pointerId: 1, button: 0, isPen: false },
      ...{ ctrlKey: false, altKey, shiftKey: false, metaKey: false, accelKey: false },
      point: { x: screen.x, y: screen.y, z: 0.5 },
    });
    // What tldraw gathers for its next frame is done at once.
    editor.emit('tick', 16);
  };
  editor.setCurrentTool('select.idle');
  // Both ends in view: what is out of it cannot be taken, and at its edge the board moves.
  editor.zoomToBounds(Box.FromPoints([from, to]).expandBy(300), { immediate: true });
  point('pointer_move', from.x, from.y);
  point('pointer_down', from.x, from.y);
  point('pointer_move', (from.x + to.x) / 2, (from.y + to.y) / 2);
  return () => {
    point('pointer_move', to.x, to.y);
    point('pointer_up', to.x, to.y);
  };
}
