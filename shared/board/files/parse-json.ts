import { FileError } from './file-fault.ts';

/** Deeper than any record nests its props, and no trouble for whoever goes through them by recursion. */
const DEPTH_MAX = 64;
/** Objects and lists: more than fill the largest file with drawings, and bearable in memory. */
const HOLDERS_MAX = 1_500_000;

/**
 * JSON from anywhere: it is looked through before it is built, because a few bytes can become much memory, and no key of it
 * reaches the prototype of an object.
 * @throws FileError
 */
export function parseJson(text: string): unknown {
  measure(text);
  let value: unknown;
  try {
    value = JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text);
  } catch {
    throw new FileError('file-unknown');
  }
  refusePrototypes(value);
  return value;
}

function measure(text: string): void {
  let depth = 0;
  let holders = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign === '"') at = endOfString(text, at);
    else if (sign === '{' || sign === '[') {
      depth++;
      holders++;
      if (depth > DEPTH_MAX) throw new FileError('file-damaged');
      if (holders > HOLDERS_MAX) throw new FileError('file-too-much');
    } else if (sign === '}' || sign === ']') depth--;
  }
}

/** @returns where the quotes close; the end of the text where they do not. */
function endOfString(text: string, from: number): number {
  for (let at = text.indexOf('"', from + 1); at !== -1; at = text.indexOf('"', at + 1)) {
    let slashes = 0;
    while (text[at - 1 - slashes] === '\\') slashes++;
    if (slashes % 2 === 0) return at;
  }
  return text.length;
}

function refusePrototypes(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  if (Object.hasOwn(value, '__proto__')) throw new FileError('file-damaged');
  for (const inner of Array.isArray(value) ? value : Object.values(value)) refusePrototypes(inner);
}
