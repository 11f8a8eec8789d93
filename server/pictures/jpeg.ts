import { fits, type LargestSize, type PictureAnswer } from './picture.ts';

const marker = { start: 0xd8, end: 0xd9, scan: 0xda, comment: 0xfe, jfif: 0xe0, adobe: 0xee } as const;

/** Headers of frames that browsers and PDF readers draw: baseline, extended and progressive Huffman coding. */
const frameHeaders: ReadonlySet<number> = new Set([0xc0, 0xc1, 0xc2]);

/** Notes of programs, but for the two that say how colours are coded. */
const isNote = (code: number): boolean =>
  (code >= 0xe0 && code <= 0xef && code !== marker.jfif && code !== marker.adobe) || code === marker.comment;

interface Segment {
  readonly code: number;
  /** Behind its length. */
  readonly data: Buffer;
  /** With its marker; of a scan with the coded rows behind it. */
  readonly whole: Buffer;
}

/** Reads the segments of a JPEG; its rows are not decoded. */
export function readJpeg(bytes: Buffer, largest: LargestSize): PictureAnswer {
  const segments = segmentsOf(bytes);
  const headers = segments?.filter(({ code }) => frameHeaders.has(code)) ?? [];
  const [frame] = headers;
  if (!segments || headers.length !== 1 || frame === undefined || frame.data.length < 6) return 'unknown';
  const [depth, components = 0] = [frame.data[0], frame.data[5]];
  const [height, width] = [frame.data.readUInt16BE(1), frame.data.readUInt16BE(3)];
  if (depth !== 8 || ![1, 3, 4].includes(components) || width === 0 || height === 0) return 'unknown';
  if (!fits(width, height, largest)) return 'too-large';
  if (!segments.some(({ code }) => code === marker.scan)) return 'unknown';
  const kept = segments.filter(({ code }) => !isNote(code)).map(({ whole }) => whole);
  return { width, height, bytes: Buffer.concat([bytes.subarray(0, 2), ...kept, bytes.subarray(-2)]) };
}

/** @returns null unless the bytes are segments from the start marker to the end marker and no further */
function segmentsOf(bytes: Buffer): readonly Segment[] | null {
  if (bytes[0] !== 0xff || bytes[1] !== marker.start) return null;
  const segments: Segment[] = [];
  let at = 2;
  while (at + 2 <= bytes.length && bytes[at] === 0xff) {
    const code = bytes[at + 1] ?? 0;
    if (code === marker.end) return at + 2 === bytes.length ? segments : null;
    if (at + 4 > bytes.length || code < 0xc0 || (code >= 0xd0 && code <= marker.start)) return null;
    const dataEnd = at + 2 + bytes.readUInt16BE(at + 2);
    if (dataEnd < at + 4 || dataEnd > bytes.length) return null;
    const end = code === marker.scan ? endOfScan(bytes, dataEnd) : dataEnd;
    segments.push({ code, data: bytes.subarray(at + 4, dataEnd), whole: bytes.subarray(at, end) });
    at = end;
  }
  return null;
}

/** Coded rows go on through stuffed zeros and restart markers. */
function endOfScan(bytes: Buffer, from: number): number {
  let at = bytes.indexOf(0xff, from);
  while (at !== -1 && at + 1 < bytes.length) {
    const code = bytes[at + 1] ?? 0;
    if (code !== 0 && (code < 0xd0 || code > 0xd7)) return at;
    at = bytes.indexOf(0xff, at + 2);
  }
  return bytes.length;
}
