import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isEmptyDiff } from '../../../shared/board/diff.ts';
import type { AnyRecord } from '../../../shared/board/groups.ts';
import { validateRecord } from '../../../shared/board/read-board.ts';
import { behaviours } from '../../../shared/method/behaviours/behaviours.ts';
import { isContinuation } from '../../../shared/method/behaviours/scene-continuation.ts';
import type { Zone } from '../../../shared/method/template.ts';
import { hidden, Revealed, type Written, written, zonesOf } from './support/arrivals.ts';
import { overlapping } from './support/scenes.ts';

const runs = { numRuns: 20, endOnFailure: true, seed: 20261129 };
const templates = ['root-cause-tree', 'actor-map', 'visioning', 'lessons-learnt'] as const;

/** All that arranging may write. */
const bare = (record: AnyRecord | undefined): object => {
  if (record === undefined) throw new Error('a card is lost');
  const { x: _x, y: _y, rotation: _turn, props, ...rest } = record;
  const { w: _w, h: _h, face: _face, textSize: _size, ...said } = props as Record<string, unknown>;
  return { ...rest, props: said };
};

/** A map takes seconds for more of one kind, or around pinned ones. */
const asMany = ({ layout }: Zone, cards: readonly Written[]): readonly Written[] =>
  layout === 'rings' ? cards.slice(0, 12) : cards;

describe('[PRW60] what several wrote into one zone without seeing each other', () => {
  for (const templateId of templates) {
    it('[PRW60] nothing is lost or hidden, what is locked or pinned stays, and arranging again changes nothing', () => {
      fc.assert(
        fc.property(fc.constantFrom(...zonesOf(templateId)), written, ({ frame, zone }, all) => {
          const cards = asMany(zone, all);
          const board = new Revealed(templateId, frame);
          const mayPin = zone.layout !== 'rings';
          board.write(
            frame,
            zone,
            cards.map((card) => ({
              ...card,
              isPinned: card.isPinned && mayPin,
              isLocked: card.isLocked && mayPin,
            })),
          );
          const before = new Map(board.records);
          const diff = board.arrange();
          board.apply(diff);

          for (const id of board.ids) {
            const [was, is] = [before.get(id), board.records.get(id)];
            expect(bare(is)).toEqual(bare(was));
            const { isLocked, props } = was as AnyRecord & { isLocked: boolean; props: { pinned: boolean } };
            if (isLocked || props.pinned) expect(is).toBe(was);
          }
          expect(Object.keys(diff.updated).filter((id) => !board.ids.has(id))).toEqual([]);
          for (const record of Object.values(diff.added)) {
            validateRecord(record);
            expect(isContinuation((id) => board.records.get(id), board.template, record)).toBe(true);
          }
          const gone = Object.keys(diff.removed);
          expect(gone.filter((id) => !id.includes('/starter.'))).toEqual([]);
          const free = cards.every(({ isLocked, isPinned }) => !isLocked && !isPinned);
          if (free) expect(hidden(board.view())).toEqual([]);
          expect(isEmptyDiff(board.arrange())).toBe(true);
        }),
        runs,
      );
    });

    it('[PRW61] no two cards of a scene lie on each other where its layout has room', () => {
      const arranged = zonesOf(templateId).filter(({ zone }) => behaviours[zone.layout] !== null);
      fc.assert(
        fc.property(fc.constantFrom(...arranged), written, ({ frame, zone }, all) => {
          const cards = asMany(zone, all);
          const board = new Revealed(templateId, frame);
          board.write(
            frame,
            zone,
            cards.map((card) => ({ ...card, isPinned: false, isLocked: false })),
          );
          board.apply(board.arrange());
          const boxes = [...board.view().cards.values()].flatMap(({ isGhost, shape: { x, y, props } }) =>
            isGhost ? [] : [{ x, y, w: props.w, h: props.h }],
          );
          expect(boxes).toHaveLength(cards.length);
          expect(overlapping(boxes)).toEqual([]);
        }),
        runs,
      );
    });
  }
});
