import { type TimeScale, timeLine, timeScale } from '../behaviours/time-scale.ts';
import type { BoardView, CardView } from '../board-view.ts';
import type { Box, Frame, Zone } from '../template.ts';

/** A card or a mirror on the lines of time of a frame. */
export interface TimeEntry {
  readonly card: CardView;
  readonly zone: Zone;
  readonly date: string;
  /** In frame coordinates. */
  readonly box: Box;
}

/** What has a date, in a fixed order. */
export function timeEntries({ cards, mirrors, frames }: BoardView, frame: Frame): readonly TimeEntry[] {
  const own = frames.find((page) => page.frame.id === frame.id && page.page === 0)?.shape;
  const standing = [
    ...[...cards.values()].map((card) => ({ ...card, card })),
    ...mirrors.map((mirror) => ({ ...mirror, id: mirror.shape.id })),
  ];
  return standing
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap(({ card, shape, zone, frameShape, centre }): TimeEntry[] => {
      const { date } = card.fields;
      const isHere = own !== undefined && frameShape?.id === own.id && zone?.layout === 'time';
      if (!isHere || zone === null || card.isGhost || typeof date !== 'string') return [];
      const { w, h } = shape.props;
      return [{ card, zone, date, box: { x: centre.x - own.x - w / 2, y: centre.y - own.y - h / 2, w, h } }];
    });
}

/** @returns null while nothing has a date */
export function scaleOf(entries: readonly TimeEntry[], frame: Frame): TimeScale | null {
  const line = timeLine(frame);
  return line === null
    ? null
    : timeScale(
        entries.map(({ date }) => date),
        line,
      );
}
