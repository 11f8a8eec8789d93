import type { Editor } from 'tldraw';
import { isEqualJson } from '../../../shared/board/equal.ts';
import { type AnyRecord, splitRecord } from '../../../shared/board/groups.ts';
import type { Gate } from './gate.ts';
import { measure } from './measure.ts';

/**
 * Makes the store say exactly what the documents say, whatever it held before. Writes nothing into the documents. What the
 * canvas measures for itself is measured for all records, since a store that was filled before its editor existed has no
 * measurements.
 */
export function reconcile(
  editor: Editor,
  options: { gate: Gate; ids: ReadonlySet<string>; read(id: string): AnyRecord | undefined },
): void {
  const { gate, ids, read } = options;
  const { store } = editor;
  const get = (id: string) => store.get(id as never) as AnyRecord | undefined;
  const puts: AnyRecord[] = [];
  for (const id of ids) {
    const record = read(id);
    const local = get(id);
    if (record === undefined) continue;
    if (local === undefined || !isEqualJson(splitRecord(record), splitRecord(local)))
      puts.push(measure(editor, record));
  }
  const removes = Object.keys(store.serialize('document')).filter((id) => !ids.has(id));
  gate.merge(puts, removes);
  const shapes = [...ids].map(get).filter((record) => record !== undefined);
  gate.show(shapes.map((shape) => measure(editor, shape)).filter((shape, index) => shape !== shapes[index]));
}
