import { writeVarUint } from 'lib0/encoding';
import * as Y from 'yjs';
import type { Groups } from '../../../shared/board/document.ts';

/**
 * One record of a document as an update under the ids that its parts have there, with empty space in the place of the rest:
 * what is written into it somewhere else finds its place also in a document that has nothing but this.
 */
export function encodeRecord(groups: Groups): Uint8Array {
  const byClient = new Map<number, Y.Item[]>();
  for (const item of itemsOf(groups)) {
    const items = byClient.get(item.id.client);
    if (items === undefined) byClient.set(item.id.client, [item]);
    else items.push(item);
  }
  const encoder = new Y.UpdateEncoderV1();
  writeVarUint(encoder.restEncoder, byClient.size);
  for (const [client, items] of byClient) {
    const structs = withSpace(client, items);
    writeVarUint(encoder.restEncoder, structs.length);
    encoder.writeClient(client);
    const first = 0;
    writeVarUint(encoder.restEncoder, first);
    for (const struct of structs) struct.write(encoder, 0);
  }
  const deletions = 0;
  writeVarUint(encoder.restEncoder, deletions);
  return encoder.toUint8Array();
}

/** Of one client, from its first sign on. */
function withSpace(client: number, items: readonly Y.Item[]): readonly (Y.GC | Y.Item)[] {
  const structs: (Y.GC | Y.Item)[] = [];
  let end = 0;
  for (const item of items.toSorted((a, b) => a.id.clock - b.id.clock)) {
    const { clock } = item.id;
    if (clock > end) structs.push(new Y.GC(Y.createID(client, end), clock - end));
    structs.push(item);
    end = clock + item.length;
  }
  return structs;
}

/** What it is made of, also what is deleted: something may stand beside that. */
function itemsOf(groups: Groups): readonly Y.Item[] {
  const items = [...backwards(groups._item)];
  const types: Y.AbstractType<unknown>[] = [groups as Y.AbstractType<unknown>];
  // Grows while it is gone through.
  for (const type of types) {
    const inside = [...forwards(type._start), ...[...type._map.values()].flatMap((last) => [...backwards(last)])];
    items.push(...inside);
    for (const { content, deleted } of inside)
      if (!deleted && content instanceof Y.ContentType) types.push(content.type);
  }
  return items;
}

function* forwards(first: Y.Item | null): Iterable<Y.Item> {
  for (let item = first; item !== null; item = item.right) yield item;
}

/** What stood under one key before. */
function* backwards(last: Y.Item | null): Iterable<Y.Item> {
  for (let item = last; item !== null; item = item.left) yield item;
}
