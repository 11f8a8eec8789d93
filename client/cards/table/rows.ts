import type { BoardView, CardView } from '../../../shared/method/board-view.ts';
import type { Fields } from '../../../shared/method/cards/fields.ts';
import type { CardKind } from '../../../shared/method/cards/kinds.ts';
import { isPrivate } from '../../canvas/private-shapes.ts';
import { depthsOf } from './depths.ts';
import { placeKey } from './places.ts';

/** One card as a line of the table. */
export interface Row {
  readonly id: string;
  readonly kind: CardKind;
  readonly title: string;
  readonly fields: Fields;
  /** What it was said for, else where its author is from: an organisation's id, or a name that nobody joined with. */
  readonly org: string | null;
  readonly depth: number | null;
  readonly frame: string;
  readonly zone: string;
  /** The zone by its ids, empty outside of the template's zones. */
  readonly place: string;
  readonly locked: boolean;
  /** Only its writer sees it. */
  readonly isPrivate: boolean;
  readonly createdAtMs: number;
  /** Of what was made in one moment, as pasted rows are: the order of drawing. */
  readonly order: string;
}

/** Kinds that the board has cards of, in the order of the method, with their number. Ghosts are no cards yet. */
export function countKinds(view: BoardView, order: readonly CardKind[]): readonly { kind: CardKind; count: number }[] {
  const counts = new Map<CardKind, number>();
  for (const { kind, isGhost } of view.cards.values()) if (!isGhost) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return order.flatMap((kind) => {
    const count = counts.get(kind) ?? 0;
    return count === 0 ? [] : [{ kind, count }];
  });
}

export interface RowReader {
  /** The organisation that somebody joined for. */
  readonly organisationOf: (participantId: string) => string | undefined;
  /** The organisation that one is part of now, if it was merged. */
  readonly mergedInto: (organisation: string) => string | undefined;
  readonly frameName: (card: CardView) => string;
  readonly zoneName: (card: CardView) => string;
  readonly isLocked: (card: CardView) => boolean;
}

/** The cards of a kind, the oldest first. */
export function rowsOf(view: BoardView, kind: CardKind, reader: RowReader): readonly Row[] {
  const depths = kind === 'cause' ? depthsOf(view) : null;
  const rows: Row[] = [];
  for (const card of view.cards.values()) {
    if (card.kind !== kind || card.isGhost) continue;
    const said = card.fields.org;
    rows.push({
      id: card.id,
      kind,
      title: card.title,
      fields: card.fields,
      org:
        typeof said === 'string'
          ? (reader.mergedInto(said) ?? said)
          : ((card.author === null ? undefined : reader.organisationOf(card.author)) ?? null),
      depth: depths?.get(card.id) ?? null,
      frame: reader.frameName(card),
      zone: reader.zoneName(card),
      place:
        card.frame === null || card.zone === null ? '' : placeKey({ frameId: card.frame.id, zoneId: card.zone.id }),
      locked: reader.isLocked(card),
      isPrivate: isPrivate(card.shape),
      createdAtMs: card.createdAtMs ?? Number.MAX_SAFE_INTEGER,
      order: `${card.shape.index} ${card.id}`,
    });
  }
  return rows.sort((a, b) => a.createdAtMs - b.createdAtMs || (a.order < b.order ? -1 : 1));
}
