import { describe, expect, it } from 'vitest';
import { TemplateId } from '../../../shared/api/templates.ts';
import type { Records } from '../../../shared/board/containment.ts';
import type { Diff } from '../../../shared/board/diff.ts';
import type { AnyRecord } from '../../../shared/board/groups.ts';
import { validateRecord } from '../../../shared/board/read-board.ts';
import { addCard, isPlaceOf } from '../../../shared/method/behaviours/add-card.ts';
import { isOn } from '../../../shared/method/behaviours/placing.ts';
import { viewBoard } from '../../../shared/method/board-view.ts';
import { scriptOf } from '../../../shared/method/guide/agenda.ts';
import { guides } from '../../../shared/method/guide/guides.ts';
import { templateRecords } from '../../../shared/method/records.ts';
import { loadTemplate } from '../../../shared/method/templates.ts';

const facts = { createdAtMs: 0, partnership: 'Full Plates', boardTitle: 'Board', example: false } as const;

const freshBoard = (template: TemplateId): ReadonlyMap<string, AnyRecord> =>
  new Map(templateRecords(loadTemplate(template), { ...facts, language: 'en' }).map((record) => [record.id, record]));

function applied(board: ReadonlyMap<string, AnyRecord>, diff: Diff): ReadonlyMap<string, AnyRecord> {
  const next = new Map(board);
  for (const [id, record] of Object.entries(diff.added)) next.set(id, record);
  for (const [id, [, record]] of Object.entries(diff.updated)) next.set(id, record);
  for (const id of Object.keys(diff.removed)) next.delete(id);
  return next;
}

/** One card after the other, each where people write; private ones see no more of the others than their writer does. */
function write(template: TemplateId, place: string | null, count: number, isPrivate = false) {
  let board = freshBoard(template);
  const diffs: Diff[] = [];
  for (let number = 0; number < count; number++) {
    const card = { id: `shape:card${number}`, title: `Card ${number}`, place, isPrivate };
    const diff = addCard(board as unknown as Records, loadTemplate(template), card);
    diffs.push(diff);
    board = applied(board, diff);
  }
  const view = viewBoard(board as never, loadTemplate(template));
  const cards = Array.from({ length: count }, (_, number) => view.cards.get(`shape:card${number}`));
  return { board, view, diffs, cards };
}

const zones = TemplateId.options.flatMap((template) =>
  loadTemplate(template).frames.flatMap((frame) =>
    frame.zones.filter(({ cardKind }) => cardKind !== null).map((zone) => ({ template, frame, zone })),
  ),
);
/** Of each board one zone for each way in which cards stand. */
const oneOfEach = zones.filter(
  ({ template, zone }, at) =>
    zones.findIndex((other) => other.template === template && other.zone.layout === zone.layout) === at,
);
/** Layouts in which what a card says decides where it stands, and a card that says nothing may stand beside. */
const decided = new Set(['matrix', 'rings', 'time', 'tree', 'minitree']);

type SentCard = ReturnType<typeof write>['cards'][number];
const boxOf = (card: SentCard) => {
  if (card === undefined) throw new Error('a card is missing');
  const { x, y, props } = card.shape;
  return { x, y, w: props.w, h: props.h };
};
type Box = ReturnType<typeof boxOf>;
const areOverlapping = (a: Box, b: Box): boolean =>
  a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;

