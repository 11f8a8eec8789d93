import { z } from 'zod';
import { ImageId } from '../protocol/ids.ts';

/** Kinds of pictures that are kept; what comes is recognised by its bytes, whatever it calls itself. */
export const ImageType = z.enum(['image/png', 'image/jpeg', 'image/webp', 'image/gif']);
export type ImageType = z.infer<typeof ImageType>;

/** A picture that is kept for a board. The request's body is the file as it is, as `application/octet-stream`. */
export const StoredImage = z.object({
  id: ImageId,
  type: ImageType,
  /** Pixels as kept, upright. */
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  isAnimated: z.boolean(),
  bytes: z.number().int().positive(),
});
export type StoredImage = z.infer<typeof StoredImage>;

export const UploadImageResponse = z.object({ image: StoredImage });
export type UploadImageResponse = z.infer<typeof UploadImageResponse>;

/** What an image's asset record on a board names as its source. */
export const imagePath = (id: ImageId): string => `/api/images/${id}`;

/** @returns the id in such a path, null for anything else. */
export function parseImagePath(src: string): ImageId | null {
  const id = ImageId.safeParse(/^\/api\/images\/(.+)$/.exec(src)?.[1]);
  return id.success ? id.data : null;
}
