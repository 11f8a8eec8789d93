import type { TLAsset, TLAssetId, TLContent } from 'tldraw';
import { z } from 'zod';
import { ImageType, parseImagePath } from '../../../shared/api/images.ts';
import type { WorkshopId } from '../../../shared/protocol/ids.ts';

/** What a copy says of a picture. */
const CopiedPicture = z.object({
  id: z.string().startsWith('asset:'),
  type: z.literal('image'),
  meta: z.object({ workshop: z.string() }),
  props: z.object({
    name: z.string(),
    src: z.string().refine((src) => parseImagePath(src) !== null),
    ...{ w: z.number(), h: z.number(), mimeType: ImageType, isAnimated: z.boolean() },
  }),
});

/** The pictures of a copy that come from other boards of the same workshop, as this board would name them. */
export function ownPictures(content: TLContent, workshop: WorkshopId): ReadonlyMap<TLAssetId, TLAsset> {
  return new Map(
    content.assets.flatMap((asset) => {
      const copied = CopiedPicture.safeParse(asset);
      if (!copied.success || copied.data.meta.workshop !== workshop) return [];
      const id = copied.data.id as TLAssetId;
      return [[id, { id, typeName: 'asset', type: 'image', meta: {}, props: copied.data.props }] as const];
    }),
  );
}
