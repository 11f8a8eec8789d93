import { ySyncPluginKey } from 'y-prosemirror';
import * as Y from 'yjs';
import { reverseDiff } from '../../../shared/board/diff.ts';
import { recordsOf } from '../../../shared/board/document.ts';
import type { AnyRecord } from '../../../shared/board/groups.ts';
import { indexKeyAt } from '../../../shared/board/order.ts';
import { rebase } from '../../../shared/board/rebase.ts';
import { card, mirror, relation } from '../board/support/cards.ts';
import { note, shape } from '../board/support/records.ts';
import { diaryId, frameIds, markPrefix } from './board.ts';
import type { Page } from './page.ts';

export const actionNames = [
  'mark',
  'create',
  'move',
  'style',
  'field',
  'reparent',
  'delete',
  'write-diary',
  'type',
  'erase',
  'undo',
  'redo',
] as const;
export type ActionName = (typeof actionNames)[number];

const colors = ['black', 'red', 'blue', 'green', 'yellow'];
const pick = <Item>(items: readonly Item[], which: number): Item | undefined => items[which % items.length];

/**
 * Something that a person does on a page.
 * @param which chooses among what is there
 * @param serial a number that no other action of the schedule has
 */
export function act(page: Page, name: ActionName, which: number, serial: number): void {
  switch (name) {
    case 'mark': {
      const id = `${markPrefix}${serial}`;
      page.write({ added: { [id]: note(id.slice('shape:'.length), `mark ${serial}`, { index: indexKeyAt(serial) }) } });
      break;
    }
    case 'create': {
      // Few enough ids for two people to make the same record.
      const number = which % 9;
      const id = `step-${number}`;
      const parentId = pick(['page:page', ...frameIds], which) ?? 'page:page';
      const place = { x: which, y: serial, index: indexKeyAt(serial), parentId };
      if (page.get(`shape:${id}`) === undefined) change(page, { added: [made(id, number, place)] });
      break;
    }
    case 'move':
      update(page, which, (record) => ({ ...record, x: which, y: serial }));
      break;
    case 'style':
      update(page, which, (record) =>
        Object.hasOwn(record.props as object, 'color') ? withProps(record, { color: pick(colors, serial) }) : record,
      );
      break;
    case 'field':
      update(page, which, (record) => (record.type === 'card' ? withField(record, which, serial) : record));
      break;
    case 'reparent':
      reparent(page, which, serial);
      break;
    case 'delete': {
      const target = targetOf(page, which);
      if (target) change(page, { removed: withChildren(page, target) });
      break;
    }
    case 'write-diary': {
      // Ideographs: no two schedules need more than there are, and none is in any markup.
      const character = String.fromCodePoint(0x4e00 + serial);
      editText(page, diaryId, (text) => text.insert(1 + (which % text.length), character));
      break;
    }
    case 'type':
      editText(page, targetOf(page, which)?.id, (text) => text.insert(which % (text.length + 1), `t${serial}`));
      break;
    case 'erase':
      editText(page, targetOf(page, which)?.id, (text) => {
        if (text.length > 0) text.delete(which % text.length, 1);
      });
      break;
    case 'undo':
      if (page.done.length > 0) replay(page, page.done, page.undone);
      else act(page, 'move', which, serial);
      break;
    case 'redo':
      if (page.undone.length > 0) replay(page, page.undone, page.done);
      else act(page, 'undo', which, serial);
      break;
  }
}

/** What is made under a number: cards, and what hangs on them, among other shapes. */
function made(id: string, number: number, place: Readonly<Record<string, unknown>>): AnyRecord {
  const type = pick(['note', 'geo', 'frame', 'card', 'card', 'relation', 'mirror', 'text', 'note'] as const, number);
  switch (type) {
    case 'card':
      return card(id, 'why', {}, place);
    case 'relation':
      return relation(id, 'step-3', 'step-4', {}, place);
    case 'mirror':
      return mirror(id, 'step-3', place);
    default:
      return shape(id, type ?? 'note', place);
  }
}

const withProps = (record: AnyRecord, props: object): AnyRecord =>
  ({ ...record, props: { ...(record.props as object), ...props } }) as AnyRecord;

/** One field filled or taken away; few, so that people meet in them. */
function withField(record: AnyRecord, which: number, serial: number): AnyRecord {
  const name = pick(['weight', 'reach', 'note'], which) ?? 'note';
  const { [name]: _before, ...others } = (record.props as { fields: Readonly<Record<string, unknown>> }).fields;
  const value = name === 'note' ? `${serial}` : 1 + (serial % 5);
  return withProps(record, { fields: serial % 4 === 0 ? others : { ...others, [name]: value } });
}

/** Shapes that anybody may do anything to. */
const idsOf = (page: Page): readonly string[] => page.ids.filter((id) => id.startsWith('shape:step-'));
const shapesOf = (page: Page): readonly AnyRecord[] =>
  idsOf(page)
    .map((id) => page.get(id))
    .filter((record) => record !== undefined);

const targetOf = (page: Page, which: number): AnyRecord | undefined => page.get(pick(idsOf(page), which) ?? '');

/** Makes a change that can be undone. */
function change(page: Page, { added = [], removed = [] }: { added?: AnyRecord[]; removed?: AnyRecord[] }): void {
  const byId = (records: readonly AnyRecord[]) => Object.fromEntries(records.map((record) => [record.id, record]));
  const diff = { added: byId(added), updated: {}, removed: byId(removed) };
  page.write(diff);
  page.done.push(diff);
}

function update(page: Page, which: number, make: (record: AnyRecord) => object): void {
  const from = targetOf(page, which);
  if (from === undefined) return;
  const diff = {
    added: {},
    updated: { [from.id]: [from, make(from) as AnyRecord] as [AnyRecord, AnyRecord] },
    removed: {},
  };
  page.write(diff);
  page.done.push(diff);
}

function reparent(page: Page, which: number, serial: number): void {
  const frames = shapesOf(page).filter(({ type }) => type === 'frame');
  const parentId = pick(['page:page', ...frameIds, ...frames.map(({ id }) => id)], serial);
  update(page, which, (record) => {
    const isInside = withChildren(page, record).some(({ id }) => id === parentId);
    return isInside ? record : { ...record, parentId, index: indexKeyAt(serial) };
  });
}

/** A shape and all that is in it. */
function withChildren(page: Page, record: AnyRecord): AnyRecord[] {
  const found = new Map([[record.id as string, record]]);
  for (let before = 0; before < found.size; ) {
    before = found.size;
    for (const shapeOf of shapesOf(page)) if (found.has(shapeOf.parentId as string)) found.set(shapeOf.id, shapeOf);
  }
  return [...found.values()];
}

/** Types as the text editor does; in no text where there is none. */
function editText(page: Page, id: string | undefined, edit: (text: Y.XmlText) => void): void {
  const rich = id === undefined ? undefined : recordsOf(page.doc).get(id)?.get('rich');
  const block = rich instanceof Y.XmlFragment && rich.length > 0 ? rich.get(0) : undefined;
  if (!(block instanceof Y.XmlElement)) return;
  page.doc.transact(() => {
    if (block.length === 0) block.insert(0, [new Y.XmlText()]);
    const text = block.get(0);
    if (text instanceof Y.XmlText) edit(text);
  }, ySyncPluginKey);
}

/** Takes the newest change of a stack back, onto the board as it is now. */
function replay(page: Page, from: typeof page.done, to: typeof page.done): void {
  const diff = from.pop();
  if (diff === undefined) return;
  const reverse = reverseDiff(diff);
  page.write(rebase(page.board, reverse));
  to.push(reverse);
}
