import fc from 'fast-check';
import type { TemplateId } from '../../../../shared/api/templates.ts';
import type { Records } from '../../../../shared/board/containment.ts';
import type { Diff } from '../../../../shared/board/diff.ts';
import type { AnyRecord } from '../../../../shared/board/groups.ts';
import { arrangeArrivals } from '../../../../shared/method/behaviours/arrange-arrivals.ts';
import {
  applyDrop,
  layoutZone,
  nextPlace,
  type PlacedScene,
  scenesOf,
} from '../../../../shared/method/behaviours/scene.ts';
import { type BoardView, viewBoard } from '../../../../shared/method/board-view.ts';
import { cardRecord } from '../../../../shared/method/card-records.ts';
import { zoneBody } from '../../../../shared/method/geometry.ts';
import type { Box, Frame, Template, Zone } from '../../../../shared/method/template.ts';
import { loadTemplate } from '../../../../shared/method/templates.ts';
import { recordsOfBoard } from './boards.ts';

/** What one person writes while nobody else sees it. */
export interface Written {
  readonly writer: number;
  /** Where in the zone, from 0 to 1, for those who point at a place. */
  readonly at: { readonly x: number; readonly y: number } | null;
  readonly isPinned: boolean;
  readonly isLocked: boolean;
}

const part = fc.double({ min: 0, max: 1, noNaN: true });
const sometimes = fc.integer({ min: 0, max: 14 }).map((number) => number === 0);
export const written: fc.Arbitrary<readonly Written[]> = fc.array(
  fc.record({
    writer: fc.integer({ min: 0, max: 4 }),
    at: fc.option(fc.record({ x: part, y: part })),
    isPinned: sometimes,
    isLocked: sometimes,
  }),
  { minLength: 1, maxLength: 60, size: 'max' },
);

/** A board on which several have written privately into one zone, as it is when the server has just brought it together. */
export class Revealed {
  readonly template: Template;
  readonly records: Map<string, AnyRecord>;
  readonly ids = new Set<string>();

  /** @param frame the only one on the board, which makes looking at it faster */
  constructor(templateId: TemplateId, frame: Frame) {
    this.template = loadTemplate(templateId);
    const path = `shape:${templateId}/${frame.id}`;
    const isHere = ({ id, typeName }: AnyRecord) => typeName !== 'shape' || id === path || id.startsWith(`${path}/`);
    this.records = new Map(recordsOfBoard(templateId, 'en').flatMap((one) => (isHere(one) ? [[one.id, one]] : [])));
  }

  view(): BoardView {
    return viewBoard(this.records as unknown as Records, this.template);
  }

  put(...records: readonly AnyRecord[]): void {
    for (const record of records) this.records.set(record.id, record);
  }

  /** Each in the place that the writer's canvas gives it: there is the board without anything, and what they wrote. */
  write(frame: Frame, zone: Zone, all: readonly Written[]): void {
    const shared = new Map(this.records);
    const byWriter = new Map<number, AnyRecord[]>();
    all.forEach((card, number) => {
      const own = byWriter.get(card.writer) ?? [];
      byWriter.set(card.writer, own);
      own.push(
        this.#card(frame, zone, card, number, new Map([...shared, ...own.map((one) => [one.id, one] as const)])),
      );
    });
    const records = [...byWriter.values()].flat();
    this.put(...records);
    for (const { id } of records) this.ids.add(id);
  }

  #card(frame: Frame, zone: Zone, card: Written, number: number, seen: ReadonlyMap<string, AnyRecord>): AnyRecord {
    const view = viewBoard(seen as unknown as Records, this.template);
    const arranging = layoutZone(frame, zone);
    const scene = scenesOf(view, this.template, frame.id).find(({ zones }) => zones.includes(arranging));
    const body = zoneBody(zone, frame.paper);
    const size = { w: 280, h: 160 };
    const { x, y } = card.at ?? { x: 0.5, y: 0.5 };
    const loose = { x: body.x + x * body.w - size.w / 2, y: body.y + y * body.h - size.h / 2, ...size };
    const next = card.at === null && scene !== undefined ? nextPlace(scene, arranging) : null;
    const box = next?.box ?? loose;
    const origin = scene?.pages[0]?.shape ?? { x: 0, y: 0 };
    const record = cardRecord({
      ...{ id: `shape:card.${String(number).padStart(2, '0')}`, position: 400 + number, fields: {} },
      ...{ kind: zone.cardKind ?? 'idea', title: `Card ${number}`, placeholder: '' },
      ...{ face: next?.face ?? 'card', textSize: next?.textSize ?? 20 },
      box: { ...box, x: box.x + origin.x, y: box.y + origin.y },
    });
    // What a place on the map means takes a map to find out, a slow one.
    const fields = card.at === null || zone.layout === 'rings' ? {} : this.#said(record, zone, seen);
    return {
      ...record,
      isLocked: card.isLocked,
      props: { ...(record.props as object), fields, pinned: card.isPinned },
    };
  }

  /** What a place says to whoever pointed at it. */
  #said(record: AnyRecord, zone: Zone, seen: ReadonlyMap<string, AnyRecord>): object {
    const records = new Map(seen).set(record.id, record) as unknown as Records;
    const scenes = scenesOf(viewBoard(records, this.template), this.template);
    const scene = scenes.find(({ items }) => items.some(({ id }) => id === record.id));
    const { fields = {} } = scene === undefined ? {} : applyDrop(scene, record.id, zone);
    return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
  }

  arrange(ids: ReadonlySet<string> = this.ids): Diff {
    return arrangeArrivals(this.records as unknown as Records, this.template, ids);
  }

  /** As the server writes it. */
  apply({ added, updated, removed }: Diff): void {
    for (const id in removed) this.records.delete(id);
    this.put(...Object.values(added), ...Object.values(updated).map(([, to]) => to));
  }

  scenes(): readonly PlacedScene[] {
    return scenesOf(this.view(), this.template);
  }
}

export const zonesOf = (templateId: TemplateId): readonly { readonly frame: Frame; readonly zone: Zone }[] =>
  loadTemplate(templateId).frames.flatMap((frame) => frame.zones.map((zone) => ({ frame, zone })));

interface Lying {
  readonly id: string;
  readonly index: string;
  readonly box: Box;
}

/** Ids of cards of which nothing is seen, by looking at many points of each. */
export function hidden({ cards }: BoardView): readonly string[] {
  const all = [...cards.values()].flatMap(({ id, isGhost, shape: { x, y, index, props } }): Lying[] =>
    isGhost ? [] : [{ id, index, box: { x, y, w: props.w, h: props.h } }],
  );
  const points = Array.from({ length: 40 * 40 }, (_, number) => [(number % 40) + 0.5, Math.floor(number / 40) + 0.5]);
  const isUnder = ({ box }: Lying, x: number, y: number) =>
    x >= box.x && y >= box.y && x <= box.x + box.w && y <= box.y + box.h;
  return all
    .filter((card) => {
      const above = all.filter(
        ({ id, index }) => id !== card.id && (index > card.index || (index === card.index && id > card.id)),
      );
      const { x, y, w, h } = card.box;
      return points.every(([across = 0, down = 0]) =>
        above.some((other) => isUnder(other, x + (across / 40) * w, y + (down / 40) * h)),
      );
    })
    .map(({ id }) => id);
}
