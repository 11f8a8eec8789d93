import {
  createEncoder,
  type Encoder,
  toUint8Array,
  writeAny,
  writeUint8,
  writeVarString,
  writeVarUint,
  writeVarUint8Array,
} from 'lib0/encoding';

/** Writes Yjs V1 updates that Yjs itself would not write, part by part. */
export type Part = (encoder: Encoder) => void;

export type Id = readonly [client: number, clock: number];

const number =
  (value: number): Part =>
  (encoder) =>
    writeVarUint(encoder, value);
const text =
  (value: string): Part =>
  (encoder) =>
    writeVarString(encoder, value);
const together =
  (...parts: readonly Part[]): Part =>
  (encoder) => {
    for (const part of parts) part(encoder);
  };

export interface Content {
  readonly ref: number;
  readonly write: Part;
}

export const deleted = (length: number): Content => ({ ref: 1, write: number(length) });
export const oldJson = (value: unknown): Content => ({
  ref: 2,
  write: together(number(1), text(JSON.stringify(value))),
});
export const binary = (bytes: Uint8Array): Content => ({
  ref: 3,
  write: (encoder) => writeVarUint8Array(encoder, bytes),
});
export const string = (value: string): Content => ({ ref: 4, write: text(value) });
export const stringBytes = (bytes: Uint8Array): Content => ({ ...binary(bytes), ref: 4 });
export const embed = (value: unknown): Content => ({ ref: 5, write: text(JSON.stringify(value)) });
export const format = (key: string, json: string): Content => ({ ref: 6, write: together(text(key), text(json)) });
export const type = (ref: number, ...names: readonly string[]): Content => ({
  ref: 7,
  write: together(number(ref), ...names.map(text)),
});
export const map = type(1);
export const element = type(3, 'paragraph');
export const fragment = type(4);
export const textNode = type(6);
export const any = (...values: readonly unknown[]): Content => ({
  ref: 8,
  write: together(
    number(values.length),
    ...values.map(
      (value): Part =>
        (encoder) =>
          writeAny(encoder, value as never),
    ),
  ),
});
/** A value of lib0's encoding given as bytes. */
export const anyBytes = (...bytes: readonly number[]): Content => ({
  ref: 8,
  write: together(
    number(1),
    ...bytes.map(
      (byte): Part =>
        (encoder) =>
          writeUint8(encoder, byte),
    ),
  ),
});
export const subdocument: Content = {
  ref: 9,
  write: together(text('guid'), (encoder) => writeAny(encoder, {})),
};

export interface Where {
  readonly origin?: Id;
  readonly right?: Id;
  readonly root?: string;
  readonly parent?: Id;
  readonly key?: string;
}

export const item =
  ({ origin, right, root, parent, key }: Where, content: Content): Part =>
  (encoder) => {
    writeUint8(encoder, content.ref | (origin ? 128 : 0) | (right ? 64 : 0) | (key === undefined ? 0 : 32));
    for (const id of [origin, right]) if (id) for (const part of id) writeVarUint(encoder, part);
    if (!origin && !right) {
      writeVarUint(encoder, root === undefined ? 0 : 1);
      if (root !== undefined) writeVarString(encoder, root);
      if (parent) for (const part of parent) writeVarUint(encoder, part);
      if (key !== undefined) writeVarString(encoder, key);
    }
    content.write(encoder);
  };

/** A struct that is no item: 0 collected, 10 left out. */
export const hole =
  (info: number, length: number): Part =>
  (encoder) => {
    writeUint8(encoder, info);
    writeVarUint(encoder, length);
  };

export interface Section {
  readonly client: number;
  readonly clock?: number;
  readonly structs: readonly Part[];
  /** How many it says there are, if that is a lie. */
  readonly claims?: number;
}

export type Deletes = readonly (readonly [client: number, ...ranges: (readonly [clock: number, length: number])[]])[];

export function rawUpdate(
  sections: readonly Section[],
  deletes: Deletes = [],
  tail: readonly number[] = [],
): Uint8Array {
  const encoder = createEncoder();
  writeVarUint(encoder, sections.length);
  for (const { client, clock = 0, structs, claims = structs.length } of sections) {
    for (const part of [claims, client, clock]) writeVarUint(encoder, part);
    for (const struct of structs) struct(encoder);
  }
  writeVarUint(encoder, deletes.length);
  for (const [client, ...ranges] of deletes) {
    for (const part of [client, ranges.length, ...ranges.flat()]) writeVarUint(encoder, part);
  }
  for (const byte of tail) writeUint8(encoder, byte);
  return toUint8Array(encoder);
}
