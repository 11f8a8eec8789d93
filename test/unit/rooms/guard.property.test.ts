import fc from 'fast-check';
import { describe, it } from 'vitest';
import * as Y from 'yjs';
import { checkUpdate, syncStep2Limits, updateLimits } from '../../../server/rooms/guard.ts';
import { type Groups, recordsOf, schemaOf } from '../../../shared/board/document.ts';
import { createGroups } from '../../../shared/board/groups.ts';
import { plainRichText } from '../../../shared/board/rich-text.ts';

/** One thing that a person at one of several canvases does; numbers choose among what is there. */
type Step =
  | {
      readonly does: 'create' | 'remove' | 'move' | 'restyle' | 'type' | 'erase' | 'mark' | 'split' | 'nest';
      readonly who: number;
      readonly which: number;
    }
  | { readonly does: 'undo' | 'redo' | 'go-offline' | 'go-online' | 'resend' | 'miss'; readonly who: number };

const people = 3;
const who = fc.nat({ max: people - 1 });
const which = fc.nat({ max: 40 });
const edits = ['create', 'remove', 'move', 'restyle', 'type', 'erase', 'mark', 'split', 'nest'] as const;
const turns = ['undo', 'redo', 'go-offline', 'go-online', 'resend', 'miss'] as const;
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ does: fc.constantFrom(...edits), who, which }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constantFrom(...turns), who }) },
);

/** The server's side: takes only what the guard lets through, and hands on what it took. */
class GuardedServer {
  readonly doc = new Y.Doc();
  readonly clients = new Set<Client>();

  constructor() {
    this.doc.clientID = 1;
    schemaOf(this.doc).set('schemaVersion', 2);
    recordsOf(this.doc).set('page:page', createGroups({ base: { typeName: 'page' }, meta: {} }));
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      for (const client of this.clients) if (client !== origin) client.hear(update);
    });
  }

  take(update: Uint8Array, from: Client, limits = updateLimits): void {
    const checked = checkUpdate(this.doc, update, limits);
    if (checked.status === 'refused') throw new Error(`refused a legal update: ${checked.reason}`);
    const before = Y.encodeStateAsUpdate(this.doc);
    Y.applyUpdate(this.doc, update, from);
    const isChanged = !Buffer.from(before).equals(Y.encodeStateAsUpdate(this.doc));
    if (isChanged && !checked.isNews) throw new Error('what was no news has changed something');
    const { pendingStructs, pendingDs } = this.doc.store;
    if (pendingStructs || pendingDs) throw new Error('something is pending');
  }
}

class Client {
  readonly doc: Y.Doc;
  readonly #server: GuardedServer;
  readonly #undo: Y.UndoManager;
  readonly #sent: Uint8Array[] = [];
  #isOnline = false;
  #misses = false;

