import * as Y from 'yjs';
import type { GuardReason } from '../../../server/rooms/guard/refusal.ts';
import { recordsOf, schemaOf } from '../../../shared/board/document.ts';
import { createGroups } from '../../../shared/board/groups.ts';
import { plainRichText } from '../../../shared/board/rich-text.ts';
import {
  any,
  anyBytes,
  binary,
  type Content,
  deleted,
  element,
  embed,
  format,
  fragment,
  hole,
  type Id,
  item,
  map,
  oldJson,
  type Part,
  rawUpdate,
  type Section,
  string,
  stringBytes,
  subdocument,
  textNode,
  type,
  type Where,
} from './raw-update.ts';

/** Who wrote the document that is attacked, and who attacks. */
const author = 1_000;
const attacker = 7;

/** A board with one note, as the server would hold it. */
export function attackedBoard(): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = author;
  doc.transact(() => {
    schemaOf(doc).set('schemaVersion', 2);
    recordsOf(doc).set(
      'shape:note',
      createGroups({
        base: { typeName: 'shape', type: 'note', parentId: 'page:page', index: 'a1' },
        at: [10, 20, 0],
        flags: { isLocked: false, opacity: 1 },
        props: { color: 'yellow' },
        rich: plainRichText('hello'),
        meta: {},
      }),
    );
  });
  return doc;
}

/** Where in the board's log of structs its parts are. */
function idsOf(doc: Y.Doc) {
  const id = (struct: Y.Item | null | undefined): Id => {
    if (!struct) throw new Error('the board lacks a part');
    return [struct.id.client, struct.id.clock];
  };
  const groups = recordsOf(doc).get('shape:note');
  const rich = groups?.get('rich') as Y.XmlFragment;
  const paragraph = rich.get(0) as Y.XmlElement;
  const words = paragraph.get(0) as Y.XmlText;
  return {
    record: id(groups?._item),
    at: id(groups?._map.get('at')),
    rich: id(rich._item),
    paragraph: id(paragraph._item),
    words: id(words._item),
    hello: id(words._start),
    end: Y.getState(doc.store, author),
  };
}
const ids = idsOf(attackedBoard());

const attack = (...structs: readonly Part[]): Uint8Array => rawUpdate([{ client: attacker, structs }]);
const one = (where: Where, content: Content): Uint8Array => attack(item(where, content));
const newRecord = item({ root: 'records', key: 'shape:new' }, map);
const inNewRecord = (key: string, content: Content): Uint8Array =>
  attack(newRecord, item({ parent: [attacker, 0], key }, content));

/** A chain of types, each in the one before. */
const chain = (first: Part, length: number, next: (parent: Id) => Part): Uint8Array =>
  attack(first, ...Array.from({ length }, (_, depth) => next([attacker, depth])));

const array = (depth: number): unknown => (depth === 0 ? 1 : [array(depth - 1)]);
const proto: unknown = JSON.parse('{"__proto__": {"isAdmin": true}}');

/** A record with a text of its own, from clock 0 on; the text's items begin at clock 4. */
const newText: readonly Part[] = [
  newRecord,
  item({ parent: [attacker, 0], key: 'rich' }, fragment),
  item({ parent: [attacker, 1] }, element),
  item({ parent: [attacker, 2] }, textNode),
];
const inNewText: Where = { parent: [attacker, 3] };
const times = (count: number, part: (n: number) => Part): readonly Part[] =>
  Array.from({ length: count }, (_, n) => part(n));

/** Two clients write turn by turn, so that no two items ever become one. */
const inTurns = (count: number, first: Part): readonly [Section, Section] => [
  {
    client: attacker,
    structs: [
      ...newText,
      first,
      ...times(count, (n) => item({ origin: n === 0 ? [attacker, 4] : [8, n - 1] }, string('a'))),
    ],
  },
  { client: 8, structs: times(count, (n) => item({ origin: [attacker, 5 + n] }, string('b'))) },
];

const aLegalOne = one({ parent: ids.record, key: 'at' }, any([1, 2, 0]));
const asV2 = Y.convertUpdateFormatV1ToV2(aLegalOne);

