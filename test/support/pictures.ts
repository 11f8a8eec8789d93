import { crc32, deflateSync } from 'node:zlib';

const pngSignature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

interface PngParts {
  readonly width: number;
  readonly height: number;
  readonly interlaced?: boolean;
  /** Unpacked rows; by default as many as the header says, of one colour. */
  readonly rows?: Buffer;
  /** More chunks before the rows, by name. */
  readonly notes?: Readonly<Record<string, string>>;
}

/** A PNG of 8 bits for each of red, green and blue. */
export function pngOf({ width, height, interlaced = false, rows, notes = {} }: PngParts): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, interlaced ? 1 : 0], 8);
  return Buffer.concat([
    pngSignature,
    chunk('IHDR', header),
    ...Object.entries(notes).map(([name, text]) => chunk(name, Buffer.from(text))),
    chunk('IDAT', deflateSync(rows ?? rowsOf(width, height))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Each begins with the name of its filter, none. */
function rowsOf(width: number, height: number): Buffer {
  const row = Buffer.alloc(1 + 3 * width, 0x40);
  row[0] = 0;
  return Buffer.concat(Array.from({ length: height }, () => row));
}

/** A PNG that hardly packs, the same every time. */
export function noisyPng(width: number, height: number): Buffer {
  let state = 1;
  const next = (): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state & 0xff;
  };
  const rowBytes = 1 + 3 * width;
  const rows = Buffer.from(Array.from({ length: height * rowBytes }, (_, at) => (at % rowBytes === 0 ? 0 : next())));
  return pngOf({ width, height, rows });
}

function segment(code: number, data: Buffer): Buffer {
  const head = Buffer.from([0xff, code, 0, 0]);
  head.writeUInt16BE(2 + data.length, 2);
  return Buffer.concat([head, data]);
}

interface JpegParts {
  readonly width: number;
  readonly height: number;
  /** More segments behind the first, by marker. */
  readonly notes?: ReadonlyMap<number, string>;
  readonly end?: Buffer;
}

/** The segments of a grey JPEG with restart markers and stuffed zeros in its rows, which say nothing. */
export function jpegOf({ width, height, notes = new Map(), end = Buffer.from([0xff, 0xd9]) }: JpegParts): Buffer {
  const frame = Buffer.from([8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
  frame.writeUInt16BE(height, 1);
  frame.writeUInt16BE(width, 3);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1')),
    ...[...notes].map(([code, text]) => segment(code, Buffer.from(text))),
    segment(0xdb, Buffer.alloc(65, 1)),
    segment(0xc0, frame),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56]),
    end,
  ]);
}

export const dataUrl = (type: 'png' | 'jpeg', bytes: Uint8Array): string =>
  `data:image/${type};base64,${Buffer.from(bytes).toString('base64')}`;