  constructor(server: GuardedServer, clientId: number, gc: boolean) {
    this.doc = new Y.Doc({ gc });
    this.doc.clientID = clientId;
    this.#server = server;
    this.#undo = new Y.UndoManager(recordsOf(this.doc), { captureTimeout: 0 });
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === server || !this.#isOnline) return;
      this.#sent.push(update);
      server.take(update, this);
    });
    this.goOnline();
  }

  hear(update: Uint8Array): void {
    // What it misses leaves what follows waiting until it comes back with the next exchange.
    if (this.#misses) this.#misses = false;
    else Y.applyUpdate(this.doc, update, this.#server);
  }

  goOnline(): void {
    if (this.#isOnline) return;
    this.#isOnline = true;
    this.#server.clients.add(this);
    this.#server.take(Y.encodeStateAsUpdate(this.doc, Y.encodeStateVector(this.#server.doc)), this, syncStep2Limits);
    Y.applyUpdate(this.doc, Y.encodeStateAsUpdate(this.#server.doc, Y.encodeStateVector(this.doc)), this.#server);
  }

  goOffline(): void {
    this.#isOnline = false;
    this.#server.clients.delete(this);
  }

  do(step: Step): void {
    switch (step.does) {
      case 'undo':
        this.#undo.undo();
        break;
      case 'redo':
        this.#undo.redo();
        break;
      case 'go-offline':
        this.goOffline();
        break;
      case 'go-online':
        this.goOnline();
        break;
      case 'miss':
        this.#misses = this.#isOnline;
        break;
      case 'resend':
        if (this.#isOnline && this.#sent.length > 0) this.#server.take(Y.mergeUpdates(this.#sent), this);
        break;
      default:
        this.doc.transact(() => edit(this.doc, step.does, step.which));
    }
  }
}

const pick = <Item>(items: readonly Item[], which: number): Item | undefined => items[which % items.length];

function edit(doc: Y.Doc, does: (typeof edits)[number], which: number): void {
  const records = recordsOf(doc);
  const id = `shape:step/${which % 7}`;
  if (does === 'create') {
    records.set(
      id,
      createGroups({
        base: { typeName: 'shape', type: 'note', index: `a${which}` },
        at: [which, -which / 3, 0.5],
        flags: { isLocked: which % 2 === 0, opacity: 1 },
        props: { color: 'yellow', nested: { list: [1, null, 'é…😀', { deep: true }] } },
        rich: plainRichText(`first\nsecond ${which}`),
        meta: {},
      }),
    );
    return;
  }
  const groups = records.get(id);
  if (does === 'remove') records.delete(id);
  else if (groups) editRecord(groups, does, which);
}

function editRecord(groups: Groups, does: (typeof edits)[number], which: number): void {
  const rich = groups.get('rich');
  if (does === 'move') groups.set('at', [which, which * 1.5, 0]);
  else if (does === 'restyle') groups.set('props', { color: pick(['red', 'blue'], which), w: which });
  else if (rich instanceof Y.XmlFragment) editRich(rich, does, which);
}

function editRich(rich: Y.XmlFragment, does: (typeof edits)[number], which: number): void {
  const blocks = rich.toArray().filter((child): child is Y.XmlElement => child instanceof Y.XmlElement);
  const block = pick(blocks, which);
  const text = block?.toArray().find((child): child is Y.XmlText => child instanceof Y.XmlText);
  const at = text && text.length > 0 ? which % text.length : 0;
  if (does === 'split') {
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.setAttribute('dir', 'auto');
    paragraph.insert(0, [new Y.XmlText(`block ${which}`)]);
    rich.insert(which % (rich.length + 1), [paragraph]);
  } else if (does === 'nest' && block) {
    const [list, listItem] = [new Y.XmlElement('bulletList'), new Y.XmlElement('listItem')];
    listItem.insert(0, [new Y.XmlText('inside')]);
    list.insert(0, [listItem]);
    block.insert(block.length, [list]);
  } else if (does === 'type') text?.insert(at, pick(['x', 'words ', '😀', 'é'], which) ?? '');
  else if (does === 'erase' && text && text.length > 0) text.delete(at, 1 + (which % (text.length - at)));
  else if (does === 'mark' && text && text.length > 0) {
    text.format(at, 1, pick([{ bold: {} }, { bold: null }, { link: { href: 'https://a.example' } }], which) ?? {});
  }
}

describe('the guard and legal clients', () => {
  it('[GRD6] lets through whatever a client can have written: live, after offline, merged, resent, undone', {
    timeout: 60_000,
  }, () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 5, maxLength: 60 }), fc.boolean(), (steps, collects) => {
        const server = new GuardedServer();
        const clients = Array.from({ length: people }, (_, n) => new Client(server, 100 + n, collects || n > 0));
        for (const one of steps) clients[one.who]?.do(one);
        for (const client of clients) {
          client.goOffline();
          client.goOnline();
        }
        for (const client of clients) {
          client.goOffline();
          client.goOnline();
          const [here, there] = [recordsOf(client.doc).toJSON(), recordsOf(server.doc).toJSON()];
          if (JSON.stringify(sorted(here)) !== JSON.stringify(sorted(there))) throw new Error('they part ways');
        }
      }),
      { numRuns: 120 },
    );
  });
});

const sorted = (records: Readonly<Record<string, unknown>>): unknown =>
  Object.entries(records)
    .map(([id, groups]) => [id, Object.entries(groups as object).sort(([a], [b]) => (a < b ? -1 : 1))] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
