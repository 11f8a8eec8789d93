import { createTLStore, type TLAsset, type TLAssetStore, type TLStore } from 'tldraw';
import type { AnyRecord } from '../../shared/board/groups.ts';
import { type Layer, layerRecords } from '../../shared/board/layers.ts';
import { boardSchema } from '../../shared/board/schema.ts';
import { createProjector } from './binding/project.ts';
import { createQuarantine } from './binding/quarantine.ts';

/** The id of the page that tldraw makes where a document has none. */
const defaultPageId = 'page:page';

/** A store for whatever a board may hold. @param pictureAt where its pictures are; by default where their assets say */
export const emptyBoardStore = (pictureAt: TLAssetStore['resolve'] = (asset: TLAsset) => asset.props.src): TLStore =>
  createTLStore({
    schema: boardSchema,
    assets: {
      upload: () => Promise.reject(new Error('pictures come to a board through put-pictures')),
      resolve: pictureAt,
    },
  });

/**
 * A store that shows the layers as they are now. It is filled before its editor exists, so that the first picture is the
 * board and the fonts on it are loaded first; the binding then measures what is missing and keeps it up to date.
 */
export function createBoardStore(layers: readonly Layer[]): TLStore {
  const store = emptyBoardStore();
  const [widest] = layers;
  if (widest === undefined) throw new Error('a board has at least one layer');
  const records = layerRecords(layers, () => widest);
  const projector = createProjector(records, () => defaultPageId);
  const quarantine = createQuarantine(() => {});
  store.mergeRemoteChanges(() => {
    for (const id of records.ids()) {
      const record = quarantine.unless(id, () => projector.project(id, undefined));
      if (record !== undefined) tryToPut(store, record);
    }
  });
  return store;
}

function tryToPut(store: TLStore, record: AnyRecord): void {
  try {
    store.put([record as unknown as Parameters<TLStore['put']>[0][number]]);
  } catch {
    // The binding reports it once it looks at all records again.
  }
}
