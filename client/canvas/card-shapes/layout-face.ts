import type { CardFace } from '../../../shared/board/card-shapes.ts';
import type { MeasureIn } from '../template-shapes/layout.ts';
import { cardPaint } from './card-paint.ts';
import type { FaceContent } from './face-content.ts';
import { type Detail, type Drawn, type FaceLayout, lineOf, roundCorners, type Sheet, scaleOf } from './face-layout.ts';
import { signIcons } from './icons.ts';
import {
  addEngagement,
  addLeftEdge,
  addStamp,
  addTitle,
  addTopEdge,
  divider,
  isGhostFace,
  type Page,
  type Parts,
  sheetOf,
} from './layout-parts.ts';
import { layoutStructured } from './layout-structured.ts';
import { layoutForm, layoutRow } from './layout-table.ts';

/** Lays out a card for its box; the same for canvas and print, so that what is seen is what is printed. */
export function layoutFace(content: FaceContent, drawn: Drawn, detail: Detail, measureIn: MeasureIn): FaceLayout {
  const { w, h, face, textSize } = drawn;
  const paint = cardPaint(content.kind);
  const page: Page = { content, detail, paint, scale: scaleOf(textSize), measureIn, w, h, textSize };
  switch (detail) {
    case 'block':
      return layoutBlockOnly(page, face);
    case 'large':
      return layoutLarge(page, face);
    case 'less':
    case 'full':
      switch (face) {
        case 'card':
          return layoutStructured(page, false);
        case 'node':
          return layoutStructured(page, true);
        case 'compact':
          return layoutCompact(page);
        case 'row':
          return layoutRow(page);
        case 'form':
          return layoutForm(page);
        case 'plain':
          return layoutPlain(page);
      }
  }
}

const compactLeading = 1.12;
const letterWidth = 34;

/** Name and type of an actor. */
function layoutCompact(page: Page): FaceLayout {
  const { content, paint, scale, measureIn, w, h, textSize } = page;
  const parts: Parts = { patches: [], icons: [], texts: [] };
  addLeftEdge(parts, page);
  // On a large sheet the place on the map says the type, and the name needs the room.
  const lettered = content.letter !== '' && textSize < 22 && !isGhostFace(content);
  if (lettered) {
    const x = w - letterWidth;
    parts.patches.push(divider(x, 1, 1, h - 2, paint));
    const line = { x, middleY: h / 2, w: letterWidth, size: scale.small, align: 'center' } as const;
    parts.texts.push(lineOf(content.letter, { ...line, face: 'strong', colour: paint.edge }, measureIn));
  }
  const right = lettered ? letterWidth + 4 : content.mirror ? 18 : 6;
  const space = { x: 10, y: 3, w: w - 10 - right, h: h - 6 };
  const title = addTitle(parts, page, { space, leading: compactLeading, middle: true });
  if (content.mirror) parts.icons.push({ path: signIcons.mirror, x: w - 16, y: h - 16, size: 14, colour: paint.ink2 });
  addEngagement(parts, page);
  return { w, h, sheet: sheetOf(page), ...parts, title };
}

/** A zone's own box is the paper: only what has to be told apart by its line keeps it. */
function bareSheet(page: Page): Sheet {
  const { content } = page;
  const told = isGhostFace(content) || content.example || content.agreed !== '';
  const sheet = sheetOf({ ...page, content: { ...content, root: '', voice: '' } });
  return { ...sheet, fill: null, stripe: null, rule: told ? sheet.rule : null };
}

/** Words only. */
function layoutPlain(page: Page): FaceLayout {
  const { scale, w, h } = page;
  const parts: Parts = { patches: [], icons: [], texts: [] };
  const pad = Math.min(scale.pad, w / 8);
  const space = { x: pad, y: 4, w: w - 2 * pad, h: h - 8 };
  if (page.content.voice !== '')
    parts.patches.push({ x: 0, y: 0, w: 5, h, fill: { token: 'voice' }, stroke: null, radii: roundCorners(2.5) });
  const title = addTitle(parts, onZone(page), { space, leading: 1.25, middle: true });
  return { w, h, sheet: bareSheet(page), ...parts, title };
}

/** Of the edge where a card is only a few pixels high. */
const lowEdge = { large: 8, block: 12 } as const;
const largeSize = 30;
const largeLeading = 1.1;

/** Two large lines and a large stamp: what can be read across the room or with the whole board in view. */
function layoutLarge(page: Page, face: CardFace): FaceLayout {
  const { content, w, h } = page;
  const parts: Parts = { patches: [], icons: [], texts: [] };
  const bare = face === 'plain';
  const low = bare ? onZone(lowStates(page)) : lowStates(page);
  const edge = bare || face === 'compact' ? 0 : lowEdge.large;
  if (edge > 0) addTopEdge(parts, low, edge);
  else if (!bare) addLeftEdge(parts, low);
  const stampHeight = Math.min(46, h * 0.34);
  const stamped = edge > 0 && content.stamp !== null && !isGhostFace(content) && h >= 100;
  if (stamped) addStamp(parts, low, { w: Math.min(84, w * 0.34), h: stampHeight });
  const top = edge === 0 ? 4 : edge + 6;
  const room = h - top - (stamped ? stampHeight : 4);
  const size = Math.max(10, Math.min(largeSize, room / (2 * largeLeading)));
  const space = { x: 10, y: top, w: w - 20, h: Math.min(room, 2 * largeLeading * size + 1) };
  // Cut rather than shrunk: smaller words could not be read here. Names of actors are short, and shrink.
  const floor = face === 'compact' ? page.scale.floor : size;
  const sized: Page = { ...low, textSize: size, scale: { ...low.scale, floor } };
  const title = addTitle(parts, sized, { space, leading: largeLeading, middle: edge === 0 });
  return { w, h, sheet: bare ? bareSheet(low) : sheetOf(low), ...parts, title };
}

/** From far the lines of root and agreement only blur the paper. */
const lowStates = (page: Page): Page => ({
  ...page,
  content: { ...page.content, root: '', agreed: '', locked: false },
});

/** Without a paper of its own the words have the zone's ink. */
const onZone = (page: Page): Page => ({ ...page, paint: { ...page.paint, ink: { token: 'ink' } } });

/** Paper, edge and the corner in the organisation's colour; for words without a paper, a bar. */
function layoutBlockOnly(page: Page, face: CardFace): FaceLayout {
  const { content, w, h } = page;
  const parts: Parts = { patches: [], icons: [], texts: [] };
  const low = lowStates(page);
  const bare = face === 'plain';
  if (face === 'compact') addLeftEdge(parts, low);
  else if (!bare) addTopEdge(parts, low, lowEdge.block);
  if (bare && content.title !== '') {
    const bar = { x: w * 0.03, y: h / 2 - 8, w: w * 0.8, h: 16 };
    parts.patches.push({ ...bar, fill: { token: 'line-strong', percent: 45 }, stroke: null, radii: roundCorners(8) });
  }
  if (!bare && !isGhostFace(content)) addStamp(parts, low, { w: Math.min(100, w * 0.35), h: Math.min(60, h * 0.35) });
  const space = { x: 10, y: 10, w: w - 20, h: h - 20 };
  const slot = { space, face: 'semi', size: largeSize, leading: largeLeading, middle: false, text: null } as const;
  return { w, h, sheet: bare ? bareSheet(low) : sheetOf(low), ...parts, title: { ...slot, colour: page.paint.ink } };
}
