import { nanoid } from 'nanoid';
import { imagePath, parseImagePath } from '../../shared/api/images.ts';
import type { AnyRecord } from '../../shared/board/groups.ts';
import { type Fields, fieldTypes, isFieldName } from '../../shared/method/cards/fields.ts';
import { ImageId, type OrganisationId } from '../../shared/protocol/ids.ts';

/** How what a board names is called in another workshop. */
export interface CopyNames {
  /** The id there, for the id here; others stay as they are, since a field may also hold a name. */
  readonly organisations: ReadonlyMap<string, OrganisationId>;
  /** Of whoever wrote something, there. */
  readonly organisationOfAuthor: (author: unknown) => OrganisationId | undefined;
}

export interface CopiedRecords {
  readonly records: readonly AnyRecord[];
  /** New ids of pictures, by those of the original. */
  readonly pictures: ReadonlyMap<ImageId, ImageId>;
}

/**
 * The records of a board as they are to be in another workshop. Whose a card is, is said in the card itself from then on:
 * its author is not one of the people there.
 */
export function copyRecords(records: Iterable<AnyRecord>, names: CopyNames): CopiedRecords {
  const pictures = new Map<ImageId, ImageId>();
  const copied = [...records].map((record) => {
    if (record.typeName === 'asset') return withOwnPicture(record, pictures);
    return record.type === 'card' ? withOrganisations(record, names) : record;
  });
  return { records: copied, pictures };
}

const propsOf = ({ props }: AnyRecord): Readonly<Record<string, unknown>> => (props ?? {}) as Record<string, unknown>;

function withOwnPicture(asset: AnyRecord, pictures: Map<ImageId, ImageId>): AnyRecord {
  const { src, ...props } = propsOf(asset);
  const id = typeof src === 'string' ? parseImagePath(src) : null;
  if (id === null) return asset;
  const own = pictures.get(id) ?? ImageId.parse(nanoid());
  pictures.set(id, own);
  return { ...asset, props: { ...props, src: imagePath(own) } } as AnyRecord;
}

function withOrganisations(card: AnyRecord, { organisations, organisationOfAuthor }: CopyNames): AnyRecord {
  const props = propsOf(card);
  const there = (value: unknown): unknown => organisations.get(String(value)) ?? value;
  const named = Object.entries((props.fields ?? {}) as Fields).map(([name, value]) => {
    const type = isFieldName(name) ? fieldTypes[name].type : null;
    if (type === 'organisation') return [name, there(value)];
    return [name, type === 'organisations' && Array.isArray(value) ? value.map(there) : value];
  });
  const fields: Record<string, unknown> = Object.fromEntries(named);
  const own = organisationOfAuthor((card.meta as { author?: unknown } | undefined)?.author);
  if (fields.org === undefined && own !== undefined) fields.org = own;
  return { ...card, props: { ...props, fields } } as AnyRecord;
}
