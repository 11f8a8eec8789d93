import { useSyncExternalStore } from 'react';
import type { Face, MeasureIn } from './layout.ts';

interface FaceStyle {
  readonly family: string;
  readonly weight: 400 | 500 | 600 | 700;
  readonly style: 'normal' | 'italic';
}

/** Faces as the page declares them in its tokens. */
export const faces: Readonly<Record<Face, FaceStyle>> = {
  title: { family: 'Bricolage Grotesque', weight: 700, style: 'normal' },
  strong: { family: 'Source Sans 3', weight: 700, style: 'normal' },
  semi: { family: 'Source Sans 3', weight: 600, style: 'normal' },
  text: { family: 'Source Sans 3', weight: 500, style: 'normal' },
  invitation: { family: 'Source Sans 3', weight: 400, style: 'italic' },
};
/** The family alone leads, so that whoever prints the text finds its file by it. */
export const fontStack = (face: Face): string => `'${faces[face].family}', 'Segoe UI', sans-serif`;

/** Text is measured once at this size; widths grow with the size. */
const referencePx = 100;

let widths = new Map<string, number>();
let pen: CanvasRenderingContext2D | null = null;

export const measureIn: MeasureIn = (face, size) => (text) => {
  const key = `${face} ${text}`;
  let width = widths.get(key);
  if (width === undefined) {
    pen ??= document.createElement('canvas').getContext('2d');
    if (pen === null) throw new Error('this browser cannot measure text');
    const { style, weight } = faces[face];
    pen.font = `${style} ${weight} ${referencePx}px ${fontStack(face)}`;
    width = pen.measureText(text).width;
    widths.set(key, width);
  }
  return (width / referencePx) * size;
};

/** Counts how often faces arrived: what was wrapped with a substitute before has to be wrapped anew. */
let arrivals = 0;
const listeners = new Set<() => void>();
let loading: Promise<void> | null = null;

function arrived(): void {
  arrivals += 1;
  widths = new Map();
  for (const listener of listeners) listener();
}

const isOurs = ({ family }: FontFace): boolean =>
  Object.values(faces).some((face) => family.replaceAll(/["']/g, '') === face.family);

/** Resolves when every face is there, or cannot be had: text is then drawn in a substitute. */
export function templateFonts(): Promise<void> {
  loading ??= Promise.allSettled(
    Object.values(faces).map(({ family, weight }) => document.fonts.load(`${weight} ${referencePx}px '${family}'`)),
  ).then(() => {
    arrived();
    // Faces are split by script and come when their first letter is drawn.
    document.fonts.addEventListener('loadingdone', ({ fontfaces }) => {
      if (fontfaces.some(isOurs)) arrived();
    });
  });
  return loading;
}

/** Calls whenever faces have arrived. @returns stops that */
export function onFontsArrived(listener: () => void): () => void {
  listeners.add(listener);
  void templateFonts();
  return () => listeners.delete(listener);
}

/** Draws again when faces arrive. */
export const useArrivedFonts = (): number => useSyncExternalStore(onFontsArrived, () => arrivals);
