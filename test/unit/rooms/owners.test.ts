import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { Owners } from '../../../server/rooms/owners.ts';
import { CloseCode } from '../../../shared/protocol/close-codes.ts';
import { emptyBoard } from '../../support/notes.ts';
import { visitor } from './peer.ts';
import { createStage } from './stage.ts';

const [ada, ben] = [visitor(1).participantId, visitor(2).participantId];

function board(): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, emptyBoard());
  return doc;
}

describe('owners of client ids', () => {
  it('[GRD8] an id belongs to the first who writes under it, and stays theirs', () => {
    const owners = new Owners(board(), []);
    expect(owners.claim([11], ada)).toEqual({ status: 'granted', fresh: [{ clientId: 11, participantId: ada }] });
    expect(owners.claim([11], ada)).toEqual({ status: 'granted', fresh: [] });
    expect(owners.claim([11], ben)).toEqual({ status: 'foreign' });
    expect([owners.allows(11, ada), owners.allows(11, ben)]).toEqual([true, false]);
  });

  it('[GRD8] ids are taken all or none', () => {
    const owners = new Owners(board(), [{ clientId: 11, participantId: ada }]);
    expect(owners.claim([12, 11], ben)).toEqual({ status: 'foreign' });
    expect(owners.claim([12], ada).status).toBe('granted');
  });

  it('[GRD9] ids under which the document holds something, and the server’s own, are nobody’s', () => {
    const doc = board();
    const owners = new Owners(doc, []);
    expect(owners.claim([1], ada)).toEqual({ status: 'foreign' });
    expect(owners.claim([doc.clientID], ada)).toEqual({ status: 'foreign' });
  });

  it('[GRD10] presence keeps an id for its speaker until that goes', () => {
    const owners = new Owners(board(), []);
    owners.reserve(11, ada);
    expect(owners.claim([11], ben)).toEqual({ status: 'foreign' });
    owners.release(11);
    expect(owners.claim([11], ben).status).toBe('granted');
  });

  it('[GRD11] nobody has ids without end', () => {
    const owners = new Owners(board(), []);
    const many = (from: number) => Array.from({ length: 500 }, (_, n) => from + n);
    for (const from of [10_000, 20_000, 30_000, 40_000]) expect(owners.claim(many(from), ada).status).toBe('granted');
    expect(owners.claim([50_000], ada)).toEqual({ status: 'too-many' });
    expect(owners.claim([10_000], ada).status).toBe('granted');
    expect(owners.claim([50_000], ben).status).toBe('granted');
  });

  it('[GRD8] a room closes whoever writes under somebody else’s id, also after it was loaded again', async () => {
    const { join, clock, logged } = createStage();
    const peer = await join(1);
    peer.create('shape:a');
    await clock.pass(0);
    const thief = await join(2);
    thief.doc.clientID = peer.doc.clientID;
    thief.create('shape:b');
    expect(thief.closed?.code).toBe(CloseCode.refused);
    peer.leave();
    thief.leave();
    await clock.pass(60_000);
    await logged('room.closed');
    const again = await join(2);
    again.doc.clientID = peer.doc.clientID;
    again.create('shape:c');
    expect(again.closed?.code).toBe(CloseCode.refused);
  });
});
