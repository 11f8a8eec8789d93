import type { Editor } from 'tldraw';
import { isEqualJson } from '../../../shared/board/equal.ts';
import type { AnyRecord } from '../../../shared/board/groups.ts';

/** Shapes that grow with their text. */
const measuredTypes: ReadonlySet<unknown> = new Set(['geo', 'note']);

/**
 * The record as this canvas measures it. tldraw does that for edits that come through its editor only, and the
 * measurements of others are not sent, since they depend on fonts.
 * @param local the same record as it was measured before; where no prop has changed since, its measurements stand.
 */
export function measure(editor: Editor, record: AnyRecord, local?: AnyRecord): AnyRecord {
  if (!measuredTypes.has(record.type)) return record;
  if (local !== undefined && isEqualJson(local.props, record.props)) return record;
  const util = editor.getShapeUtil(record.type as string);
  try {
    return (util.onBeforeCreate?.(record as never) as AnyRecord | undefined) ?? record;
  } catch {
    // A record that cannot be measured does not validate either, which is found next.
    return record;
  }
}