export interface HostileUpdate {
  readonly name: string;
  readonly reason: GuardReason;
  readonly update: Uint8Array;
}

const hostile = (name: string, reason: GuardReason, update: Uint8Array): HostileUpdate => ({ name, reason, update });

/** What a program with a session can send and no client of ours would. Every one has to be refused. */
export const hostileUpdates: readonly HostileUpdate[] = [
  hostile('half of an update', 'truncated', aLegalOne.subarray(0, aLegalOne.length >> 1)),
  hostile('nothing at all', 'truncated', new Uint8Array()),
  hostile('an update and more', 'trailing-bytes', rawUpdate([], [], [0])),
  hostile('33 million structs that are not there', 'truncated', Uint8Array.of(1, 0xff, 0xff, 0xff, 0x0f, 7, 0)),
  hostile('33 million clients that are not there', 'truncated', Uint8Array.of(0xff, 0xff, 0xff, 0x0f, 1, 7, 0)),
  hostile('a number without end', 'number', new Uint8Array(40).fill(0xff)),
  hostile('the V2 encoding', 'trailing-bytes', asV2),
  hostile('a text that is no UTF-8', 'text', one({ parent: ids.words }, stringBytes(Uint8Array.of(0xff, 0xfe)))),

  hostile('a root of its own', 'root', one({ root: 'evil', key: 'a' }, any(1))),
  hostile(
    'a root of its own among what is held',
    'root',
    rawUpdate([{ client: author, structs: [item({ root: 'evil', key: 'a' }, any(1))] }]),
  ),
  hostile('the schema', 'root', one({ root: 'schema', key: 'schemaVersion' }, any(99))),
  hostile('a list in the map of records', 'key', one({ root: 'records' }, map)),
  hostile('a list in a record', 'key', one({ parent: ids.record }, any(1))),
  hostile('a record as plain JSON', 'content', one({ root: 'records', key: 'shape:new' }, any({ x: 1 }))),
  hostile('a record as a list', 'content', one({ root: 'records', key: 'shape:new' }, type(0))),
  hostile('a record as a text', 'content', one({ root: 'records', key: 'shape:new' }, type(2))),
  hostile('a record as an XML hook', 'content', one({ root: 'records', key: 'shape:new' }, type(5, 'hook'))),
  hostile('a type that does not exist', 'content', one({ root: 'records', key: 'shape:new' }, type(77))),
  hostile('a map in a record', 'content', inNewRecord('props', map)),
  hostile(
    'maps 3,000 deep',
    'content',
    chain(newRecord, 3_000, (parent) => item({ parent, key: 'a' }, map)),
  ),
  hostile('rich text as JSON', 'content', inNewRecord('rich', any({ type: 'doc' }))),
  hostile('rich text in the place of props', 'content', inNewRecord('props', fragment)),
  hostile('text straight into a record', 'content', one({ parent: ids.record, key: 'at' }, string('x'))),
  hostile('text straight into a fragment', 'content', one({ parent: ids.rich }, string('x'))),
  hostile(
    'elements 13 deep',
    'depth',
    chain(newRecord, 14, (parent) =>
      parent[1] === 0 ? item({ parent, key: 'rich' }, fragment) : item({ parent }, element),
    ),
  ),
  hostile('a value among elements', 'content', one({ parent: ids.rich }, any(1))),
  hostile('an attribute of a text', 'key', one({ parent: ids.words, key: 'bold' }, any(true))),
  hostile('an element in a text', 'content', one({ parent: ids.words }, element)),
  hostile('a text node in a record', 'content', inNewRecord('props', textNode)),
  hostile('an embed', 'struct-kind', one({ parent: ids.words }, embed({ image: 'x' }))),
  hostile('binary data', 'struct-kind', one({ parent: ids.record, key: 'at' }, binary(new Uint8Array(9)))),
  hostile('a subdocument', 'struct-kind', one({ root: 'records', key: 'shape:new' }, subdocument)),
  hostile('JSON of old', 'struct-kind', one({ parent: ids.record, key: 'at' }, oldJson([1]))),
  hostile('a struct of no kind', 'struct-kind', one({ parent: ids.record, key: 'at' }, { ...any(1), ref: 11 })),
  hostile('binary data in a value', 'content', one({ parent: ids.record, key: 'at' }, any(new Uint8Array(9)))),
  hostile('a big integer', 'content', one({ parent: ids.record, key: 'at' }, any(10n))),
  hostile('a value that does not exist', 'content', one({ parent: ids.record, key: 'at' }, anyBytes(3))),

  hostile('__proto__ as a record', 'key', one({ root: 'records', key: '__proto__' }, map)),
  hostile('constructor as a group', 'key', inNewRecord('constructor', any(1))),
  hostile('__proto__ in a value', 'key', inNewRecord('props', any(proto))),
  hostile('__proto__ deep in a value', 'key', inNewRecord('props', any([{ a: proto }]))),
  hostile('a control character in a key', 'key', inNewRecord('pro\u0000ps', any(1))),
  hostile('a key without end', 'key', inNewRecord('x'.repeat(300), any(1))),
  hostile('a mark that is no JSON', 'content', one({ parent: ids.words }, format('bold', '{'))),
  hostile('a mark 5,000 deep', 'value-depth', one({ parent: ids.words }, format('bold', '['.repeat(5_000)))),
  hostile('a mark with a prototype', 'content', one({ parent: ids.words }, format('link', '{"__proto__":{}}'))),

  hostile('a value 17 deep', 'value-depth', inNewRecord('props', any(array(18)))),
  hostile('a text of 600,000 characters in a value', 'too-long', inNewRecord('props', any('x'.repeat(600_000)))),
  hostile('a typed text of 300,000 characters', 'too-long', one({ parent: ids.words }, string('x'.repeat(300_000)))),
  hostile('60,000 structs', 'too-many-structs', attack(...Array.from({ length: 60_000 }, () => hole(0, 1)))),
  hostile(
    'one character each of 100 clients',
    'too-many-clients',
    rawUpdate(
      Array.from({ length: 100 }, (_, n) => ({
        client: 2_000 + n,
        structs: [item({ parent: ids.words }, string('x'))],
      })),
    ),
  ),
  hostile(
    '49,000 values under one key',
    'order',
    attack(newRecord, ...times(49_000, () => item({ parent: [attacker, 0], key: 'x' }, any(1)))),
  ),
  hostile(
    '30,000 records under one id',
    'order',
    attack(...times(30_000, () => item({ root: 'records', key: 'shape:new' }, map))),
  ),
  hostile(
    '450 values in front of what a key holds',
    'order',
    attack(...times(450, () => item({ parent: ids.record, key: 'at' }, any([1, 2, 0])))),
  ),
  hostile('itself in front and behind', 'order', one({ origin: ids.hello, right: ids.hello }, string('x'))),
  hostile(
    '499 characters in the place of 20,000 others',
    'too-dear',
    rawUpdate([
      { client: attacker, structs: [...newText, ...times(20_000, () => item(inNewText, string('a')))] },
      {
        client: 900,
        structs: [item({ origin: [attacker, 20_003] }, string('b')), ...times(499, () => item(inNewText, string('b')))],
      },
    ]),
  ),
  hostile(
    'a text parted in 30,000 places, from its end on',
    'too-dear',
    rawUpdate([
      { client: attacker, structs: [...newText, item(inNewText, string('a'.repeat(90_010)))] },
      {
        client: 8,
        structs: times(30_000, (n) =>
          item({ origin: [attacker, 90_003 - 3 * n], right: [attacker, 90_004 - 3 * n] }, string('b')),
        ),
      },
    ]),
  ),
  hostile(
    'a text of which every third character is deleted',
    'too-dear',
    rawUpdate(
      [{ client: attacker, structs: [...newText, item(inNewText, string('a'.repeat(90_010)))] }],
      [[attacker, ...Array.from({ length: 30_000 }, (_, n) => [4 + 3 * n, 1] as const)]],
    ),
  ),
  hostile(
    'a text of 20,000 pieces and a mark, deleted at once',
    'too-dear',
    rawUpdate(inTurns(10_000, item(inNewText, format('bold', '{}'))), [
      [attacker, [5, 10_000]],
      [8, [0, 10_000]],
    ]),
  ),
  hostile(
    '5,000 names of marks',
    'too-many-marks',
    attack(
      ...newText,
      ...times(5_000, (n) => item(n === 0 ? inNewText : { origin: [attacker, 3 + n] }, format(`mark-${n}`, '{}'))),
    ),
  ),

  hostile('a gap before it', 'clock-gap', rawUpdate([{ client: attacker, clock: 5, structs: [newRecord] }])),
  hostile('a gap within', 'clock-gap', attack(newRecord, hole(10, 5), item({ root: 'records', key: 'shape:b' }, map))),
  hostile('a neighbour that nobody has', 'dependency', one({ origin: [555, 0] }, any(1))),
  hostile('a parent that nobody has', 'dependency', one({ parent: [555, 0], key: 'at' }, any(1))),
  hostile('a neighbour beyond what its client wrote', 'dependency', one({ origin: [author, 10_000] }, any(1))),
  hostile('itself as a neighbour', 'dependency', one({ origin: [attacker, 0] }, any(1))),
  hostile(
    'two that wait for each other',
    'dependency',
    rawUpdate([
      { client: 8, structs: [item({ origin: [9, 0] }, any(1))] },
      { client: 9, structs: [item({ origin: [8, 0] }, any(1))] },
    ]),
  ),
  hostile('a value as a parent', 'parent', one({ parent: ids.at, key: 'at' }, any(1))),
  hostile('a character as a parent', 'parent', one({ parent: ids.hello }, string('x'))),
  hostile(
    'neighbours in different places',
    'mixed-parents',
    one({ origin: ids.hello, right: ids.paragraph }, string('x')),
  ),
  hostile('a list item beside a record', 'content', one({ origin: ids.record }, string('x'))),
  hostile(
    'the rest of a half held struct elsewhere',
    'mixed-parents',
    rawUpdate([
      {
        client: author,
        clock: ids.end - 1,
        structs: [item({ root: 'records', key: 'shape:note' }, deleted(3))],
      },
    ]),
  ),

  hostile(
    'a client twice',
    'client-twice',
    rawUpdate([
      { client: attacker, structs: [newRecord] },
      { client: attacker, structs: [newRecord] },
    ]),
  ),
  hostile('a client of 40 bits', 'client-id', rawUpdate([{ client: 2 ** 40, structs: [newRecord] }])),
  hostile(
    'a client without structs',
    'struct-length',
    rawUpdate([
      { client: attacker, structs: [] },
      { client: 8, structs: [newRecord] },
    ]),
  ),
  hostile('a struct of no length', 'struct-length', attack(hole(0, 0))),
  hostile('an empty text', 'struct-length', one({ parent: ids.words }, string(''))),
  hostile('no values', 'struct-length', one({ parent: ids.record, key: 'at' }, any())),
  hostile('a clock beyond all bounds', 'struct-length', attack(hole(0, 2 ** 40))),

  hostile('deleting what nobody wrote', 'delete-beyond-state', rawUpdate([], [[author, [0, 100_000]]])),
  hostile('deleting of an unknown client', 'delete-beyond-state', rawUpdate([], [[555, [0, 1]]])),
  hostile('deleting backwards', 'delete-set', rawUpdate([], [[author, [3, 1], [1, 1]]])),
  hostile('deleting twice in one', 'delete-set', rawUpdate([], [[author, [1, 3], [2, 1]]])),
  hostile('deleting nothing', 'delete-set', rawUpdate([], [[author, [1, 0]]])),
  hostile(
    'deleting of a client twice',
    'delete-set',
    rawUpdate(
      [],
      [
        [author, [1, 1]],
        [author, [3, 1]],
      ],
    ),
  ),
  hostile('33 million deletions that are not there', 'truncated', Uint8Array.of(0, 1, 7, 0xff, 0xff, 0xff, 0x0f, 1, 1)),
];
