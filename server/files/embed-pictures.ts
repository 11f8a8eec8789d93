import { parseImagePath } from '../../shared/api/images.ts';
import type { Records } from '../../shared/board/containment.ts';
import { fileLimits } from '../../shared/protocol/limits.ts';
import type { Pictures } from './pictures-within.ts';
import { shownAssets } from './shown-pictures.ts';

type BoardRecord = Records extends ReadonlyMap<string, infer Record> ? Record : never;

/**
 * The records of a board for a file that is to be read elsewhere: the pictures that it shows are in it, as many as a file
 * may hold. Others keep the address that they have on this server, and whoever brings the file in is told so. Pictures that
 * nothing shows any more stay behind.
 */
export async function embedPictures(images: Pictures, records: Records): Promise<Records> {
  const shown = shownAssets(records.values());
  const embedded = new Map<string, BoardRecord>();
  let left: number = fileLimits.picturesMaxCharacters;
  for (const [id, record] of records) {
    if (record.typeName !== 'asset') embedded.set(id, record);
    else if (shown.has(id)) {
      const { props } = record;
      const src = await dataUrlOf(images, props.src ?? '', Math.min(left, fileLimits.pictureMaxCharacters));
      left -= src?.length ?? 0;
      embedded.set(id, src === null ? record : ({ ...record, props: { ...props, src } } as BoardRecord));
    }
  }
  return embedded;
}

async function dataUrlOf(images: Pictures, src: string, maxCharacters: number): Promise<string | null> {
  const id = parseImagePath(src);
  const found = id === null ? null : await images.getImage(id);
  if (found?.content == null) return null;
  const url = `data:${found.image.type};base64,${Buffer.from(found.content).toString('base64')}`;
  return url.length > maxCharacters ? null : url;
}
