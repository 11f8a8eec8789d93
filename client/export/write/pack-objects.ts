import { zlibSync } from 'fflate';

/** Objects that share one compressed stream; readers unpack a stream for any of its objects. */
const perStream = 200;

const encoder = new TextEncoder();
const encode = (text: string): Uint8Array => encoder.encode(text);
/** What this reads of a file is ASCII. */
const decoder = new TextDecoder('latin1');
const decode = (bytes: Uint8Array): string => decoder.decode(bytes);

interface Part {
  readonly id: number;
  readonly bytes: Uint8Array;
}

interface Parsed {
  readonly header: Uint8Array;
  /** With a stream, as they stand in the file. */
  readonly streams: readonly Part[];
  /** Without one: what is between `obj` and `endobj`. */
  readonly plain: readonly Part[];
  /** Of the trailer, without its size. */
  readonly trailer: string;
  readonly size: number;
}

/**
 * Puts the objects of a PDF that have no stream into compressed object streams, and the table of where they are into one
 * more (PDF 1.7, 7.5.7 and 7.5.8). pdfkit writes them as plain text, and the tags of a report are tens of thousands of them:
 * this halves the file.
 * @param bytes as pdfkit writes them: one table of references, objects without gaps between them, nothing encrypted.
 * @throws Error for a file that is not written so.
 */
export function packObjects(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const { header, streams, plain, trailer, size } = parse(bytes);
  const chunks: Uint8Array[] = [header];
  let length = header.length;
  const entries = new Map<number, readonly [type: number, at: number, index: number]>();
  const write = (id: number, part: Uint8Array): void => {
    entries.set(id, [1, length, 0]);
    chunks.push(part);
    length += part.length;
  };
  for (const { id, bytes: part } of streams) write(id, part);
  let next = size;
  for (let at = 0; at < plain.length; at += perStream) {
    const together = plain.slice(at, at + perStream);
    for (const [index, { id }] of together.entries()) entries.set(id, [2, next, index]);
    write(next, objectStream(next, together));
    next += 1;
  }
  const start = length;
  entries.set(next, [1, start, 0]);
  chunks.push(referenceStream(next, entries, trailer), encode(`startxref\n${start}\n%%EOF\n`));
  return joined(chunks);
}

function parse(bytes: Uint8Array): Parsed {
  const end = decode(bytes.subarray(-64));
  const table = Number(/startxref\n(\d+)\n%%EOF\s*$/.exec(end)?.[1] ?? Number.NaN);
  const text = Number.isNaN(table) ? '' : decode(bytes.subarray(table));
  const [head = '', size = ''] = /^xref\n0 (\d+)\n/.exec(text) ?? [];
  const [, trailer] = /trailer\n<<([\s\S]*)>>\nstartxref/.exec(text) ?? [];
  if (trailer === undefined) throw new Error('no table of references where a PDF has one');
  const places = Array.from({ length: Number(size) }, (_, id) => {
    const line = text.slice(head.length + id * 20, head.length + id * 20 + 20);
    return { id, offset: Number(line.slice(0, 10)), used: line[17] === 'n' };
  })
    .filter(({ used }) => used)
    .sort((a, b) => a.offset - b.offset);
  const objects = places.map(({ id, offset }, index): Part => {
    return { id, bytes: bytes.subarray(offset, places[index + 1]?.offset ?? table) };
  });
  const hasStream = ({ bytes: object }: Part): boolean => decode(object.subarray(-24)).includes('endstream\nendobj');
  return {
    header: bytes.subarray(0, places[0]?.offset ?? table),
    streams: objects.filter(hasStream),
    plain: objects.filter((object) => !hasStream(object)).map(({ id, bytes: object }) => ({ id, bytes: body(object) })),
    trailer: trailer.replace(/\/Size \d+/, '').trim(),
    size: Number(size),
  };
}

function body(object: Uint8Array): Uint8Array {
  const start = decode(object.subarray(0, 24)).indexOf('obj\n') + 4;
  const end = object.length - 'endobj\n'.length;
  if (start < 4 || decode(object.subarray(end)) !== 'endobj\n') throw new Error('an object without beginning or end');
  return object.subarray(start, end);
}

function objectStream(id: number, parts: readonly Part[]): Uint8Array {
  let offset = 0;
  const index = parts.map((part) => {
    const entry = `${part.id} ${offset}`;
    offset += part.bytes.length;
    return entry;
  });
  const first = encode(`${index.join(' ')}\n`);
  const packed = zlibSync(joined([first, ...parts.map(({ bytes }) => bytes)]));
  return stream(id, `/Type /ObjStm /N ${parts.length} /First ${first.length}`, packed);
}

function referenceStream(
  id: number,
  entries: ReadonlyMap<number, readonly [type: number, at: number, index: number]>,
  trailer: string,
): Uint8Array {
  // One byte for the kind, four for the place, two for the index.
  const table = new Uint8Array((id + 1) * 7);
  const view = new DataView(table.buffer);
  for (let object = 0; object <= id; object++) {
    // What is not there is free, as object 0 always is.
    const [type, at, index] = entries.get(object) ?? [0, 0, object === 0 ? 65_535 : 0];
    view.setUint8(object * 7, type);
    view.setUint32(object * 7 + 1, at);
    view.setUint16(object * 7 + 5, index);
  }
  return stream(id, `/Type /XRef /Size ${id + 1} /W [1 4 2] ${trailer}`, zlibSync(table));
}

const stream = (id: number, entries: string, packed: Uint8Array): Uint8Array =>
  joined([
    encode(`${id} 0 obj\n<< ${entries} /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`),
    packed,
    encode('\nendstream\nendobj\n'),
  ]);

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
