import type { LeftOut } from '../../api/imports.ts';
import { fileLimits, imageLimits } from '../../protocol/limits.ts';
import type { AnyRecord } from '../groups.ts';
import { validateRecord } from '../read-board.ts';
import { plainRichText, plainText, type RichText } from '../rich-text.ts';
import { propNamesOf } from '../schema.ts';
import { legal } from '../write.ts';
import type { LeftOutList } from './file-fault.ts';

const picture = /^data:image\/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/]+={0,2}$/;

const WORDS_MAX_CHARACTERS = 2_000;

type Reason = LeftOut['reason'];
type Props = Readonly<Record<string, unknown>>;
const propsOf = ({ props }: AnyRecord): Props => (typeof props === 'object' && props !== null ? (props as Props) : {});

/**
 * What a board can hold of the records of a file, without their `meta`. Where a shape is of no kind that boards have, a box
 * with its words stands in its place; what cannot even be that is left out. Both are noted.
 */
export function adopt(records: readonly AnyRecord[], leftOut: LeftOutList): AnyRecord[] {
  const assets = new Map(
    records.filter(({ typeName }) => typeName === 'asset').map((asset) => [asset.id as string, asset]),
  );
  const usable = usableAssets(records, assets);
  const bare = records.map((record) => ({ ...record, meta: {} }) as AnyRecord);
  return bare.flatMap((record): readonly AnyRecord[] => {
    switch (record.typeName) {
      case 'document':
      case 'page':
        return [record];
      case 'asset':
        return usable.get(record.id) === null ? [record] : [];
      case 'binding':
        return binding(record, leftOut);
      case 'shape':
        return shape(record, assets, usable, leftOut);
      default:
        // Where somebody looked and what they had selected is nothing of the board.
        if (!isSession(record)) leftOut.add(String(record.typeName), 'unknown-kind');
        return [];
    }
  });
}

const sessionTypes: ReadonlySet<unknown> = new Set([
  ...['camera', 'instance', 'instance_page_state', 'instance_presence', 'pointer', 'user', 'user_document'],
  ...['user_presence', 'TLInstance'],
]);
const isSession = ({ typeName }: AnyRecord): boolean => sessionTypes.has(typeName);

/** Of each asset that a picture shows why it cannot be had; null where it can. */
function usableAssets(
  records: readonly AnyRecord[],
  assets: ReadonlyMap<string, AnyRecord>,
): ReadonlyMap<string, Reason | null> {
  let count = 0;
  const found = new Map<string, Reason | null>();
  for (const record of records) {
    if (record.type !== 'image') continue;
    const asset = assets.get(propsOf(record).assetId as string);
    if (asset === undefined || found.has(asset.id)) continue;
    const reason = count < imageLimits.perBoardMax ? pictureFault(asset) : 'picture-too-large';
    found.set(asset.id, reason);
    if (reason === null) count++;
  }
  return found;
}

function pictureFault(asset: AnyRecord): Reason | null {
  const { src } = propsOf(asset);
  if (typeof src !== 'string' || !src.startsWith('data:')) return 'picture-elsewhere';
  if (src.length > fileLimits.pictureMaxCharacters) return 'picture-too-large';
  if (!picture.test(src)) return 'picture-kind';
  return isValid(asset) ? null : 'broken';
}

function binding(record: AnyRecord, leftOut: LeftOutList): readonly AnyRecord[] {
  if (isValid(record)) return [record];
  leftOut.add(String(record.type), record.type === 'arrow' ? 'broken' : 'unknown-kind');
  return [];
}

function shape(
  record: AnyRecord,
  assets: ReadonlyMap<string, AnyRecord>,
  usable: ReadonlyMap<string, Reason | null>,
  leftOut: LeftOutList,
): readonly AnyRecord[] {
  const props = propsOf(record);
  const asset = assets.get(props.assetId as string);
  const reason = faultOf(record, asset === undefined ? 'picture-elsewhere' : (usable.get(asset.id) ?? null));
  if (reason === null) {
    const readable = {
      ...record,
      ...(isText(props.richText) && { props: { ...props, richText: legal(props.richText) } }),
    };
    if (isValid(readable as AnyRecord)) return [readable as AnyRecord];
  }
  const words = wordsOf(props, asset === undefined ? {} : propsOf(asset));
  const box = boxInPlaceOf(record, words);
  const isBox = isValid(box);
  leftOut.add(String(record.type), reason ?? 'broken', { isBox, words });
  return isBox ? [box] : [];
}

function faultOf(record: AnyRecord, ofPicture: Reason | null): Reason | null {
  switch (record.type) {
    case 'bookmark':
    case 'embed':
      return 'web-page';
    case 'video':
      return 'video';
    case 'image':
      return ofPicture;
    default:
      return propNamesOf('shape', record.type) === undefined ? 'unknown-kind' : null;
  }
}

const isText = (value: unknown): value is RichText =>
  typeof value === 'object' && value !== null && Array.isArray((value as RichText).content);

const isValid = (record: AnyRecord): boolean => {
  try {
    validateRecord(record);
    return true;
  } catch {
    return false;
  }
};

/** What a shape of any kind says, as far as it says it where others do. */
function wordsOf(props: Props, asset: Props): string {
  const named = [props.title, props.name, props.text, props.label, props.altText, props.url, asset.title, asset.name];
  const said = [isText(props.richText) ? plainText(legal(props.richText)) : '', ...named, asset.src];
  const words = said.filter((text) => typeof text === 'string' && text !== '' && !text.startsWith('data:'));
  return [...new Set(words)].join('\n').slice(0, WORDS_MAX_CHARACTERS);
}

/** What stands for a shape that boards cannot hold. */
export function boxInPlaceOf(record: AnyRecord, words: string): AnyRecord {
  const { w, h } = propsOf(record);
  const side = (value: unknown, usual: number) =>
    typeof value === 'number' && value >= 1 && value <= 100_000 ? value : usual;
  return {
    ...{ typeName: 'shape', id: record.id, type: 'geo', parentId: record.parentId, index: record.index },
    ...{ x: record.x, y: record.y, rotation: record.rotation ?? 0, opacity: record.opacity ?? 1 },
    ...{ isLocked: record.isLocked ?? false, meta: {} },
    props: {
      ...{ geo: 'rectangle', dash: 'dashed', fill: 'none', color: 'grey', labelColor: 'black', url: '', growY: 0 },
      ...{ font: 'sans', size: 's', scale: 1, align: 'middle', verticalAlign: 'middle' },
      ...{ w: side(w, 240), h: side(h, 120), richText: plainRichText(words) },
    },
  } as unknown as AnyRecord;
}
