const side = 8;

/** tldraw's pattern fill: a square tile with three slanting lines, each from `[x, y]` to `[x, y]`, in units of the shape. */
export const hatch = {
  side,
  lineWidth: 1.25,
  lines: [1, 5, 9].map((twelfths) => {
    const [near, far] = [(twelfths * side) / 12, ((twelfths + 2) * side) / 12];
    return [
      [near, far],
      [far, near],
    ] as const;
  }),
} as const;
