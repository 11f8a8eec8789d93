import { ImageType, parseImagePath } from '../../../shared/api/images.ts';
import type { AnyRecord } from '../../../shared/board/groups.ts';
import { imageLimits } from '../../../shared/protocol/limits.ts';

const NAME_MAX_CHARACTERS = 300;

interface PictureProps {
  readonly src: unknown;
  readonly mimeType: unknown;
  readonly w: unknown;
  readonly h: unknown;
  readonly name: unknown;
}

const isSide = (value: unknown): boolean => typeof value === 'number' && value >= 1 && value <= imageLimits.keptMaxPx;

/**
 * Whether an asset that keeps the schema is a picture of this server and nothing else: what a canvas shows is then never
 * fetched from elsewhere, and no document grows by the picture itself.
 */
export function isKeptPicture({ typeName, type, props }: AnyRecord): boolean {
  if (typeName !== 'asset' || type !== 'image') return false;
  const { src, mimeType, w, h, name } = props as unknown as PictureProps;
  return (
    typeof src === 'string' &&
    parseImagePath(src) !== null &&
    ImageType.safeParse(mimeType).success &&
    isSide(w) &&
    isSide(h) &&
    typeof name === 'string' &&
    name.length <= NAME_MAX_CHARACTERS
  );
}
