import type { MeasureIn, Space } from '../template-shapes/layout.ts';
import { type CardPaint, stampPaint } from './card-paint.ts';
import type { FaceContent } from './face-content.ts';
import {
  type Detail,
  discPatch,
  type FaceText,
  fitText,
  lineOf,
  noCorners,
  type Patch,
  type PlacedIcon,
  roundCorners,
  type Scale,
  type Sheet,
  type TitleSlot,
} from './face-layout.ts';
import { kindIcons, signIcons } from './icons.ts';

/** What a face is made of while it is laid out. */
export interface Parts {
  readonly patches: Patch[];
  readonly icons: PlacedIcon[];
  readonly texts: FaceText[];
}

export interface Page {
  readonly content: FaceContent;
  readonly detail: Detail;
  readonly paint: CardPaint;
  readonly scale: Scale;
  readonly measureIn: MeasureIn;
  readonly w: number;
  readonly h: number;
  readonly textSize: number;
}

export const radius = 8;
export const edgeHeight = 5;
const stampRadius = 8;

export const isGhostFace = ({ invitation }: FaceContent): boolean => invitation !== '';

/** Each state has a form beside its colour: dashes, hatching, a heavy line, a ring. The one that counts most wins. */
export function sheetOf({ content, paint }: Page): Sheet {
  const rule = (colour: CardPaint['edge'], width: number, dashed = false) => ({ colour, width, dashed });
  const sheet = { fill: paint.paper, stripe: null, radius };
  if (isGhostFace(content))
    return { ...sheet, fill: { token: 'frame' }, rule: rule({ token: 'line-strong' }, 2, true) };
  if (content.example) return { ...sheet, stripe: paint.stripe, rule: rule({ token: 'line-strong' }, 2) };
  if (content.root !== '') return { ...sheet, rule: rule(paint.ink, 4) };
  if (content.agreed !== '') return { ...sheet, rule: rule(paint.edge, 3) };
  if (content.voice !== '') return { ...sheet, rule: rule({ token: 'voice' }, 2.5) };
  return { ...sheet, rule: rule(paint.rule, 1) };
}

/** The edge that tells the kind; an invitation has none. */
export function addTopEdge({ patches }: Parts, { content, paint, w }: Page, h = edgeHeight): void {
  if (isGhostFace(content)) return;
  // Within the heavy line of a root, which goes all around.
  const inset = content.root === '' ? 0 : 4;
  const corner = radius - inset;
  patches.push({
    ...{ x: inset, y: inset, w: w - 2 * inset, h },
    ...{ fill: paint.edge, stroke: null, radii: [corner, corner, 0, 0] },
  });
}

export function addLeftEdge({ patches }: Parts, { content, paint, h }: Page): void {
  if (isGhostFace(content)) return;
  patches.push({ x: 0, y: 0, w: 4, h, fill: paint.edge, stroke: null, radii: [4, 0, 0, 4] });
}

interface TitleOptions {
  readonly space: Space;
  readonly leading: number;
  readonly middle?: boolean;
}

/** The title, or what the card invites to. @returns where one types */
export function addTitle({ texts }: Parts, page: Page, { space, leading, middle = false }: TitleOptions): TitleSlot {
  const { content, paint, scale, textSize, measureIn } = page;
  const ghost = isGhostFace(content);
  const face = ghost ? 'invitation' : content.example ? 'text' : 'semi';
  const options = { space, face, size: textSize, floor: scale.floor, leading, middle } as const;
  const text = ghost ? content.invitation : content.title;
  const title = fitText(text, { ...options, colour: ghost ? { token: 'ink-3' } : paint.ink }, measureIn);
  if (text !== '') texts.push(title);
  return {
    ...{ space, face: 'semi', leading, middle },
    size: ghost ? textSize : title.block.size,
    colour: ghost ? { token: 'ink' } : paint.ink,
    text: ghost || text === '' ? null : title,
  };
}

