import { describe, expect, it } from 'vitest';
import { CreateBoardResponse } from '../../../shared/api/boards.ts';
import { CreateVersionResponse, ListVersionsResponse } from '../../../shared/api/history.ts';
import { imagePath, UploadImageResponse } from '../../../shared/api/images.ts';
import { ImportBoardsResponse, ImportIntoBoardResponse } from '../../../shared/api/imports.ts';
import { GetWorkshopResponse } from '../../../shared/api/workshops.ts';
import { recordsOf } from '../../../shared/board/document.ts';
import { createGroups, joinRecord, splitRecord } from '../../../shared/board/groups.ts';
import type { BoardId, ImageId } from '../../../shared/protocol/ids.ts';
import { formatRoomName } from '../../../shared/protocol/room-name.ts';
import { pngOf } from '../../support/pictures.ts';
import { card, relation } from '../../unit/board/support/cards.ts';
import { note, shape, type TestRecord } from '../../unit/board/support/records.ts';
import { documentRecord, imageAsset, pageRecord, pixel, tldrawFile } from '../../unit/board/support/tldraw.ts';
import { join, makeBoard, makeWorkshop, problemOf, startServer } from './server.ts';
import { connectWriter } from './writer.ts';

const fileType = { 'content-type': 'application/octet-stream' };

async function workshop() {
  const server = await startServer();
  const made = await makeWorkshop(server);
  const facilitator = await join(server, made, 'facilitator', 'Fay');
  const bearer = facilitator.token;
  const send = (raw: string | Uint8Array<ArrayBuffer>, query = '', token = bearer) =>
    server.call('POST', `/api/boards/import?workshop=${made.workshop.id}${query}`, {
      ...{ raw, bearer: token, headers: fileType },
    });
  const sendInto = (board: BoardId, raw: string, query = '', token = bearer) =>
    server.call('POST', `/api/boards/${board}/import${query}`, { raw, bearer: token, headers: fileType });
  const boards = async () =>
    GetWorkshopResponse.parse((await server.call('GET', `/api/workshops/${made.workshop.id}`, { bearer })).json())
      .boards;
  const get = async (path: string) => (await server.call('GET', `/api/boards/${path}`, { bearer })).text;
  const write = async (board: BoardId, ...records: readonly TestRecord[]) => {
    const room = formatRoomName({ layer: 'shared', boardId: board });
    const writer = connectWriter({ address: server.address, room, token: bearer });
    await writer.synced;
    writer.doc.transact(() => {
      for (const record of records) {
        const { meta: _server, ...parts } = splitRecord(record);
        recordsOf(writer.doc).set(record.id, createGroups(parts));
      }
    });
    await writer.settled();
    return writer;
  };
  return { server, made, facilitator, send, sendInto, boards, get, write };
}

const cause = (id: string, title: string, x = 0) => card(id, title, { evidence: 'counted' }, { x, index: `a${id}` });

/** The records of a file without what says who wrote them when. */
const recordsIn = (json: string) =>
  (JSON.parse(json) as { records: { id: string; meta: object }[] }).records.map(({ meta: _meta, ...record }) => record);

