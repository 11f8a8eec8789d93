/** A number as lib0 writes it: groups of seven bits, the lowest first. */
function uint(value: number): readonly number[] {
  const bytes: number[] = [];
  for (let rest = value; ; rest = Math.floor(rest / 0x80)) {
    if (rest < 0x80) return [...bytes, rest];
    bytes.push((rest % 0x80) + 0x80);
  }
}

/** A frame as lib0 would write it: a type and at most one thing behind it. Read by FrameReader, and by any lib0. */
export function frameOf(type: number, body?: number | string): Uint8Array {
  if (body === undefined) return Uint8Array.from(uint(type));
  if (typeof body === 'number') return Uint8Array.from([...uint(type), ...uint(body)]);
  const text = new TextEncoder().encode(body);
  const head = [...uint(type), ...uint(text.length)];
  const frame = new Uint8Array(head.length + text.length);
  frame.set(head);
  frame.set(text, head.length);
  return frame;
}
