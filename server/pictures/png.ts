import { crc32, inflateSync } from 'node:zlib';
import { fits, type LargestSize, type PictureAnswer } from './picture.ts';

const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

/** Of a chunk: its length and name before what it holds, a checksum behind it. */
const chunkFrame = { head: 8, tail: 4 } as const;

/** What it takes to draw a PNG; all else is left out. */
const drawn: ReadonlySet<string> = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND']);

/** Channels and depths by colour type (PNG specification, table 11.1). */
const colourTypes: ReadonlyMap<number, { readonly channels: number; readonly depths: readonly number[] }> = new Map([
  [0, { channels: 1, depths: [1, 2, 4, 8, 16] }],
  [2, { channels: 3, depths: [8, 16] }],
  [3, { channels: 1, depths: [1, 2, 4, 8] }],
  [4, { channels: 2, depths: [8, 16] }],
  [6, { channels: 4, depths: [8, 16] }],
]);

interface Chunk {
  readonly name: string;
  readonly data: Buffer;
  /** With its frame. */
  readonly whole: Buffer;
}

interface Header {
  readonly width: number;
  readonly height: number;
  readonly bitsPerPixel: number;
  readonly isIndexed: boolean;
  readonly isInterlaced: boolean;
}

/** Reads a PNG to its last pixel row. */
export function readPng(bytes: Buffer, largest: LargestSize): PictureAnswer {
  const chunks = chunksOf(bytes);
  const header = chunks && headerOf(chunks[0]);
  if (!chunks || !header) return 'unknown';
  const { width, height } = header;
  if (!fits(width, height, largest)) return 'too-large';
  if (header.isIndexed && !chunks.some(({ name }) => name === 'PLTE')) return 'unknown';
  const packed = Buffer.concat(chunks.filter(({ name }) => name === 'IDAT').map(({ data }) => data));
  if (!isWhole(packed, header)) return 'unknown';
  const kept = chunks.filter(({ name }) => drawn.has(name)).map(({ whole }) => whole);
  return { width, height, bytes: Buffer.concat([signature, ...kept]) };
}

/** @returns null unless the bytes are chunks with true checksums, to the end and no further */
function chunksOf(bytes: Buffer): readonly Chunk[] | null {
  if (!bytes.subarray(0, signature.length).equals(signature)) return null;
  const chunks: Chunk[] = [];
  let at = signature.length;
  while (at + chunkFrame.head + chunkFrame.tail <= bytes.length) {
    const dataEnd = at + chunkFrame.head + bytes.readUInt32BE(at);
    const end = dataEnd + chunkFrame.tail;
    if (end > bytes.length || crc32(bytes.subarray(at + 4, dataEnd)) !== bytes.readUInt32BE(dataEnd)) return null;
    const name = bytes.toString('latin1', at + 4, at + 8);
    chunks.push({ name, data: bytes.subarray(at + chunkFrame.head, dataEnd), whole: bytes.subarray(at, end) });
    if (name === 'IEND') return end === bytes.length ? chunks : null;
    at = end;
  }
  return null;
}

function headerOf(chunk: Chunk | undefined): Header | null {
  if (chunk?.name !== 'IHDR' || chunk.data.length !== 13) return null;
  const { data } = chunk;
  const [width, height] = [data.readUInt32BE(0), data.readUInt32BE(4)];
  const [depth = 0, colourType = 0, compression, filter, interlace = 0] = data.subarray(8);
  const kind = colourTypes.get(colourType);
  if (width === 0 || height === 0 || !kind?.depths.includes(depth)) return null;
  if (compression !== 0 || filter !== 0 || interlace > 1) return null;
  return {
    ...{ width, height, bitsPerPixel: depth * kind.channels },
    ...{ isIndexed: colourType === 3, isInterlaced: interlace === 1 },
  };
}

/** Whether every row is there, and no more: what unpacks to more than the header says is not unpacked further. */
function isWhole(packed: Buffer, header: Header): boolean {
  const length = unpackedLength(header);
  try {
    return inflateSync(packed, { maxOutputLength: length }).length === length;
  } catch {
    return false;
  }
}

/** Where the seven passes of an interlaced picture begin and how far apart they are (PNG specification, 8.2). */
const passes = [
  { x: 0, y: 0, dx: 8, dy: 8 },
  { x: 4, y: 0, dx: 8, dy: 8 },
  { x: 0, y: 4, dx: 4, dy: 8 },
  { x: 2, y: 0, dx: 4, dy: 4 },
  { x: 0, y: 2, dx: 2, dy: 4 },
  { x: 1, y: 0, dx: 2, dy: 2 },
  { x: 0, y: 1, dx: 1, dy: 2 },
] as const;

function unpackedLength({ width, height, bitsPerPixel, isInterlaced }: Header): number {
  const rows = (columns: number, count: number): number =>
    // A byte before each row names its filter.
    columns === 0 ? 0 : count * (1 + Math.ceil((columns * bitsPerPixel) / 8));
  if (!isInterlaced) return rows(width, height);
  return passes.reduce(
    (sum, { x, y, dx, dy }) => sum + rows(Math.ceil((width - x) / dx), Math.ceil((height - y) / dy)),
    0,
  );
}
