import type { Language } from '../../../shared/api/text.ts';
import type { CardKind } from '../../../shared/method/cards/kinds.ts';
import type { Frame, Layout, Template, Text, Zone } from '../../../shared/method/template.ts';
import type { ZoneRef } from '../actions/card-actions.ts';

const say = (text: Text | undefined, language: Language): string =>
  (text?.[language] ?? '').replaceAll('\u00ad', '').replace(/\s+/gu, ' ').trim();

export const frameName = ({ number, title }: Frame, language: Language): string =>
  `${number} ${say(title, language)}`.trim();

/** A zone that fills its frame has no name of its own. */
export const zoneName = ({ title, name, prompt }: Zone, frame: Frame | null, language: Language): string =>
  say(title ?? name ?? prompt ?? frame?.title, language);

/** A zone as a cell of the table holds it. */
export const placeKey = ({ frameId, zoneId }: ZoneRef): string => `${frameId}/${zoneId}`;

/** @returns null for what is no place. */
export function zoneAt(key: string): ZoneRef | null {
  const [frameId, zoneId] = key.split('/');
  return frameId === undefined || zoneId === undefined || zoneId === '' ? null : { frameId, zoneId };
}

/** Where a card of a kind may be put, frame by frame. */
export const placesFor = (template: Template, kind: CardKind, language: Language) =>
  template.frames.flatMap((frame) => {
    const zones = frame.zones.filter((zone) => zone.cardKind === kind && zone.layout !== 'none');
    return zones.length === 0
      ? []
      : [
          {
            frame: frameName(frame, language),
            zones: zones.map((zone) => ({
              key: placeKey({ frameId: frame.id, zoneId: zone.id }),
              name: zoneName(zone, frame, language),
            })),
          },
        ];
  });

/** Zones that are filled by one card each are not for whatever comes. */
const forOneCard: ReadonlySet<Layout> = new Set(['single', 'form', 'none']);

/** Where a card comes that is written in the table: the first zone that is for its kind; null where none is. */
export function homeOf(template: Template, kind: CardKind): ZoneRef | null {
  let last: ZoneRef | null = null;
  for (const frame of template.frames) {
    for (const zone of frame.zones) {
      if (zone.cardKind !== kind) continue;
      const ref = { frameId: frame.id, zoneId: zone.id };
      if (!forOneCard.has(zone.layout)) return ref;
      last ??= ref;
    }
  }
  return last;
}
