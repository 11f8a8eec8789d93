import { tldrawSchema } from '../../../../shared/board/files/migrate.ts';
import type { AnyRecord } from '../../../../shared/board/groups.ts';

/** A file as tldraw writes it, with what a test wants different. */
export const tldrawFile = (records: readonly object[], changes: Readonly<Record<string, unknown>> = {}): string =>
  JSON.stringify({ tldrawFileFormatVersion: 1, schema: tldrawSchema.serialize(), records, ...changes });

export const documentRecord = (name = '') =>
  ({ typeName: 'document', id: 'document:document', gridSize: 10, name, meta: {} }) as unknown as AnyRecord;

export const pageRecord = (id: string, name: string, index = 'a1') =>
  ({ typeName: 'page', id: `page:${id}`, name, index, meta: {} }) as unknown as AnyRecord;

/** One pixel. */
export const pixel =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

export const imageAsset = (id: string, src: string | null, type = 'image') =>
  ({
    ...{ typeName: 'asset', id: `asset:${id}`, type, meta: {} },
    props: {
      ...{ w: 1, h: 1, name: `${id}.png`, isAnimated: false, mimeType: 'image/png', src },
    },
  }) as unknown as AnyRecord;
