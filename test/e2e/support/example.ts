import { expect, type Page } from '@playwright/test';
import type { TLRecord } from '@tldraw/tlschema';
import type { TemplateId } from '../../../shared/api/templates.ts';
import type { Language } from '../../../shared/api/text.ts';
import { type BoardView, type Spot, viewBoard } from '../../../shared/method/board-view.ts';
import { type Fields, fieldTypes, isFieldName } from '../../../shared/method/cards/fields.ts';
import type { CardKind } from '../../../shared/method/cards/kinds.ts';
import { loadDemo } from '../../../shared/method/demo/demos.ts';
import type { Box } from '../../../shared/method/template.ts';
import { loadTemplate } from '../../../shared/method/templates.ts';
import { tableOf } from './card-table.ts';
import { backToBoard, goTo, letGo } from './cards.ts';
import { isSaved } from './person.ts';

/** A card of the example, in one language. */
export interface Wanted {
  readonly id: string;
  readonly kind: CardKind;
  readonly title: string;
  /** `<frame>/<zone>`. */
  readonly zone: string;
  readonly fields: Fields;
}

export function wantedOf(template: TemplateId, language: Language = 'en'): readonly Wanted[] {
  const demo = loadDemo(template);
  if (demo === null) throw new Error(`${template} has no example`);
  return demo.cards.map(({ id, kind, title, zone, fields = {}, words = {} }) => {
    const said = Object.entries(words).map(([name, text]) => [name, text[language]] as const);
    const { votes_people: _people, votes_orgs: _orgs, ...written } = fields;
    return { id, kind, zone, title: title[language], fields: { ...written, ...Object.fromEntries(said) } };
  });
}

/** The board as the server gives it away. */
export async function exportedBoard(page: Page, template: TemplateId) {
  const boardId = new URL(page.url()).pathname.split('/').at(-1);
  const response = await page.request.get(`/api/boards/${boardId}/export/json`);
  expect(response.ok()).toBe(true);
  const { records } = (await response.json()) as { records: TLRecord[] };
  return viewBoard(new Map(records.map((record) => [record.id, record])), loadTemplate(template));
}

type Place = Pick<Spot, 'frame' | 'zone'>;
const placeOf = ({ frame, zone }: Place): string => `${frame?.id}/${zone?.id}`;

/** Where each card of the board is and what it says of itself, without whose it is: organisations have ids there. */
export const cardsOn = (view: BoardView) =>
  [...view.cards.values()]
    .filter(({ isGhost }) => !isGhost)
    .map((card) => ({
      kind: card.kind,
      title: card.title,
      zone: placeOf(card),
      fields: withoutOrganisations(card.fields),
    }))
    .sort(byTitle);
export const cardsWanted = (cards: readonly Wanted[]) =>
  cards
    .map(({ kind, title, zone, fields }) => ({ kind, title, zone, fields: withoutOrganisations(fields) }))
    .sort(byTitle);

type Titled = { readonly title: string; readonly zone: string };
const byTitle = (a: Titled, b: Titled): number => (`${a.title} ${a.zone}` < `${b.title} ${b.zone}` ? -1 : 1);
const withoutOrganisations = (fields: Fields): Fields =>
  Object.fromEntries(
    Object.entries(fields).filter(([name]) => !isFieldName(name) || fieldTypes[name].type !== 'organisation'),
  );

export const mirrorsOn = (view: BoardView): readonly string[] =>
  view.mirrors.map((mirror) => `${mirror.card.title} > ${placeOf(mirror)}`).sort();
export const mirrorsWanted = (template: TemplateId, cards: readonly Wanted[]): readonly string[] =>
  (loadDemo(template)?.mirrors ?? [])
    .filter(({ of }) => cards.some(({ id }) => id === of))
    .map(({ of, zone }) => `${titleOf(cards, of)} > ${zone}`)
    .sort();

/** Ghosts hang together too; what nobody wrote into is left out. */
export const relationsOn = (view: BoardView) =>
  view.relations
    .flatMap(({ props: { from, to, kind, tie, strength, state, direction } }) => {
      const [source, target] = [view.cards.get(from), view.cards.get(to)];
      if (source === undefined || target === undefined || source.isGhost || target.isGhost) return [];
      const ties = kind === 'relates' ? { tie, strength, state, direction } : {};
      return [{ title: source.title, zone: target.title, kind, ...ties }];
    })
    .sort(byTitle);
export const relationsWanted = (template: TemplateId, cards: readonly Wanted[]) =>
  (loadDemo(template)?.relations ?? [])
    .filter(({ from, to }) => [from, to].every((end) => cards.some(({ id }) => id === end)))
    .map(({ from, to, kind, tie, strength, state, direction }) => {
      const ties = kind === 'relates' ? { tie, strength, state, direction } : {};
      return { title: titleOf(cards, from), zone: titleOf(cards, to), kind, ...ties };
    })
    .sort(byTitle);

