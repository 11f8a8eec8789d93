import { writeSync } from 'node:fs';
import * as Y from 'yjs';
import type { Step } from '../../../server/storage/sqlite/steps.ts';
import type { RoomName } from '../../../shared/protocol/room-name.ts';
import { openHookedStorage } from './hooked-storage.ts';
import { sequence } from './ids.ts';

/**
 * Writes entries 1, 2, 3 … into the map of a document, says which are acknowledged, compacts after every third, and crashes
 * at the given step.
 */
const [dataDir = '', document = '', step = '', occurrence = ''] = process.argv.slice(2);
const name = document as RoomName;
const say = (line: string) => writeSync(1, `${line}\n`);

const { storage } = await openHookedStorage({
  dataDir,
  crashAt: { step: step as Step['name'], occurrence: Number(occurrence) },
});
const doc = new Y.Doc();
let update: Uint8Array = new Uint8Array();
doc.on('update', (made: Uint8Array) => {
  update = made;
});
for (let entry = 1; entry <= 1_000; entry += 1) {
  doc.getMap('entries').set(String(entry), entry);
  const last = await storage.log.append(name, [update]);
  say(`acknowledged ${last}`);
  if (entry % 3 !== 0) continue;
  await storage.log.compact(name, sequence(entry), Y.encodeStateAsUpdate(doc));
  say(`compacted ${entry}`);
}