describe('a card that is sent to a board', () => {
  it('[PHN1] comes into the zone, of its kind and with what the zone says, and every record of it can be shown', () => {
    expect(zones.length).toBeGreaterThan(20);
    for (const { template, frame, zone } of zones)
      for (const isPrivate of [false, true]) {
        const { cards, diffs } = write(template, `${frame.id}/${zone.id}`, 1, isPrivate);
        const [card] = cards;
        const where = `${template} ${frame.id}/${zone.id} ${isPrivate}`;
        expect(card?.kind, where).toBe(zone.cardKind);
        expect(card?.title, where).toBe('Card 0');
        expect(card?.frame?.id, where).toBe(frame.id);
        if (!decided.has(zone.layout)) expect(card?.zone?.id, where).toBe(zone.id);
        for (const record of Object.values(diffs[0]?.added ?? {})) validateRecord(record);
      }
  });

  it('[PHN2] covers no other card, however many are sent to the same zone; where nothing makes room for private ones, each shows a strip', () => {
    for (const { template, frame, zone } of oneOfEach)
      for (const isPrivate of [false, true]) {
        const { cards } = write(template, `${frame.id}/${zone.id}`, 12, isPrivate);
        const boxes = cards.map((card) => boxOf(card));
        const isCovered = isPrivate ? isOn : areOverlapping;
        const covered = boxes.filter((box, at) => boxes.slice(at + 1).some((other) => isCovered(other, box)));
        expect(covered, `${template} ${frame.id}/${zone.id} ${isPrivate}`).toEqual([]);
      }
  });

  it('[PHN3] takes the place of what only invites to write, unless it is private: then nothing but the card and its edge is made', () => {
    const ghostsIn = (board: ReadonlyMap<string, AnyRecord>, template: TemplateId) =>
      [...viewBoard(board as never, loadTemplate(template)).cards.values()].filter(({ isGhost }) => isGhost);
    const inviting = zones.filter(({ template, zone }) =>
      ghostsIn(freshBoard(template), template).some((ghost) => ghost.zone === zone),
    );
    expect(inviting.length).toBeGreaterThan(20);
    for (const { template, frame, zone } of inviting) {
      const place = `${frame.id}/${zone.id}`;
      const [before, after] = [freshBoard(template), write(template, place, 1).board];
      // A tree is one thing: its invitations go with the first card, in whichever of its zones.
      const isMeant = ({ zone: of }: { readonly zone: typeof zone | null }) =>
        zone.layout === 'tree' ? of?.layout === 'tree' && frame.zones.includes(of) : of === zone;
      const left = (board: typeof before, meant: boolean) =>
        ghostsIn(board, template)
          .filter((ghost) => isMeant(ghost) === meant)
          .map(({ id }) => id)
          .sort();
      expect(left(after, true).length, `${template} ${place}`).toBeLessThan(left(before, true).length);
      expect(left(after, false), `${template} ${place}`).toEqual(left(before, false));
    }
    for (const { template, frame, zone } of oneOfEach) {
      const place = `${frame.id}/${zone.id}`;
      const [own] = write(template, place, 1, true).diffs;
      expect([own?.updated, own?.removed], `${template} ${place}`).toEqual([{}, {}]);
      const [card, edge, ...more] = Object.values(own?.added ?? {});
      expect(more, `${template} ${place}`).toEqual([]);
      expect(card, `${template} ${place}`).toMatchObject({ id: 'shape:card0', type: 'card' });
      if (edge === undefined) continue;
      expect(edge.type, `${template} ${place}`).toBe('relation');
      expect(Object.values(edge.props as object), `${template} ${place}`).toContain('shape:card0');
    }
  });

  it('[PHN4] hangs on the trunk of a tree, as a card does that is made in the list of the zone', () => {
    const trunk = [...freshBoard('root-cause-tree').values()].find(
      ({ type, props }) => type === 'card' && (props as { kind?: string }).kind === 'problem',
    );
    expect(trunk).toBeDefined();
    for (const isPrivate of [false, true]) {
      const { view } = write('root-cause-tree', 'tree/c1', 1, isPrivate);
      const edges = view.relations.filter(({ props }) => [props.from, props.to].includes('shape:card0' as never));
      expect(edges.map(({ props }) => props.kind)).toEqual(['causes']);
    }
  });

  it('[PHN5] comes to every place that a script names, and without one to the first frame', () => {
    for (const template of TemplateId.options) {
      const places = scriptOf(guides[template]).map(({ place }) => place);
      for (const place of [null, ...places]) {
        if (place !== null) expect(isPlaceOf(loadTemplate(template), place), `${template} ${place}`).toBe(true);
        const [card] = write(template, place, 1).cards;
        const frameId = place?.split('/')[0] ?? loadTemplate(template).frames[0]?.id;
        expect(card?.frame?.id, `${template} ${place}`).toBe(frameId);
      }
    }
    for (const none of ['', 'nowhere', 'problem/nowhere', 'problem/drafts/more'])
      expect(isPlaceOf(loadTemplate('root-cause-tree'), none)).toBe(false);
  });

  it('[PHN6] lies free on a board without zones, and on one whose frames were deleted', () => {
    const { cards } = write('blank', null, 12);
    const boxes = cards.map((card) => ({ ...card?.shape.props, x: card?.shape.x ?? 0, y: card?.shape.y ?? 0 }));
    for (const [at, one] of boxes.entries())
      for (const other of boxes.slice(at + 1))
        expect(Math.abs(one.x - other.x) >= (one.w ?? 0) || Math.abs(one.y - other.y) >= (one.h ?? 0)).toBe(true);
    expect(cards.every((card) => card?.kind === 'idea')).toBe(true);
    const bare = new Map([...freshBoard('blank')].filter(([, { typeName }]) => typeName !== 'shape'));
    const card = { id: 'shape:one', title: 'One', place: null, isPrivate: false };
    const [made] = Object.values(addCard(bare as unknown as Records, loadTemplate('blank'), card).added);
    expect(made).toMatchObject({ id: 'shape:one', parentId: 'page:page' });
  });
});
