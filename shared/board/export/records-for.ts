import type { TLRecord } from '@tldraw/tlschema';
import type { Audience } from '../../api/boards.ts';
import type { CardShape } from '../card-shapes.ts';
import type { Records } from '../containment.ts';
import { isShape } from '../read-board.ts';
import { isUntouchedStarter } from '../starter.ts';
import { withheldFields } from './audience.ts';
import { withheldShapes } from './withheld.ts';

/**
 * A board as these readers get it, whatever the export: without what is for narrower circles, second places of it and what
 * joins it to others, and without fields that are not for these readers. Untouched starters stay, empty.
 */
export function recordsFor(audience: Audience, records: Records): Records {
  if (audience === 'core') return records;
  const withheld = withheldShapes(audience, records).map(({ id }) => id);
  const gone = withPictures(withAllThatHangsOn(withheld, records), records);
  const kept = [...records].filter(([id]) => !gone.has(id));
  return new Map(kept.map(([id, record]) => [id, narrowed(audience, record)]));
}

function withAllThatHangsOn(shapes: readonly string[], records: Records): ReadonlySet<string> {
  const hanging = new Map<string, string[]>();
  const members = new Map<string, string[]>();
  const note = (map: Map<string, string[]>, key: string, id: string) => {
    const known = map.get(key);
    if (known === undefined) map.set(key, [id]);
    else known.push(id);
  };
  for (const record of records.values()) {
    for (const [support, id] of supports(record)) note(hanging, support, id);
    if (isShape(record)) note(members, record.parentId, record.id);
  }
  const gone = new Set(shapes);
  // Grows while it is gone through.
  for (const id of gone) {
    for (const other of hanging.get(id) ?? []) gone.add(other);
    const record = records.get(id);
    const parent = isShape(record) ? records.get(record.parentId) : undefined;
    if (!isShape(parent) || parent.type !== 'group') continue;
    if (members.get(parent.id)?.every((member) => gone.has(member))) gone.add(parent.id);
  }
  return gone;
}

/** And the assets that nothing else shows: their names are the names of people's files. */
function withPictures(gone: ReadonlySet<string>, records: Records): ReadonlySet<string> {
  const shown = { gone: new Set<string>(), kept: new Set<string>() };
  for (const record of records.values()) {
    if (!isShape(record) || (record.type !== 'image' && record.type !== 'video')) continue;
    const { assetId } = record.props;
    if (assetId !== null) shown[gone.has(record.id) ? 'gone' : 'kept'].add(assetId);
  }
  return new Set([...gone, ...[...shown.gone].filter((id) => !shown.kept.has(id))]);
}

/** What has to be there, with the id of what is nothing without it. */
function supports(record: TLRecord): readonly (readonly [support: string, id: string])[] {
  if (record.typeName === 'binding')
    return [
      [record.fromId, record.id],
      [record.toId, record.id],
      // An arrow says something of both its ends.
      [record.toId, record.fromId],
    ];
  if (!isShape(record)) return [];
  const parent = [record.parentId, record.id] as const;
  if (record.type === 'mirror') return [parent, [record.props.of, record.id]];
  if (record.type !== 'relation') return [parent];
  return [parent, [record.props.from, record.id], [record.props.to, record.id]];
}

function narrowed(audience: Audience, record: TLRecord): TLRecord {
  if (!isShape(record)) return record;
  if (record.type === 'heading') {
    const { dismissed: _help, ...props } = record.props;
    return { ...record, props } as TLRecord;
  }
  if (!isCard(record)) return record;
  const fields = isUntouchedStarter(record) ? {} : fieldsFor(audience, record);
  return { ...record, props: { ...record.props, fields } } as TLRecord;
}

function fieldsFor(audience: Audience, { props: { fields } }: CardShape): CardShape['props']['fields'] {
  const withheld: readonly string[] = withheldFields[audience];
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !withheld.includes(name)));
}

const isCard = (record: TLRecord): record is CardShape & TLRecord => isShape(record) && record.type === 'card';
