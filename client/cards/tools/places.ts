import type { ZoneShape } from '../../../shared/board/template-shapes.ts';
import type { FrameView, Spot } from '../../../shared/method/board-view.ts';
import type { CardKind } from '../../../shared/method/cards/kinds.ts';
import { relationEnds } from '../../../shared/method/cards/relations.ts';
import type { Zone } from '../../../shared/method/template.ts';
import type { ZoneRef } from '../actions/card-actions.ts';
import type { Method } from '../method.ts';

/** A zone as somebody chooses it from a list. */
export interface PlaceOption extends ZoneRef {
  readonly frame: string;
  readonly zone: string;
}

/** Zones that cards are put in, of the frames that are on the board: first of the one in view, then from the left. */
export function placesFor(method: Method, kind: CardKind | null): readonly PlaceOption[] {
  const { editor, template, view } = method;
  const seen = editor.getViewportPageBounds().center;
  const titles = new Map<unknown, string>();
  for (const shape of editor.getCurrentPageShapes()) {
    const zone = shape as unknown as ZoneShape;
    if (zone.type === 'zone') titles.set(zone.meta.template, zone.props.title);
  }
  const isSeen = ({ shape: { x, props } }: FrameView): boolean => seen.x >= x && seen.x <= x + props.w;
  const frames = view.get().frames.filter(({ page }) => page === 0);
  return frames
    .toSorted((a, b) => Number(isSeen(b)) - Number(isSeen(a)) || a.shape.x - b.shape.x)
    .flatMap(({ frame, shape }) => {
      const options = frame.zones.flatMap((zone): PlaceOption[] => {
        const title = titles.get(`${template.id}/${frame.id}/${zone.id}`);
        if (title === undefined || !accepts(zone, kind)) return [];
        return [{ frameId: frame.id, zoneId: zone.id, frame: shape.props.name, zone: title || shape.props.name }];
      });
      return numbered(options);
    });
}

/** Zones of one frame that are called the same are told apart by a number. */
export function numbered(options: readonly PlaceOption[]): readonly PlaceOption[] {
  const counts = new Map<string, number>();
  const isTwice = (name: string) => options.filter(({ zone }) => zone === name).length > 1;
  return options.map((option) => {
    const count = (counts.get(option.zone) ?? 0) + 1;
    counts.set(option.zone, count);
    return isTwice(option.zone) ? { ...option, zone: `${option.zone} (${count})` } : option;
  });
}

/** @param kind null: of a card that is still to be made */
const accepts = ({ cardKind }: Zone, kind: CardKind | null): boolean =>
  cardKind !== null && (kind === null || kind === 'idea' || kind === cardKind);

/** Where a card stands already. */
export const isAt = ({ frameId, zoneId }: ZoneRef, { frame, zone }: Pick<Spot, 'frame' | 'zone'>): boolean =>
  frame?.id === frameId && zone?.id === zoneId;

const ends = Object.values(relationEnds);
export const isLinkable = (kind: CardKind): boolean =>
  ends.some(({ from, to }) => from.includes(kind) || to.includes(kind));

/** Cards that an edge may lead to from this one, or come from. */
export function linkable({ view }: Method, from: string) {
  const { cards } = view.get();
  const source = cards.get(from);
  if (source === undefined) return [];
  const joins = (a: CardKind, b: CardKind) => ends.some((end) => end.from.includes(a) && end.to.includes(b));
  return [...cards.values()].filter(
    (card) =>
      card.id !== source.id && !card.isGhost && (joins(source.kind, card.kind) || joins(card.kind, source.kind)),
  );
}
