import type { CardFace } from '../board/card-shapes.ts';
import type { Item } from './behaviours/behaviour.ts';
import { nextPlace } from './behaviours/scene.ts';
import type { RelationKind } from './cards/relations.ts';
import { zoneBody } from './geometry.ts';
import type { Box, Frame, Layout, Paper, Starter, Zone } from './template.ts';

/** A starter with its place on the board, in frame coordinates. */
export interface PlacedStarter {
  readonly zone: Zone;
  /** From 1, within its frame. */
  readonly number: number;
  readonly text: Starter['text'];
  readonly box: Box;
  /** In board units. */
  readonly textSize: number;
  readonly face: CardFace;
}

/** The smallest text that reads, in board units. */
const readable: Readonly<Record<Paper, number>> = { A4: 18, A3: 22 };
/** Where the template says itself where a starter stands. */
const faces: Partial<Readonly<Record<Layout, CardFace>>> = {
  single: 'plain',
  rows: 'row',
  form: 'form',
  tree: 'node',
  minitree: 'node',
  matrix: 'compact',
  rings: 'compact',
};

/** A ghost is as large as the card that takes its place. */
export function startersOf(frame: Frame): readonly PlacedStarter[] {
  const placed: PlacedStarter[] = [];
  for (const zone of frame.zones) {
    const inZone: PlacedStarter[] = [];
    for (const starter of zone.starters ?? ghost(zone)) {
      const number = placed.length + inZone.length + 1;
      inZone.push({ zone, number, text: starter.text, ...placeOf(zone, frame, starter, inZone) });
    }
    placed.push(...inZone);
  }
  return placed;
}

function placeOf(zone: Zone, frame: Frame, starter: Starter, before: readonly PlacedStarter[]) {
  const place = nextPlace({ frame, zones: [zone], items: before.map(standing), edges: [] }, zone);
  return {
    box: starter.box ?? place?.box ?? zoneBody(zone, frame.paper),
    textSize: place?.textSize ?? starter.textSize ?? readable[frame.paper],
    face: zone.face ?? place?.face ?? faces[zone.layout] ?? 'card',
  };
}

const standing = ({ zone, box, number }: PlacedStarter): Item => ({
  ...{ id: `starter.${number}`, cardId: `starter.${number}`, kind: zone.cardKind ?? 'idea', title: '', fields: {} },
  ...{ box, zoneId: zone.id, pinned: false, isGhost: false, order: String(number) },
});

/** Unless the template says otherwise: one with what the zone asks for, where people put cards. */
function ghost(zone: Zone): readonly Starter[] {
  const text = zone.prompt ?? zone.title ?? zone.name;
  return text === undefined || zone.cardKind === null || zone.layout === 'none' ? [] : [{ text }];
}

export interface StarterLink {
  readonly from: PlacedStarter;
  readonly to: PlacedStarter;
  readonly kind: RelationKind;
}

/** What hangs together among the starters of a frame, so that who only writes into them makes a tree. */
export function starterLinks(starters: readonly PlacedStarter[]): readonly StarterLink[] {
  const trunk = starters.find(({ zone }) => zone.layout === 'tree' && zone.cardKind === 'problem');
  return starters.flatMap((starter, index): StarterLink[] => {
    const before = starters[index - 1];
    switch (starter.zone.layout) {
      case 'minitree':
        return before?.zone === starter.zone ? [{ from: starter, to: before, kind: 'causes' }] : [];
      case 'tree':
        if (trunk === undefined || starter === trunk) return [];
        return starter.zone.cardKind === 'effect'
          ? [{ from: trunk, to: starter, kind: 'leads_to' }]
          : [{ from: starter, to: trunk, kind: 'causes' }];
      default:
        return [];
    }
  });
}
