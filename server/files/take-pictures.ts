import { nanoid } from 'nanoid';
import { imagePath } from '../../shared/api/images.ts';
import { boxInPlaceOf } from '../../shared/board/files/adopt.ts';
import { LeftOutList } from '../../shared/board/files/file-fault.ts';
import type { FileBoard, FileContent } from '../../shared/board/files/read-file.ts';
import type { AnyRecord } from '../../shared/board/groups.ts';
import { ImageId } from '../../shared/protocol/ids.ts';
import { type RecodedImage, recode } from '../pictures/recode.ts';

/** A picture of a file as boards keep it, under the id that it is going to have. */
export interface TakenPicture extends RecodedImage {
  readonly id: ImageId;
}

interface PicturedBoard extends FileBoard {
  readonly pictures: readonly TakenPicture[];
}

export interface PicturedContent extends Omit<FileContent, 'boards'> {
  readonly boards: readonly PicturedBoard[];
}

/**
 * Takes the pictures out of the records of a file, so that these name them as the records of every board do. What is no
 * picture after all leaves a box.
 */
export async function takePictures({ boards, leftOut, format }: FileContent): Promise<PicturedContent> {
  const refused = new LeftOutList();
  const pictured: PicturedBoard[] = [];
  for (const board of boards) pictured.push(await takeFrom(board, refused));
  return { format, boards: pictured, leftOut: [...leftOut, ...refused.entries] };
}

async function takeFrom(board: FileBoard, refused: LeftOutList): Promise<PicturedBoard> {
  const records = new Map(board.records);
  const pictures: TakenPicture[] = [];
  const broken = new Set<unknown>();
  for (const asset of board.records.values()) {
    const bytes = bytesIn(asset);
    if (bytes === null) continue;
    const answer = await recode(bytes);
    if (answer.status === 'refused') {
      broken.add(asset.id);
      records.delete(asset.id);
      continue;
    }
    const picture = { id: ImageId.parse(nanoid()), ...answer.image };
    pictures.push(picture);
    records.set(asset.id, showing(asset, picture));
  }
  for (const shape of board.records.values()) {
    const { assetId, altText } = propsOf(shape);
    if (shape.type !== 'image' || !broken.has(assetId)) continue;
    const words = String(altText ?? '');
    records.set(shape.id, boxInPlaceOf(shape, words));
    refused.add('image', 'picture-kind', { isBox: true, words });
  }
  return { ...board, records, pictures };
}

const propsOf = ({ props }: AnyRecord): Readonly<Record<string, unknown>> => (props ?? {}) as Record<string, unknown>;

/** @returns null for what holds no picture */
function bytesIn(asset: AnyRecord): Uint8Array | null {
  const { src } = propsOf(asset);
  const base64 = asset.typeName === 'asset' ? /^data:[^,]*;base64,(.*)$/s.exec(String(src))?.[1] : undefined;
  return base64 === undefined ? null : Buffer.from(base64, 'base64');
}

function showing(asset: AnyRecord, { id, type, width, height, isAnimated }: TakenPicture): AnyRecord {
  const { name } = propsOf(asset);
  const props = {
    ...{ name: String(name).slice(0, 200), src: imagePath(id), w: width, h: height },
    ...{ mimeType: type, isAnimated },
  };
  return { ...asset, props } as AnyRecord;
}
