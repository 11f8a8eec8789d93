/** Where the foot of a page stands and how it is set, for everything that draws pages. Points. */
export const pageFoot = {
  size: 8,
  /** From the left edge to the text, and from the number to the right edge. */
  side: 42,
  /** From the baseline to the lower edge. */
  up: 18,
  colour: '#5E6865',
  style: { family: 'text', weight: 400, italic: false },
} as const;
