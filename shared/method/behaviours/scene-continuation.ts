import { isEqualJson } from '../../board/equal.ts';
import type { AnyRecord } from '../../board/groups.ts';
import { indexKeysBetween } from '../../board/order.ts';
import type { Frame, Template, Zone } from '../template.ts';

/**
 * Where the cards go that a zone has no room for: a second frame below the first one, with the same zone at the same
 * place. Frame `who` continues as `whob`, then `whoc`; page 1 is called 1b, then 1c. Everything about it follows from the
 * first frame's records, so two people who need it at the same moment make the same records.
 */

/** From a frame to its continuation below, in board units. */
export const pagePitch = 2000;
const letters = 'bcdefghijklmnopqrstuvwxyz';
export const pagesMax = letters.length;

/** `1b` of frame 1 for its first continuation. @param page from 0, which is the frame itself */
export const pageNumber = ({ number }: Frame, page: number): string => number + (letters[page - 1] ?? '');

export interface ContinuedPart {
  readonly frame: Frame;
  /** Null for the frame itself and what it has beside zones. */
  readonly zone: Zone | null;
  /** 1 for the first continuation. */
  readonly page: number;
}

/** What a shape of a continuation belongs to; null for every other shape. */
export function continuedPart(id: string, template: Template): ContinuedPart | null {
  const [templateId, frameId = '', zoneId] = id.replace(/^shape:/, '').split('/');
  if (templateId !== template.id || template.frames.some((frame) => frame.id === frameId)) return null;
  const frame = template.frames.find((own) => own.id === frameId.slice(0, -1));
  const page = letters.indexOf(frameId.slice(-1)) + 1;
  if (frame === undefined || page === 0) return null;
  return { frame, zone: frame.zones.find((zone) => zone.id === zoneId) ?? null, page };
}

/** 0 for a frame of the template itself. */
export const pageOf = (frameShapeId: string, template: Template): number =>
  continuedPart(frameShapeId, template)?.page ?? 0;

type Get = (id: string) => AnyRecord | undefined;
const shapeId = (...path: readonly string[]): AnyRecord['id'] => `shape:${path.join('/')}` as AnyRecord['id'];

/**
 * The records of one zone on a continuation: its frame with heading and footer, the zone, and what shows clusters there.
 * @returns [] where the first frame or its zone is gone
 */
export function continuationRecords(get: Get, template: Template, frame: Frame, zone: Zone, page: number): AnyRecord[] {
  const own = (...part: readonly string[]) => get(shapeId(template.id, frame.id, ...part));
  const [frameRecord, zoneRecord] = [own(), own(zone.id)];
  if (frameRecord === undefined || zoneRecord === undefined) return [];
  const continued = `${frame.id}${letters[page - 1]}`;
  const named = (text: unknown): string => String(text).replace(frame.number, pageNumber(frame, page));
  const copy = (record: AnyRecord, props: object, ...part: readonly string[]): AnyRecord => ({
    ...record,
    id: shapeId(template.id, continued, ...part),
    parentId: shapeId(template.id, continued),
    props: { ...(record.props as object), ...props },
    meta: {},
  });
  const [heading, footer] = [own('heading'), own('footer')];
  const over = frame.zones
    .map(({ id }) => ({ id, record: own(id, 'more') }))
    .find(({ record }) => record !== undefined);
  return [
    {
      ...copy(frameRecord, { name: named((frameRecord.props as { name: string }).name) }),
      parentId: frameRecord.parentId,
      index: indexKeysBetween(frameRecord.index as string, null, pagesMax)?.[page - 1] ?? frameRecord.index,
      y: (frameRecord.y as number) + page * pagePitch,
    },
    ...(heading === undefined
      ? []
      : [copy(heading, { title: named((heading.props as { title: string }).title) }, 'heading')]),
    copy(zoneRecord, {}, zone.id),
    ...(over?.record === undefined ? [] : [copy(over.record, {}, over.id, 'more')]),
    ...(footer === undefined ? [] : [copy(footer, {}, 'footer')]),
  ];
}

/** Whether a record is what a continuation has to be: then anybody may bring it or take it away, although it is part of a template. */
export function isContinuation(get: Get, template: Template, record: AnyRecord): boolean {
  const part = continuedPart(record.id, template);
  if (part === null) return false;
  const zones = part.zone === null ? part.frame.zones : [part.zone];
  // The server gives a page another place in the order where two frames share one.
  const bare = (of: AnyRecord): object => ({ ...of, index: null, meta: {} });
  return zones.some((zone) =>
    continuationRecords(get, template, part.frame, zone, part.page).some(
      (expected) => expected.id === record.id && isEqualJson(bare(expected), bare(record)),
    ),
  );
}