/** Colour and initials of the organisation in the lower left corner. @returns its width, 0 without one */
export function addStamp(parts: Parts, page: Page, size: { readonly w: number; readonly h: number }): number {
  const { content, paint, detail, scale, measureIn, h } = page;
  const { stamp } = content;
  if (stamp === null) return 0;
  const { ground, letters } = stampPaint(stamp);
  const textSize = detail === 'large' ? Math.min(30, size.h * 0.65) : scale.small;
  const width = Math.max(size.w, measureIn('strong', textSize)(stamp.initials) + textSize * 0.7);
  const place = { x: 0, y: h - size.h, w: width, h: size.h };
  const radii = [0, stampRadius, 0, stampRadius] as const;
  // The dark paper of a problem would swallow dark stamps.
  const stroke = content.kind === 'problem' ? { colour: paint.ink, width: 1.5 } : null;
  parts.patches.push({ ...place, fill: ground, stroke, radii });
  if (detail === 'block') return width;
  if (stamp.ringed && detail === 'full')
    parts.patches.push({
      ...{ x: place.x + 3, y: place.y + 3, w: place.w - 6, h: place.h - 6 },
      ...{ fill: null, stroke: { colour: letters, width: 1.5 }, radii: roundCorners(stampRadius - 3) },
    });
  const line = { x: 0, middleY: place.y + place.h / 2, w: width, size: textSize, align: 'center' } as const;
  parts.texts.push(lineOf(stamp.initials, { ...line, face: 'strong', colour: letters }, measureIn));
  return width;
}

/** Marks of lock and second place, from the right. @returns where the room for others ends */
export function addSigns({ icons }: Parts, page: Page, right: number, middleY: number): number {
  const { content, paint, scale } = page;
  let end = right;
  const add = (path: string): void => {
    icons.push({ path, x: end - scale.icon, y: middleY - scale.icon / 2, size: scale.icon, colour: paint.ink2 });
    end -= scale.icon + 6;
  };
  if (hasLock(content)) add(signIcons.lock);
  if (content.mirror) add(signIcons.mirror);
  return end;
}

export const hasLock = ({ locked, example, agreed }: FaceContent): boolean => locked || example || agreed !== '';

/** Kind and what stands across from it, at the top. @returns its lower end */
export function addKindRow(parts: Parts, page: Page): number {
  const { content, paint, scale, measureIn, detail, w } = page;
  const { small, pad, icon } = scale;
  const middleY = edgeHeight + 7 + icon / 2;
  const colour = isGhostFace(content) ? ({ token: 'ink-3' } as const) : paint.ink2;
  const right = addSigns(parts, page, w - pad, middleY);
  if (detail === 'full')
    parts.icons.push({ path: kindIcons[content.kind], x: pad, y: middleY - icon / 2, size: icon, colour: paint.edge });
  const x = detail === 'full' ? pad + icon + 6 : pad;
  const whole = measureIn('semi', small)(content.kindWord);
  const said = whole <= right - x ? content.kindWord : content.kindWordShort;
  const word = measureIn('semi', small)(said);
  const line = { middleY, face: 'semi', size: small, colour } as const;
  parts.texts.push(lineOf(said, { ...line, x, w: right - x }, measureIn));
  const room = right - x - word - 10;
  if (content.agreed !== '' && measureIn('semi', small)(content.agreed) <= room)
    parts.texts.push(lineOf(content.agreed, { ...line, x: right - room, w: room, align: 'right' }, measureIn));
  return middleY + icon / 2;
}

/** Height of the row with the kind, from the upper end of the card. */
export const kindRowEnd = ({ icon }: Scale): number => edgeHeight + 7 + icon;

export const divider = (x: number, y: number, w: number, h: number, paint: CardPaint): Patch => ({
  ...{ x, y, w, h, fill: paint.rule, stroke: null, radii: noCorners },
});

/** How well an actor is on board: filled for active, open for committed; on the corner. */
export function addEngagement({ patches }: Parts, { content, scale, w }: Page): void {
  if (content.engagement === 'none') return;
  const green = { token: 'impact-edge' } as const;
  const isActive = content.engagement === 'active';
  const r = scale.small / 2;
  patches.push(discPatch(w - 5, 5, r, isActive ? green : { token: 'frame' }, { colour: green, width: 3 }));
}
