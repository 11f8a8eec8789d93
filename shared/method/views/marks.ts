import type { Tone } from '../../board/template-shapes.ts';
import type { Box } from '../template.ts';
import type { DiscMark, PathMark, TextMark } from './picture.ts';

/** Makers of the marks of a picture. */

export const stroke = (path: string, tone: Tone, strokeWidth: number, dash: PathMark['dash'] = 'solid'): PathMark => ({
  ...{ type: 'path', path, tone, fill: 'none', strokeWidth, dash },
});

/** A closed path in the tone's paper, or its line colour. */
export const area = (path: string, tone: Tone, fill: 'paper' | 'solid', strokeWidth = 0): PathMark => ({
  ...{ type: 'path', path, tone, fill, strokeWidth, dash: 'solid' },
});

export const disc = (x: number, y: number, r: number, tone: Tone): DiscMark => ({
  ...{ type: 'disc', x, y, r, tone, fill: 'solid', strokeWidth: 0 },
});

export const words = (box: Box, text: string, size: number, look: Partial<TextMark> = {}): TextMark => ({
  ...{ type: 'text', box, text, size, weight: 500, align: 'left', tone: 'ink', ink: 'tone' },
  ...look,
});

/** From frame coordinates to those of a view's zone. */
export const from = ({ x, y }: Box, box: Box): Box => ({ ...box, x: box.x - x, y: box.y - y });
