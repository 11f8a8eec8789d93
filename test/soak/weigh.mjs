/**
 * A process of its own, with `--expose-gc`: is sent Yjs updates, answers what the documents that they make weigh, and ends.
 * Nothing else lives in it, so the difference of its heap is theirs alone.
 */
import * as Y from 'yjs';

const { gc } = globalThis;
if (gc === undefined || process.send === undefined)
  throw new Error('wants --expose-gc and somebody who sends it updates');
const answer = process.send.bind(process);
const collect = gc;

/** Copies of the documents, those that are weighed after those that are not. */
const WARMING = 2;
const WEIGHED = 8;

function heapBytes() {
  collect();
  collect();
  return process.memoryUsage().heapUsed;
}

/** @param {Uint8Array} update */
function load(update) {
  const doc = new Y.Doc();
  // As in a room: what has no type yet would be turned into one later, and weigh otherwise.
  doc.getMap('records');
  Y.applyUpdate(doc, update);
  return doc;
}

/** @param {readonly Y.Doc[]} docs */
function count(docs) {
  const counts = { structs: 0, tombstones: 0, clients: 0 };
  for (const doc of docs) {
    counts.clients += doc.store.clients.size;
    for (const structs of doc.store.clients.values()) counts.structs += structs.length;
    for (const item of doc.getMap('records')._map.values()) if (item.deleted) counts.tombstones++;
  }
  return counts;
}

process.once('message', (message) => {
  const updates = /** @type {readonly Uint8Array[]} */ (message);
  // The first copies also bring the code that the others need. All stay, as one that goes may be collected late, and many
  // make a collection that takes more or less count for little.
  const copies = [];
  let before = 0;
  for (let n = 0; n < WARMING + WEIGHED; n++) {
    if (n === WARMING) before = heapBytes();
    copies.push(updates.map(load));
  }
  const bytes = (heapBytes() - before) / WEIGHED;
  answer({ heapBytes: Math.round(bytes), ...count(copies[0] ?? []) }, () => process.disconnect());
});