function titleOf(cards: readonly Wanted[], id: string): string {
  const card = cards.find((known) => known.id === id);
  if (card === undefined) throw new Error(`the example has no ${id}`);
  return card.title;
}

interface Standing extends Place {
  readonly title: string;
  readonly page: string;
  readonly box: Box;
}

/** What stands on the frames: cards and second places, in coordinates of their frame. */
function standing(view: BoardView): readonly Standing[] {
  const all = [
    ...[...view.cards.values()].map((card) => ({ ...card, isMirror: false })),
    ...view.mirrors.map((mirror) => ({ ...mirror, title: mirror.card.title, isMirror: true })),
  ];
  return all.flatMap(({ title, frame, zone, frameShape, shape: { x, y, props } }) =>
    frameShape === null
      ? []
      : [
          {
            title,
            frame,
            zone,
            page: frameShape.id,
            box: { x: x - frameShape.x, y: y - frameShape.y, w: props.w, h: props.h },
          },
        ],
  );
}

const overlapMax = 0.5;
const overlap = (a: Box, b: Box): boolean =>
  Math.min(a.x + a.w, b.x + b.w) - Math.max(a.x, b.x) > overlapMax &&
  Math.min(a.y + a.h, b.y + b.h) - Math.max(a.y, b.y) > overlapMax;
const holds = (outer: Box, inner: Box): boolean =>
  inner.x >= outer.x - overlapMax &&
  inner.y >= outer.y - overlapMax &&
  inner.x + inner.w <= outer.x + outer.w + overlapMax &&
  inner.y + inner.h <= outer.y + outer.h + overlapMax;

/** Pairs that cover each other, and what stands outside of its zone. */
export function faultsOf(view: BoardView): readonly string[] {
  const all = standing(view);
  const covered = all.flatMap((a, index) =>
    all
      .slice(index + 1)
      .flatMap((b) => (a.page === b.page && overlap(a.box, b.box) ? [`${a.title} covers ${b.title}`] : [])),
  );
  const outside = all.flatMap(({ title, zone, box }) =>
    zone === null ? [`${title} is in no zone`] : holds(zone.box, box) ? [] : [`${title} leaves ${zone.id}`],
  );
  return [...covered, ...outside];
}

/** Cards, second places and edges of the frame that is in view, each where it stands and as large as it is. */
const screenOf = (page: Page, frame: string): Promise<readonly string[]> =>
  page.evaluate((id) => {
    const onPage = (shape: HTMLElement) => {
      const { e, f } = new DOMMatrix(shape.style.transform);
      return { x: e, y: f, w: Number.parseFloat(shape.style.width), h: Number.parseFloat(shape.style.height) };
    };
    const sheet = document.querySelector<HTMLElement>(`.tl-canvas [data-shape-id="${id}"]`);
    if (sheet === null) return ['not in view'];
    const { x, w } = onPage(sheet);
    const shapes = document.querySelectorAll<HTMLElement>(
      '.tl-canvas :is([data-shape-type="card"], [data-shape-type="mirror"])',
    );
    return [...shapes]
      .map((shape) => ({ id: shape.dataset.shapeId, ...onPage(shape) }))
      .filter((shape) => shape.x >= x && shape.x + shape.w <= x + w)
      .map((shape) => JSON.stringify(shape))
      .sort();
  }, frame);

/** Both people's tables say the same, and their canvases show it frame by frame. */
export async function areEqual(
  [one, other]: readonly [Page, Page],
  template: TemplateId,
  kinds: readonly CardKind[],
  language: Language = 'en',
): Promise<void> {
  await Promise.all([isSaved(one), isSaved(other)]);
  for (const kind of kinds) {
    const tables = await Promise.all([one, other].map((page) => tableOf(page, kind, language)));
    expect(tables[1]).toEqual(tables[0]);
  }
  for (const page of [one, other]) {
    await backToBoard(page);
    await letGo(page);
  }
  const { frames } = await exportedBoard(one, template);
  for (const { shape } of frames) {
    for (const page of [one, other]) await goTo(page, shape.props.name);
    await expect(async () => {
      const [hers, annas] = await Promise.all([one, other].map((page) => screenOf(page, shape.id)));
      expect(hers).not.toEqual(['not in view']);
      expect(annas).toEqual(hers);
    }).toPass({ timeout: 15_000 });
  }
}

/** What the card with this id of the example says. */
export const titlesOf =
  (cards: readonly Wanted[]) =>
  (id: string): string =>
    titleOf(cards, id);
