import { faces, fontStack } from '../template-shapes/fonts.ts';
import type { Ink } from '../template-shapes/paint.ts';
import type { FaceLayout } from './face-layout.ts';

/**
 * A face of a few pixels: corners and thin rules would not be seen, and curves are what filling a thousand of them costs.
 */
export function paintBlock(context: CanvasRenderingContext2D, { w, h, sheet, patches }: FaceLayout, ink: Ink): void {
  const { fill, rule } = sheet;
  if (fill !== null) {
    context.fillStyle = ink(fill);
    context.fillRect(0, 0, w, h);
  } else if (rule !== null) {
    context.strokeStyle = ink(rule.colour);
    context.lineWidth = rule.width * 2;
    context.strokeRect(0, 0, w, h);
  }
  for (const patch of patches) {
    if (patch.fill === null) continue;
    context.fillStyle = ink(patch.fill);
    context.fillRect(patch.x, patch.y, patch.w, patch.h);
  }
}

/**
 * The same layout as an element draws, where a card has no element of its own. Icons are left out: they are too small where
 * cards are painted.
 */
export function paintFace(context: CanvasRenderingContext2D, layout: FaceLayout, ink: Ink): void {
  const { w, h, sheet, patches, texts } = layout;
  const { fill, rule, radius } = sheet;
  const half = (rule?.width ?? 0) / 2;
  context.beginPath();
  context.roundRect(half, half, w - 2 * half, h - 2 * half, radius);
  if (fill !== null) {
    context.fillStyle = ink(fill);
    context.fill();
  }
  if (rule !== null) {
    context.setLineDash(rule.dashed ? [8, 6] : []);
    context.strokeStyle = ink(rule.colour);
    context.lineWidth = rule.width;
    context.stroke();
  }
  for (const patch of patches) {
    if (patch.fill === null) continue;
    context.fillStyle = ink(patch.fill);
    context.beginPath();
    context.roundRect(patch.x, patch.y, patch.w, patch.h, [...patch.radii]);
    context.fill();
  }
  // As elements have it: letters lie where they were measured, between pixels too.
  context.textRendering = 'geometricPrecision';
  for (const { block, colour } of texts) {
    const { weight, style } = faces[block.face];
    context.font = `${style} ${weight} ${block.size}px ${fontStack(block.face)}`;
    context.fillStyle = ink(colour);
    for (const { text, x, y } of block.lines) context.fillText(text, x, y);
  }
}