describe('files of boards', () => {
  it('[TRV1] a board goes out as JSON and as .tldr and comes back from both as it was, as a board of its own', async () => {
    const { server, made, facilitator, send, get, write, boards } = await workshop();
    const board = await makeBoard(server, made, facilitator.token);
    const writer = await write(board, cause('1', 'No pump'), cause('2', 'No money', 300), relation('3', '2', '1'));
    writer.close();
    const before = await get(`${board}/export/json`);
    for (const format of ['json', 'tldr']) {
      const file = await get(`${board}/export/${format}`);
      const planned = ImportBoardsResponse.parse((await send(file, '&plan=1')).json());
      expect(planned).toMatchObject({
        format: format === 'json' ? 'json' : 'tldraw',
        boards: [{ title: 'Blank board', cards: 2, relations: 1 }],
        leftOut: [],
        made: [],
      });
      const count = (await boards()).length;
      const answer = await send(file);
      expect(answer.status).toBe(201);
      const [copy] = ImportBoardsResponse.parse(answer.json()).made;
      expect(await boards()).toHaveLength(count + 1);
      expect(recordsIn(await get(`${copy?.id}/export/json`))).toEqual(recordsIn(before));
      expect(copy).toMatchObject({ title: 'Blank board', template: 'blank', language: 'en', example: false });
    }
  });

  it.each(['root-cause-tree', 'actor-map', 'visioning', 'lessons-learnt'] as const)(
    '[TRV1] the example of %s comes back from both kinds of file with every record, and says the same as table and as text',
    async (template) => {
      const { server, made, facilitator, send, get } = await workshop();
      const asked = { template, language: 'de', example: true };
      const example = await server.call('POST', `/api/workshops/${made.workshop.id}/boards`, {
        ...{ body: asked, bearer: facilitator.token },
      });
      const { id } = CreateBoardResponse.parse(example.json()).board;
      const said = async (board: string) => {
        const records = recordsIn(await get(`${board}/export/json`));
        return { records, csv: await get(`${board}/export/csv`), md: await get(`${board}/export/md`) };
      };
      const before = await said(id);
      expect(before.records.length).toBeGreaterThan(100);
      for (const format of ['json', 'tldr']) {
        const answer = await send(await get(`${id}/export/${format}`));
        const { leftOut, made: copies } = ImportBoardsResponse.parse(answer.json());
        expect(leftOut).toEqual([]);
        expect(await said(copies[0]?.id ?? '')).toEqual(before);
      }
    },
    60_000,
  );

  it('[TRV2] a board is brought up to date with a file: ids stay, what is not in it stays, the board before is a version', async () => {
    const { server, made, facilitator, sendInto, get, write } = await workshop();
    const board = await makeBoard(server, made, facilitator.token);
    const writer = await write(board, cause('1', 'No pump'), cause('2', 'No money', 300));
    const file = JSON.parse(await get(`${board}/export/json`));
    const first = file.records.find(({ id }: { id: string }) => id === 'shape:1');
    first.props.richText.content[0].content[0].text = 'No pump at all';
    file.records.push({ ...cause('4', 'New in the file', 600), meta: {} });
    file.records = file.records.filter(({ id }: { id: string }) => id !== 'shape:2');
    const text = JSON.stringify(file);

    const told = async (query: string) => {
      const answer = await sendInto(board, text, query);
      expect(answer.status).toBe(200);
      return ImportIntoBoardResponse.parse(answer.json());
    };
    const before = await get(`${board}/export/json`);
    const expected = {
      added: { count: 1, words: ['New in the file'] },
      changed: { count: 1, words: ['No pump at all'] },
      kept: 1,
      leftOut: [],
    };
    expect(await told('?plan=1')).toMatchObject({ ...expected, isDone: false });
    expect(await get(`${board}/export/json`)).toBe(before);

    expect(await told('?name=old.json')).toMatchObject({ ...expected, isDone: true });
    const after = recordsIn(await get(`${board}/export/json`));
    expect(after.map(({ id }) => id).filter((id) => /^shape:\d$/.test(id))).toEqual(['shape:1', 'shape:2', 'shape:4']);
    expect(writer.notices).toContainEqual({ code: 'restored', what: 'file', by: 'Fay' });
    expect(await told('')).toMatchObject({ added: { count: 0 }, changed: { count: 0 } });

    const { versions } = ListVersionsResponse.parse(JSON.parse(await get(`${board}/versions`)));
    expect(versions.map(({ name }) => name)).toContain('Before the file old.json');
    writer.close();
  });

  it('[TRV2] who wrote a card stays known, whatever the file says', async () => {
    const { server, made, facilitator, sendInto, get, write } = await workshop();
    const board = await makeBoard(server, made, facilitator.token);
    (await write(board, cause('1', 'No pump'))).close();
    const file = JSON.parse(await get(`${board}/export/json`));
    const first = file.records.find(({ id }: { id: string }) => id === 'shape:1');
    expect(first.meta.author).toBe(facilitator.participant.id);
    first.meta = { author: 'x'.repeat(21), created: 1 };
    first.x = 77;
    expect((await sendInto(board, JSON.stringify(file))).status).toBe(200);
    const after = JSON.parse(await get(`${board}/export/json`)).records;
    const now = after.find(({ id }: { id: string }) => id === 'shape:1');
    expect(now).toMatchObject({ x: 77, meta: { author: facilitator.participant.id } });
  });

  it('[TRV17] a picture that the board names and that is gone comes from the file, one that is there stays', async () => {
    const { server, made, facilitator, sendInto, get, write } = await workshop();
    const { images } = server.storage;
    const board = await makeBoard(server, made, facilitator.token);
    const upload = async () => {
      const raw = Uint8Array.from(pngOf({ width: 3, height: 2 }));
      const answer = await server.call('POST', `/api/boards/${board}/images`, {
        ...{ raw, bearer: facilitator.token, headers: fileType },
      });
      return UploadImageResponse.parse(answer.json()).image.id;
    };
    const [gone, kept] = [await upload(), await upload()];
    const showing = (name: string, id: ImageId, index: string) => [
      imageAsset(name, imagePath(id)) as TestRecord,
      shape(name, 'image', { index, props: { w: 3, h: 2, assetId: `asset:${name}` } }),
    ];
    const writer = await write(board, ...showing('gone', gone, 'a1'), ...showing('kept', kept, 'a2'));
    const file = await get(`${board}/export/json`);
    for (const id of ['shape:gone', 'shape:kept']) recordsOf(writer.doc).delete(id);
    await writer.settled();
    writer.close();
    await images.deleteImage(gone);

    const told = async (query: string) => ImportIntoBoardResponse.parse((await sendInto(board, file, query)).json());
    const expected = { added: { count: 2 }, changed: { count: 1, words: ['gone.png'] }, leftOut: [] };
    expect(await told('?plan=1')).toMatchObject({ ...expected, isDone: false });
    expect(await images.listImages(board)).toHaveLength(1);
    expect(await told('')).toMatchObject({ ...expected, isDone: true });
    const reader = await write(board);
    const srcOf = (id: string) => {
      const groups = recordsOf(reader.doc).get(id);
      return groups && (joinRecord(id, groups)?.props as { src: string } | undefined)?.src;
    };
    expect(srcOf('asset:kept')).toBe(imagePath(kept));
    const now = `${srcOf('asset:gone')}`;
    expect(now).not.toBe(imagePath(gone));
    expect((await server.call('GET', now, { bearer: facilitator.token })).status).toBe(200);
    expect(await images.listImages(board)).toHaveLength(2);
    expect((await get(`${board}/export/json`)).match(/data:image/g)).toHaveLength(2);
    expect(await told('')).toMatchObject({ added: { count: 0 }, changed: { count: 0 } });
    reader.close();
  }, 60_000);

  it("[TRV3] every page of a .tldr becomes a board; pictures come along, and others' shapes as boxes with a list", async () => {
    const { send, get } = await workshop();
    const file = tldrawFile([
      ...[documentRecord('Sketches'), pageRecord('one', 'First'), pageRecord('two', 'Second', 'a2')],
      ...[
        note('n', 'Hello', { parentId: 'page:one' }),
        imageAsset('in', pixel),
        imageAsset('web', 'https://example.org/a.png'),
      ],
      ...['in', 'web'].map((id) => ({
        ...note(`image-${id}`, '', { parentId: 'page:two' }),
        ...{ type: 'image', index: id === 'in' ? 'a2' : 'a3' },
        props: {
          ...{ w: 10, h: 10, playing: true, url: '', assetId: `asset:${id}`, crop: null, flipX: false, flipY: false },
          altText: '',
        },
      })),
      { ...note('foreign', 'Of another programme', { parentId: 'page:two', index: 'a4' }), type: 'sticker' },
    ]);
    const answer = ImportBoardsResponse.parse((await send(file)).json());
    expect(answer.made.map(({ title }) => title)).toEqual(['First', 'Second']);
    expect(answer.leftOut).toEqual([
      {
        kind: 'image',
        reason: 'picture-elsewhere',
        isBox: true,
        count: 1,
        words: ['web.png https://example.org/a.png'],
      },
      { kind: 'sticker', reason: 'unknown-kind', isBox: true, count: 1, words: ['Of another programme'] },
    ]);
    const json = await get(`${answer.made[1]?.id}/export/json`);
    const types = recordsIn(json).map((record) => (record as { type?: string }).type);
    expect(types).toEqual(['image', undefined, undefined, 'geo', 'image', 'geo']);
    expect(json).toContain('"src": "data:image/png;base64,');
    expect(json).not.toContain('"src": "https');
  });

  it('[TRV4] only facilitators bring files, and not into an example', async () => {
    const { server, made, facilitator, send, sendInto } = await workshop();
    const participant = await join(server, made, 'participant', 'Ben');
    const file = tldrawFile([documentRecord(), pageRecord('page', '')]);
    const board = await makeBoard(server, made, facilitator.token);
    expect(problemOf(await send(file, '', participant.token))).toBe('403 not-allowed');
    expect(problemOf(await sendInto(board, file, '', participant.token))).toBe('403 not-allowed');
    const example = await server.call('POST', `/api/workshops/${made.workshop.id}/boards`, {
      body: { template: 'visioning', example: true },
      bearer: facilitator.token,
    });
    const { id } = (example.json() as { board: { id: BoardId } }).board;
    expect(problemOf(await sendInto(id, file))).toBe('403 not-allowed');
    expect(CreateVersionResponse.safeParse({}).success).toBe(false);
  });

  it('[TRV5] of a file made to do harm nothing is taken, the answer says why, and the server goes on', async () => {
    const { server, made, facilitator, send, sendInto, boards, get } = await workshop();
    const board = await makeBoard(server, made, facilitator.token);
    const before = await get(`${board}/export/json`);
    const valid = JSON.parse(before);
    const records = (count: number) =>
      Array.from({ length: count }, (_, number) => ({ ...note(`n${number}`, ''), index: 'a1' }));
    const deep = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;
    const corpus: readonly (readonly [name: string, file: string | Uint8Array<ArrayBuffer>, problem: string])[] = [
      ['nothing', new Uint8Array(1), '422 file-unknown'],
      ['no JSON', 'PK\u0003\u0004 an archive', '422 file-unknown'],
      ['no UTF-8', Uint8Array.from([0x7b, 0xff, 0xfe, 0x7d]), '422 file-unknown'],
      ['other JSON', '{"type":"excalidraw","elements":[]}', '422 file-unknown'],
      ['cut off', before.slice(0, -40), '422 file-unknown'],
      [
        'the first tldraw',
        JSON.stringify({ document: { version: 15.5, pages: {}, pageStates: {} } }),
        '422 file-legacy',
      ],
      ['a later format', JSON.stringify({ ...valid, version: 2 }), '422 file-newer'],
      ['a later tldraw format', tldrawFile([], { tldrawFileFormatVersion: 2 }), '422 file-newer'],
      [
        'a later tldraw',
        tldrawFile([], { schema: { schemaVersion: 2, sequences: { 'com.tldraw.shape.note': 99 } } }),
        '422 file-newer',
      ],
      ['a later schema', tldrawFile([], { schema: { schemaVersion: 3, sequences: {} } }), '422 file-newer'],
      ['no version', JSON.stringify({ ...valid, version: 'one' }), '422 file-damaged'],
      ['records of no form', JSON.stringify({ ...valid, records: [1, null] }), '422 file-damaged'],
      [
        'deep',
        tldrawFile([]).replace('"records":[]', `"records":[{"id":"shape:a","meta":${deep(500_000)}}]`),
        '422 file-damaged',
      ],
      ['a prototype', before.replace('"meta": {}', '"meta": {"__proto__": {"isAdmin": true}}'), '422 file-damaged'],
      ['20,001 records', tldrawFile(records(20_001)), '422 file-too-much'],
      [
        'a million records',
        `{"tldrawFileFormatVersion":1,"schema":{"schemaVersion":2,"sequences":{}},"records":[${'{"id":"shape:a","typeName":"shape"},'.repeat(999_999)}{}]}`,
        '422 file-too-much',
      ],
      [
        '41 pages',
        tldrawFile(
          Array.from({ length: 41 }, (_, at) => [
            pageRecord(`p${at}`, ''),
            { ...note(`n${at}`, 'x'), parentId: `page:p${at}` },
          ]).flat(),
        ),
        '422 file-too-much',
      ],
      ['51 MB', new Uint8Array(51_000_000), '413 too-large'],
    ];
    for (const [name, file, problem] of corpus) {
      expect([name, problemOf(await send(file))]).toEqual([name, problem]);
      if (typeof file === 'string' && file.length < 1_000_000)
        expect([name, problemOf(await sendInto(board, file))]).toEqual([name, problem]);
    }
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
    expect(await boards()).toHaveLength(1);
    expect(await get(`${board}/export/json`)).toBe(before);
  }, 120_000);

  it('[TRV6] names in a file that look like paths are names; ids and places that no board bears are left out', async () => {
    const { send, get } = await workshop();
    const path = '../../../../etc/passwd';
    const file = tldrawFile([
      ...[documentRecord(path), pageRecord('page', path), imageAsset('a', pixel), note('ok', 'fine')],
      { ...note('far', 'far away', { index: 'a2' }), x: 1e12 },
      { ...note('id', 'bad id', { index: 'a3' }), id: `shape:${'x'.repeat(250)}` },
      note('js', 'link', { index: 'a4', props: { url: 'javascript:alert(1)' } }),
    ]);
    const answer = ImportBoardsResponse.parse((await send(file, `&name=${encodeURIComponent(path)}`)).json());
    expect(answer.made.map(({ title }) => title)).toEqual([path]);
    expect(answer.leftOut.map(({ reason, count, isBox }) => [reason, count, isBox])).toEqual([
      ['broken', 1, true],
      ['broken', 2, false],
    ]);
    const json = await get(`${answer.made[0]?.id}/export/json`);
    expect(json).toContain('fine');
    expect(json).not.toContain('"url": "javascript');
  });

  it('[TRV7] the schema of the file is served where the file says', async () => {
    const { server, made, facilitator, get } = await workshop();
    const board = await makeBoard(server, made, facilitator.token);
    const { $schema } = JSON.parse(await get(`${board}/export/json`));
    const answer = await fetch($schema);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({
      title: 'A board of Commonboard',
      required: expect.arrayContaining(['records']),
    });
  });
});
