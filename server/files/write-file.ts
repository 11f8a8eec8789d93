import { setImmediate as nextTurn } from 'node:timers/promises';
import { parseImagePath } from '../../shared/api/images.ts';
import type { Records } from '../../shared/board/containment.ts';
import type { RecordFile } from '../../shared/board/files/record-file.ts';
import type { AnyRecord } from '../../shared/board/groups.ts';
import type { ImageId } from '../../shared/protocol/ids.ts';
import { fileLimits } from '../../shared/protocol/limits.ts';
import type { BlobStore, ImageFacts } from '../storage/blob-store.ts';
import { shownAssets } from './shown-pictures.ts';

/** The pictures that a file may hold. */
export interface FilePictures {
  readonly facts: ReadonlyMap<ImageId, ImageFacts>;
  readonly images: Pick<BlobStore, 'getImage'>;
}

export interface WrittenFile {
  /** Pictures that are on the board and not in the file: damaged, or without room in what a server takes back. */
  readonly picturesLeftOut: number;
  /** Holds one picture at a time. */
  readonly text: AsyncIterable<string>;
}

/** Pictures that nothing shows any more stay behind. */
export function withoutUnshown(records: Records): Records {
  const shown = shownAssets(records.values());
  return new Map([...records].filter(([id, { typeName }]) => typeName !== 'asset' || shown.has(id)));
}

/** Some milliseconds. */
const RECORDS_PER_TURN = 200;

/**
 * A file that is to be read elsewhere: it holds the pictures that its assets name, as many as can be brought in again. Others
 * keep the address that they have on this server.
 */
export async function writeFile(file: RecordFile, pictures: FilePictures): Promise<WrittenFile> {
  const spelled: string[] = [];
  for (const record of file.records) {
    spelled.push(file.spell(record));
    if (spelled.length % RECORDS_PER_TURN === 0) await nextTurn();
  }
  const bare = [file.head, ...spelled, file.foot].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  let bytesLeft = fileLimits.fileMaxBytes - bare - file.between.length * spelled.length;
  let picturesLeftOut = 0;
  const within = new Map<AnyRecord, ImageFacts>();
  for (const asset of file.records) {
    const id = pictureOf(asset);
    if (id === null) continue;
    await nextTurn();
    const facts = pictures.facts.get(id);
    const characters = facts === undefined ? 0 : prefixOf(facts).length + 4 * Math.ceil(facts.bytes / 3);
    const fits = characters <= Math.min(bytesLeft, fileLimits.pictureMaxCharacters);
    // Read twice rather than held: how many are missing is said before the first byte.
    if (facts !== undefined && fits && (await pictures.images.getImage(id))?.content) {
      within.set(asset, facts);
      bytesLeft -= characters;
    } else picturesLeftOut++;
  }
  return { picturesLeftOut, text: textOf(file, spelled, within, pictures.images) };
}

function pictureOf({ typeName, props }: AnyRecord): ImageId | null {
  const { src } = typeName === 'asset' ? (props as { readonly src?: unknown }) : {};
  return typeof src === 'string' ? parseImagePath(src) : null;
}

const prefixOf = ({ type }: ImageFacts): string => `data:${type};base64,`;

/** As much is written at once, so that small records do not go one by one. */
const CHARACTERS_AT_ONCE = 64_000;

async function* textOf(
  { head, records, spell, between, foot }: RecordFile,
  spelled: readonly string[],
  within: ReadonlyMap<AnyRecord, ImageFacts>,
  images: FilePictures['images'],
): AsyncGenerator<string> {
  let waiting = head;
  for (const [at, record] of records.entries()) {
    if (at > 0) waiting += between;
    const facts = within.get(record);
    waiting += facts === undefined ? spelled[at] : spell(await withPicture(record, facts, images));
    if (waiting.length < CHARACTERS_AT_ONCE) continue;
    yield waiting;
    waiting = '';
    // Lines and storage that are quick leave no turn to others by themselves.
    await nextTurn();
  }
  yield waiting + foot;
}

/** @throws where the picture is gone since it was promised: what was written so far is no whole file. */
async function withPicture(asset: AnyRecord, facts: ImageFacts, images: FilePictures['images']): Promise<AnyRecord> {
  const found = await images.getImage(facts.id);
  if (!found?.content) throw new Error(`picture ${facts.id} went away while a file was written`);
  const src = `${prefixOf(facts)}${Buffer.from(found.content).toString('base64')}`;
  return { ...asset, props: { ...(asset.props as object), src } } as AnyRecord;
}
