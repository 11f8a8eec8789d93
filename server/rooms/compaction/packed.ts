/** Many updates in one buffer, so that they move between threads together and without another copy. */
export interface Packed {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly lengths: Uint32Array<ArrayBuffer>;
}

export interface MergeRequest {
  readonly id: number;
  readonly packed: Packed;
}

export type MergeReply =
  | { readonly id: number; readonly state: Uint8Array }
  | { readonly id: number; readonly problem: string };

export function pack(updates: readonly Uint8Array[]): Packed {
  const lengths = Uint32Array.from(updates, ({ length }) => length);
  const bytes = new Uint8Array(lengths.reduce((sum, length) => sum + length, 0));
  let at = 0;
  for (const update of updates) {
    bytes.set(update, at);
    at += update.length;
  }
  return { bytes, lengths };
}

export function unpack({ bytes, lengths }: Packed): readonly Uint8Array[] {
  let at = 0;
  return Array.from(lengths, (length) => {
    at += length;
    return bytes.subarray(at - length, at);
  });
}
