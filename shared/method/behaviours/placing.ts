import type { CardShape, MirrorShape } from '../../board/card-shapes.ts';
import type { AnyRecord } from '../../board/groups.ts';
import type { Box, Frame, Template } from '../template.ts';
import type { NewPlace } from './behaviour.ts';
import { type Page, shifted } from './scene.ts';
import { continuationRecords } from './scene-continuation.ts';

/** What a plan makes of shapes and records, whoever carries it out: a canvas in somebody's action, or the server. */

/** Of a shape on the page. */
export interface PlaceChange {
  readonly x: number;
  readonly y: number;
  readonly rotation: 0;
  readonly props: Pick<CardShape['props'], 'w' | 'h' | 'face' | 'textSize'>;
}

/** @param place in page coordinates. @returns null for what stands there and looks like that already. */
export function changeInto(shape: CardShape | MirrorShape, { box, face, textSize }: NewPlace): PlaceChange | null {
  const { x, y, rotation, props } = shape;
  const isThere =
    rotation === 0 && isNear(x, box.x) && isNear(y, box.y) && isNear(props.w, box.w) && isNear(props.h, box.h);
  if (isThere && props.face === face && props.textSize === textSize) return null;
  return { x: box.x, y: box.y, rotation: 0, props: { w: box.w, h: box.h, face, textSize } };
}

/** Through the place of a frame and back costs some of the last digits. */
const isNear = (a: number, b: number): boolean => Math.abs(a - b) < 1e-6;

/** What is missing of the page that a full zone goes on at. */
export const missingOfPage = (
  get: (id: string) => AnyRecord | undefined,
  template: Template,
  frame: Frame,
  { zone, page }: Page,
): AnyRecord[] => continuationRecords(get, template, frame, zone, page).filter(({ id }) => get(id) === undefined);

/** Between two cards that lie on each other, in board units: so much that both can be seen and taken. */
export const apart = 14;

export const isOn = (a: Box, b: Box): boolean => Math.hypot(a.x - b.x, a.y - b.y) < apart;

/** The box itself, or where it comes clear of others in steps down to the right. @param isTaken false far enough away */
export function besideOthers(box: Box, isTaken: (box: Box) => boolean): Box {
  let free = box;
  while (isTaken(free)) free = shifted(free, { x: apart, y: apart });
  return free;
}
