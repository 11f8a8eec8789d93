import { type Box, type Frame, type Paper, papers, type Template, type Zone } from './template.ts';

/** Between two frames of the row, in board units. */
export const frameGap = 160;
/** Band at the top of a frame that has a guiding question. */
export const headingHeight = 88;

/** Frames stand in one row from the left, their upper edges on one line. */
export function frameBoxes(template: Template): readonly { readonly frame: Frame; readonly box: Box }[] {
  let x = 0;
  return template.frames.map((frame) => {
    const { w, h } = papers[frame.paper];
    const box = { x, y: 0, w, h };
    x += w + frameGap;
    return { frame, box };
  });
}

/** Where a zone's content stands: what its head and padding leave, in frame coordinates. */
export function zoneBody(zone: Zone, paper: Paper): Box {
  const { pad } = papers[paper];
  const { x, y, w, h } = zone.box;
  if (zone.head === 'left') {
    return { x: x + zone.headSize, y: y + pad, w: w - zone.headSize - pad, h: h - 2 * pad };
  }
  const top = Math.max(zone.headSize, pad);
  return { x: x + pad, y: y + top, w: w - 2 * pad, h: h - top - pad };
}
