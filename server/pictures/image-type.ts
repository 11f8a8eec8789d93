import type { ImageType } from '../../shared/api/images.ts';

const starts = (bytes: Uint8Array, text: string, at = 0): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset + at, Math.max(0, Math.min(text.length, bytes.length - at))).toString(
    'latin1',
  ) === text;

/** What a picture is, told by how its bytes begin; null for whatever boards do not keep. */
export function imageTypeOf(bytes: Uint8Array): ImageType | null {
  if (starts(bytes, '\x89PNG\r\n\x1a\n')) return 'image/png';
  if (starts(bytes, '\xff\xd8\xff')) return 'image/jpeg';
  if (starts(bytes, 'RIFF') && starts(bytes, 'WEBP', 8)) return 'image/webp';
  return starts(bytes, 'GIF87a') || starts(bytes, 'GIF89a') ? 'image/gif' : null;
}
