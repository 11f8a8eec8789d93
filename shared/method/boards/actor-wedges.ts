import type { Tone } from '../../board/template-shapes.ts';
import type { fieldTypes } from '../cards/fields.ts';
import type { Text } from '../template.ts';

type OrgType = (typeof fieldTypes.org_type.values)[number];
type MapRing = (typeof fieldTypes.map_ring.values)[number];

/** Kinds of organisation, `org_type`, in the order of the wedges of the map. */
export const actorWedges: readonly { readonly letter: OrgType; readonly tone: Tone; readonly name: Text }[] = [
  {
    letter: 'B',
    tone: 'effect',
    name: { en: 'Business', nl: 'Bedrijven', fr: 'Entreprises', de: 'Wirtschaft' },
  },
  {
    letter: 'P',
    tone: 'actor',
    name: { en: 'Public', nl: 'Overheid', fr: 'Pouvoirs publics', de: 'Behörden' },
  },
  {
    letter: 'N',
    tone: 'impact',
    name: { en: 'Non-profit', nl: 'Non-profit', fr: 'Associations', de: 'Verbände' },
  },
  {
    letter: 'S',
    tone: 'kpi',
    name: { en: 'Social enterprise', nl: 'Sociale onderneming', fr: 'Entreprise sociale', de: 'Sozialbetriebe' },
  },
  {
    letter: 'K',
    tone: 'lesson',
    name: { en: 'Knowledge', nl: 'Kennis', fr: 'Savoir', de: 'Wissen' },
  },
  {
    letter: 'C',
    tone: 'voice',
    name: { en: 'Citizens', nl: 'Burgers', fr: 'Citoyens', de: 'Bürger' },
  },
  {
    letter: 'F',
    tone: 'action',
    name: { en: 'Funders', nl: 'Financiers', fr: 'Financeurs', de: 'Geldgeber' },
  },
  { letter: 'O', tone: 'criterion', name: { en: 'Other', nl: 'Andere', fr: 'Autres', de: 'Andere' } },
];

/** Rings of the map, `map_ring`, from the inside out. */
export const actorRings: readonly { readonly id: MapRing; readonly name: Text }[] = [
  {
    id: 'affected',
    name: { en: 'People affected', nl: 'Wie het raakt', fr: 'Personnes touchées', de: 'Betroffene' },
  },
  { id: 'core', name: { en: 'Core partners', nl: 'Kernpartners', fr: 'Noyau', de: 'Kernpartner' } },
  {
    id: 'needed',
    name: { en: 'Needed partners', nl: 'Nodige partners', fr: 'Partenaires requis', de: 'Nötige Partner' },
  },
  {
    id: 'wider',
    name: { en: 'Wider influence', nl: 'Ruimere invloed', fr: 'Influence large', de: 'Weiterer Einfluss' },
  },
];
