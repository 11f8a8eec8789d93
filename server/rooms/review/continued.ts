import { TemplateId } from '../../../shared/api/templates.ts';
import { createGeometry, type Records } from '../../../shared/board/containment.ts';
import type { AnyRecord } from '../../../shared/board/groups.ts';
import type { BoardShape } from '../../../shared/board/read-board.ts';
import { continuedPart, isContinuation } from '../../../shared/method/behaviours/scene-continuation.ts';
import type { Template } from '../../../shared/method/template.ts';
import { loadTemplate } from '../../../shared/method/templates.ts';
import type { Ledger } from './ledger.ts';

type Get = (id: string) => AnyRecord | undefined;

/** The template that brought a shape, or the page that it goes on at; null for every other shape. */
export function templateOf(id: string): Template | null {
  const templateId = TemplateId.safeParse(/^shape:([^/]+)\//.exec(id)?.[1]);
  return templateId.success ? loadTemplate(templateId.data) : null;
}

/** Whether a record is of the page that a full zone goes on at: whoever wrote the card too many brings it, and takes it away. */
export function isContinued(get: Get, record: AnyRecord): boolean {
  const template = templateOf(record.id);
  return template !== null && isContinuation(get, template, record);
}

/** What has gone in this turn of pages that full zones go on at, although cards stand there: undo knows nothing of others' cards. */
export function goneUnderCards(ledger: Ledger): readonly AnyRecord[] {
  const gone = [...ledger.changedIds()]
    .map((id) => (ledger.get(id) === undefined ? ledger.was(id) : undefined))
    .filter((record) => record !== undefined)
    .filter(({ id }) => isOfContinuation(id));
  if (gone.length === 0) return [];
  const isTaken = createIsTaken(ledger);
  const frames = new Set(gone.map((record) => (record.type === 'frame' ? record.id : String(record.parentId))));
  const taken = new Set([...frames].filter((id) => isTaken(ledger.was(id))));
  return gone.filter(({ id, parentId }) => taken.has(id) || taken.has(String(parentId)));
}

function isOfContinuation(id: string): boolean {
  const template = templateOf(id);
  return template !== null && continuedPart(id, template) !== null;
}

/** Whether the middle of a card or of a second place of one lies in a frame. */
function createIsTaken({ records }: Ledger): (frame: AnyRecord | undefined) => boolean {
  const { centreOf } = createGeometry(records as unknown as Records);
  const standing = [...records.values()].filter(({ type }) => type === 'card' || type === 'mirror');
  const centres = standing.map((shape) => centreOf(shape as unknown as BoardShape));
  return (frame) => {
    if (frame === undefined) return false;
    const [left, top] = [frame.x as number, frame.y as number];
    const { w, h } = frame.props as { readonly w: number; readonly h: number };
    return centres.some(({ x, y }) => x >= left && x <= left + w && y >= top && y <= top + h);
  };
}
