import type { TLRecord } from 'tldraw';

/** Kinds of shapes without words, some of them long to look through. */
const wordless = new Set(['draw', 'highlight', 'image', 'line', 'group']);

/** All that a record may say, with the names and choices around it; empty for what has no words. */
export const textOf = (record: TLRecord): string =>
  record.typeName !== 'shape' || wordless.has(record.type) ? '' : JSON.stringify(record.props);
