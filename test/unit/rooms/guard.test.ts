import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { checkUpdate, syncStep2Limits, updateLimits } from '../../../server/rooms/guard.ts';
import { recordsOf } from '../../../shared/board/document.ts';
import { createGroups } from '../../../shared/board/groups.ts';
import { attackedBoard, hostileUpdates } from './hostile-updates.ts';
import { deleted, hole, item, map, rawUpdate } from './raw-update.ts';

describe('the guard', () => {
  it.each(hostileUpdates)('[GRD1] refuses $name', ({ update, reason }) => {
    const doc = attackedBoard();
    const before = Y.encodeStateAsUpdate(doc);
    const roots = [...doc.share.keys()];
    expect(checkUpdate(doc, update, updateLimits)).toEqual({ status: 'refused', reason });
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
    expect([...doc.share.keys()]).toEqual(roots);
  });

  it('[GRD1] refuses a half held struct that goes on in another place, and takes it in its own', () => {
    const doc = new Y.Doc();
    const start = rawUpdate([{ client: 5, structs: [item({ root: 'records', key: 'shape:a' }, deleted(4))] }]);
    Y.applyUpdate(doc, start);
    const more = (key: string) => rawUpdate([{ client: 5, structs: [item({ root: 'records', key }, deleted(9))] }]);
    expect(checkUpdate(doc, more('shape:b'), updateLimits)).toEqual({ status: 'refused', reason: 'mixed-parents' });
    expect(checkUpdate(doc, more('shape:a'), updateLimits)).toMatchObject({ status: 'legal', writers: [5] });
  });

  it('[GRD2] takes what a client brings after weeks offline, and refuses the same as a single edit', () => {
    const doc = attackedBoard();
    const structs = Array.from({ length: 60_000 }, () => hole(0, 1));
    const update = rawUpdate([{ client: 7, structs }]);
    expect(checkUpdate(doc, update, updateLimits)).toEqual({ status: 'refused', reason: 'too-many-structs' });
    expect(checkUpdate(doc, update, syncStep2Limits)).toMatchObject({ status: 'legal' });
  });

  it('[GRD3] passes over what is held, whoever sends it, and says that it is no news', () => {
    const doc = attackedBoard();
    recordsOf(doc).get('shape:note')?.set('at', [1, 1, 0]);
    const all = Y.encodeStateAsUpdate(doc);
    expect(checkUpdate(doc, all, updateLimits)).toEqual({ status: 'legal', isNews: false, writers: [] });
    expect(checkUpdate(doc, rawUpdate([]), updateLimits)).toEqual({ status: 'legal', isNews: false, writers: [] });
  });

  it('[GRD3] a deletion is news once', () => {
    const doc = attackedBoard();
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
    recordsOf(other).delete('shape:note');
    const update = Y.encodeStateAsUpdate(other, Y.encodeStateVector(doc));
    expect(checkUpdate(doc, update, updateLimits)).toEqual({ status: 'legal', isNews: true, writers: [] });
    Y.applyUpdate(doc, update);
    expect(checkUpdate(doc, update, updateLimits)).toMatchObject({ isNews: false });
  });

  it('[GRD4] names the clients under whose ids something new comes', () => {
    const doc = attackedBoard();
    const [one, two] = [new Y.Doc(), new Y.Doc()];
    const empty = createGroups({ base: {}, meta: {} });
    Y.applyUpdate(one, Y.encodeStateAsUpdate(doc));
    recordsOf(one).set('shape:one', empty);
    Y.applyUpdate(two, Y.encodeStateAsUpdate(one));
    recordsOf(two).delete('shape:one');
    recordsOf(two).set('shape:two', createGroups({ base: {}, meta: {} }));
    const checked = checkUpdate(doc, Y.encodeStateAsUpdate(two), updateLimits);
    expect(checked).toMatchObject({ status: 'legal', isNews: true });
    expect(new Set(checked.status === 'legal' ? checked.writers : [])).toEqual(new Set([one.clientID, two.clientID]));
  });

  it('[GRD5] takes sections in any order, as long as what each needs is there', () => {
    const doc = attackedBoard();
    const needs = { client: 9, structs: [item({ parent: [8, 0], key: 'at' }, deleted(1))] };
    const needed = { client: 8, structs: [item({ root: 'records', key: 'shape:new' }, map)] };
    expect(checkUpdate(doc, rawUpdate([needs, needed]), updateLimits)).toMatchObject({ status: 'legal' });
    expect(checkUpdate(doc, rawUpdate([needed, needs]), updateLimits)).toMatchObject({ status: 'legal' });
    expect(checkUpdate(doc, rawUpdate([needs]), updateLimits)).toMatchObject({ reason: 'dependency' });
  });
});
