import { use, useCallback, useState } from 'react';
import type { Board, GetWorkshopResponse } from '../../../../shared/api/workshops.ts';
import type { Fields } from '../../../../shared/method/cards/fields.ts';
import type { WorkshopId } from '../../../../shared/protocol/ids.ts';
import type { RosterEntry } from '../../../../shared/protocol/messages.ts';
import { readSession } from '../../../api/commands.ts';
import { readVoting } from '../../../api/voting.ts';
import { findCurrentFrame, listFrames, showShape } from '../../../canvas/frames.ts';
import { type Method, MethodContext } from '../../../cards/method.ts';
import { useFetched } from '../../../cards/use-fetched.ts';
import { DecisionDialog } from '../../../facilitation/decision/DecisionDialog.tsx';
import { nextPlace } from '../../../facilitation/decision/place.ts';
import { recentSupport } from '../../../facilitation/decision/support.ts';
import { useToast } from '../../../ui/toast.ts';

interface DecisionProps {
  readonly data: GetWorkshopResponse;
  readonly board: Board;
  readonly roster: readonly RosterEntry[];
  readonly onShowBoard: () => void;
  readonly onClose: () => void;
}

/** Puts a decision down on an open board. */
export function Decision(props: DecisionProps) {
  const method = use(MethodContext);
  return method === null ? null : <Open {...props} method={method} />;
}

/** Out of reach there is nothing to take over. */
async function loadSupport(boardId: Board['id'], workshopId: WorkshopId): Promise<{ readonly support: number | null }> {
  const [voting, session] = await Promise.all([readVoting(boardId), readSession(workshopId)]);
  return { support: voting.ok && session.ok ? recentSupport(voting.value.rounds, session.value.nowMs) : null };
}

function Open({ data, board, roster, method, onShowBoard, onClose }: DecisionProps & { readonly method: Method }) {
  const toast = useToast();
  const load = useCallback((boardId: Board['id']) => loadSupport(boardId, data.workshop.id), [data.workshop.id]);
  const found = useFetched(board.id, load);
  const [here] = useState(() => new Set(roster.map(({ organisationId }) => organisationId)));
  if (found === null) return null;
  const save = (title: string, fields: Fields) => {
    const { editor, actions } = method;
    const id = actions.create({ kind: 'decision', title, fields, at: { point: placeOn(method) } });
    // What was agreed stays as it was put down, until whoever leads unlocks it.
    editor.updateShape({ id, type: 'card', isLocked: true });
    onClose();
    onShowBoard();
    showShape(editor, id);
    editor.select(id);
    toast((t) => t('decision.saved'));
  };
  return (
    <DecisionDialog
      partners={data.organisations.map(({ id, name }) => ({ id, name, isHere: here.has(id) }))}
      support={found.support}
      today={day(new Date())}
      onSave={save}
      onClose={onClose}
    />
  );
}

const two = (value: number): string => String(value).padStart(2, '0');

/** Where this person is, not in Greenwich. */
const day = (date: Date): string => `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;

function placeOn({ editor }: Method): { readonly x: number; readonly y: number } {
  const frame = findCurrentFrame(editor) ?? listFrames(editor)[0]?.id ?? null;
  const shapes = editor.getCurrentPageShapes().filter(({ parentId }) => parentId === editor.getCurrentPageId());
  const boxes = shapes.flatMap(({ id }) => editor.getShapePageBounds(id) ?? []);
  return nextPlace(frame === null ? null : (editor.getShapePageBounds(frame) ?? null), boxes);
}
