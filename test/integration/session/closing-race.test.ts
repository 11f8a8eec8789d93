import { describe, expect, it } from 'vitest';
import { createMemoryStorage } from '../../../server/storage/memory/memory-storage.ts';
import type { Storage } from '../../../server/storage/storage.ts';
import { recordsOf } from '../../../shared/board/document.ts';
import { formatRoomName } from '../../../shared/protocol/room-name.ts';
import { noteGroups } from '../../support/notes.ts';
import { give, look } from '../http/people.ts';
import { join, makeBoard, makeWorkshop, problemOf, startServer } from '../http/server.ts';
import { connectWriter } from '../http/writer.ts';

type Held = 'createVersion' | 'readJournal' | 'append';

/** Storage of which one kind of call can be kept waiting. */
function holdingStorage() {
  const storage = createMemoryStorage();
  let held: { readonly method: Held; readonly reached: () => void; readonly until: Promise<void> } | null = null;
  const holding =
    <Args extends readonly unknown[], Result>(method: Held, call: (...args: Args) => Promise<Result>) =>
    async (...args: Args): Promise<Result> => {
      if (held?.method === method) {
        held.reached();
        await held.until;
      }
      return call(...args);
    };
  const { history, log } = storage;
  const gated: Storage = {
    ...storage,
    log: { ...log, append: holding('append', log.append) },
    history: {
      ...history,
      createVersion: holding('createVersion', history.createVersion),
      readJournal: holding('readJournal', history.readJournal),
    },
  };
  /** From now on such calls wait. */
  const hold = (method: Held) => {
    let reached = () => {};
    let letGo = () => {};
    const isReached = new Promise<void>((resolve) => {
      reached = resolve;
    });
    const until = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    held = { method, reached, until };
    return {
      isReached,
      letGo: () => {
        held = null;
        letGo();
      },
    };
  };
  return { storage: gated, hold };
}

/** A board on which something was deleted after a version of it was kept. */
async function boardWithPast() {
  const { storage, hold } = holdingStorage();
  const server = await startServer({ storage });
  const made = await makeWorkshop(server);
  const fay = await join(server, made, 'facilitator', 'Fay');
  const ben = await join(server, made, 'participant', 'Ben');
  const boardId = await makeBoard(server, made, fay.token);
  const room = formatRoomName({ layer: 'shared', boardId });
  const writer = connectWriter({ address: server.address, room, token: ben.token });
  await writer.synced;
  const { doc } = writer;
  for (const id of ['shape:kept', 'shape:gone']) {
    recordsOf(doc).set(id, noteGroups(id));
    await writer.settled();
  }
  const call = (path: string, options: { body?: unknown; raw?: string } = {}) =>
    server.call('POST', `/api/boards/${boardId}/${path}`, {
      ...options,
      bearer: fay.token,
      ...(options.raw !== undefined && { headers: { 'content-type': 'application/octet-stream' } }),
    });
  const { version } = (await call('versions', { body: { name: 'Before' } })).json() as { version: { id: string } };
  const file = (await server.call('GET', `/api/boards/${boardId}/export/json`, { bearer: fay.token })).text;
  recordsOf(doc).delete('shape:gone');
  await writer.settled();
  return {
    ...{ hold, call, version, file, ben },
    importBoard: (raw: string | ReadableStream<Uint8Array>, query = '') =>
      server.call('POST', `/api/boards/import?workshop=${made.workshop.id}${query}`, {
        ...{ raw, bearer: fay.token, headers: { 'content-type': 'application/octet-stream' } },
      }),
    boards: async () => (await look(server, made, fay.token)).boards.length,
    notes: () => [...recordsOf(doc).keys()].filter((id) => ['shape:kept', 'shape:gone'].includes(id)),
    set: (type: 'workshop.close' | 'workshop.reopen') => give(server, made, fay.token, { type }),
  };
}

it('[SES35] a session that is closed while the past is being fetched is closed for it too', async () => {
  const { hold, call, version, file, ben, notes, set } = await boardWithPast();
  const undo = { participantId: ben.participant.id, sinceMs: 0 };
  const ways = [
    ['createVersion', `versions/${version.id}/restore`, {}],
    ['readJournal', 'deleted/restore', { body: { recordIds: ['shape:gone'] } }],
    ['createVersion', 'undo-person', { body: undo }],
    ['createVersion', 'import', { raw: file }],
  ] as const;
  for (const [method, path, options] of ways) {
    const { isReached, letGo } = hold(method);
    const answer = call(path, options);
    await isReached;
    expect((await set('workshop.close')).status).toBe(200);
    letGo();
    expect(problemOf(await answer), path).toBe('409 session-closed');
    expect(notes(), path).toEqual(['shape:kept']);
    await set('workshop.reopen');
  }
  // Nothing of it comes later, and open again it works.
  expect((await call(`versions/${version.id}/restore`)).json()).toMatchObject({ added: 1, removed: 0 });
});

/**
 * A file with so many spaces behind it that no line between two programs holds them: once all but the last were asked for,
 * the server is reading.
 */
function slowly(file: string) {
  const spaces = Buffer.alloc(1_000_000, ' ');
  let letGo = () => {};
  const until = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  let reached = () => {};
  const isRead = new Promise<void>((resolve) => {
    reached = resolve;
  });
  async function* parts(): AsyncGenerator<Uint8Array, void> {
    yield Buffer.from(file);
    for (let sent = 0; sent < 16; sent++) yield spaces;
    reached();
    await until;
    yield spaces.subarray(0, 1);
  }
  const left = parts();
  const body = new ReadableStream<Uint8Array>({
    pull: async (stream) => {
      const { done, value } = await left.next();
      if (done) stream.close();
      else stream.enqueue(value);
    },
  });
  return { body, isRead, letGo };
}

describe('a session that is closed while a file comes in', () => {
  it('[SES42] gets no board of it when it is being read, and is told nothing of it', async () => {
    const { importBoard, boards, file, set } = await boardWithPast();
    for (const query of ['', '&plan=1']) {
      const { body, isRead, letGo } = slowly(file);
      const answer = importBoard(body, query);
      await isRead;
      expect((await set('workshop.close')).status).toBe(200);
      letGo();
      expect(problemOf(await answer), query).toBe('409 session-closed');
      expect(await boards()).toBe(1);
      await set('workshop.reopen');
    }
    expect((await importBoard(file)).status).toBe(201);
    expect(await boards()).toBe(2);
  }, 60_000);

  it('[SES42] gets no board of it when what is on the boards is being stored', async () => {
    const { hold, importBoard, boards, file, set } = await boardWithPast();
    const { isReached, letGo } = hold('append');
    const answer = importBoard(file);
    await isReached;
    expect((await set('workshop.close')).status).toBe(200);
    letGo();
    expect(problemOf(await answer)).toBe('409 session-closed');
    expect(await boards()).toBe(1);
    await set('workshop.reopen');
    expect((await importBoard(file)).status).toBe(201);
    expect(await boards()).toBe(2);
  }, 60_000);
});
