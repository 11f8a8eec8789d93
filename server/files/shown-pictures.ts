import { parseImagePath } from '../../shared/api/images.ts';
import type { AnyRecord } from '../../shared/board/groups.ts';
import type { ImageId } from '../../shared/protocol/ids.ts';

type Props = Readonly<Record<string, unknown>>;
type SomeRecord = Pick<AnyRecord, 'id' | 'typeName'> & { readonly props?: unknown };

const propsOf = ({ props }: SomeRecord): Props => (props ?? {}) as Props;

/** Ids of the assets that shapes show: deleting a shape leaves its asset, so that an undo finds it. */
export function shownAssets(records: Iterable<SomeRecord>): ReadonlySet<unknown> {
  const shown = new Set<unknown>();
  for (const record of records) if (record.typeName === 'shape') shown.add(propsOf(record).assetId);
  return shown;
}

/** Pictures that assets name, each with the assets, shown or not. */
export function namedPictures(records: Iterable<SomeRecord>): ReadonlyMap<ImageId, readonly string[]> {
  const named = new Map<ImageId, string[]>();
  for (const record of records) {
    const { src } = record.typeName === 'asset' ? propsOf(record) : {};
    const id = typeof src === 'string' ? parseImagePath(src) : null;
    if (id !== null) named.set(id, [...(named.get(id) ?? []), record.id]);
  }
  return named;
}

/** Pictures that somebody who looks at these records sees. */
export function shownPictures(records: readonly SomeRecord[]): ReadonlySet<ImageId> {
  const assets = shownAssets(records);
  const named = [...namedPictures(records)].filter(([, ids]) => ids.some((id) => assets.has(id)));
  return new Set(named.map(([id]) => id));
}
