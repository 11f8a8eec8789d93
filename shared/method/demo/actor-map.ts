import type { Fields } from '../cards/fields.ts';
import type { Text } from '../template.ts';
import type { Demo, DemoCard, DemoRelation } from './demo.ts';
import { partners } from './partners.ts';

type Words = NonNullable<DemoCard['words']>;

const socialAffairs: Text = {
  en: 'City, social affairs',
  nl: 'Stad, sociale zaken',
  fr: 'Ville, action sociale',
  de: 'Stadt, Sozialamt',
};
const draaiton: Text = {
  en: 'Waste firm Draaiton',
  nl: 'Afvalbedrijf Draaiton',
  fr: 'Déchets Draaiton',
  de: 'Entsorger Draaiton',
};

/** Of 1 to 5. */
const scores = (interest: number, influence: number, affected: number): Fields => ({ interest, influence, affected });

/** Scores are for the core group only. */
const actor = (id: string, org: Text, title: Text, fields: Fields, words: Words): DemoCard => ({
  id,
  zone: 'map/map',
  kind: 'actor',
  title,
  fields: { sensitivity: 'core', ...fields },
  words: { org, ...words },
});

const actors: readonly DemoCard[] = [
  actor(
    'VT',
    partners.voices,
    partners.voices,
    { org_type: 'C', map_ring: 'affected', engagement: 'active', voice: 'affected', ...scores(5, 2, 5) },
    {
      role_here: {
        en: 'People who use food aid and speak for themselves',
        nl: 'Mensen die voedselhulp krijgen en voor zichzelf spreken',
        fr: 'Des personnes à l’aide alimentaire qui parlent pour elles-mêmes',
        de: 'Menschen mit Lebensmittelhilfe, die für sich selbst sprechen',
      },
      wants: {
        en: 'Choose what is on the table',
        nl: 'Zelf kiezen wat er op tafel komt',
        fr: 'Choisir ce qui arrive à table',
        de: 'Selbst wählen, was auf den Tisch kommt',
      },
    },
  ),
  actor(
    'KO',
    partners.korf,
    partners.korf,
    { org_type: 'B', map_ring: 'core', engagement: 'committed', readiness: 4, ...scores(4, 5, 3) },
    {
      role_here: {
        en: '14 shops with leftovers every evening',
        nl: '14 winkels met elke avond overschotten',
        fr: '14 magasins avec des restes chaque soir',
        de: '14 Läden mit Resten an jedem Abend',
      },
      wants: {
        en: 'Stop paying for good food',
        nl: 'Niet meer betalen voor goed eten',
        fr: 'Ne plus payer pour de bons aliments',
        de: 'Nicht mehr für gutes Essen zahlen',
      },
      assets: {
        en: 'Stock data, evening staff',
        nl: 'Voorraadgegevens, avondploeg',
        fr: 'Données de stock, équipe du soir',
        de: 'Bestandsdaten, Abendteam',
      },
      decision_maker: {
        en: 'Regional director',
        nl: 'Regiodirecteur',
        fr: 'Directrice régionale',
        de: 'Regionalleitung',
      },
    },
  ),
  actor(
    'DS',
    partners.schakel,
    partners.schakel,
    { org_type: 'N', map_ring: 'core', engagement: 'active', ...scores(5, 3, 4) },
    {
      role_here: {
        en: 'Nine aid points',
        nl: 'Negen uitdeelpunten',
        fr: 'Neuf points d’aide',
        de: 'Neun Ausgabestellen',
      },
      assets: {
        en: 'Trust of 1,900 households, cold rooms',
        nl: 'Vertrouwen van 1.900 gezinnen, koelcellen',
        fr: 'La confiance de 1 900 ménages, des chambres froides',
        de: 'Vertrauen von 1.900 Haushalten, Kühlräume',
      },
    },
  ),
  actor(
    'CM',
    partners.city,
    socialAffairs,
    { org_type: 'P', map_ring: 'core', engagement: 'active', stance: 'champion', ...scores(4, 4, 2) },
    {
      role_here: {
        en: 'Champion: brings the partners together',
        nl: 'Trekker: brengt de partners samen',
        fr: 'Porteuse : réunit les partenaires',
        de: 'Treibende Kraft: bringt alle zusammen',
      },
    },
  ),
  actor(
    'RK',
    partners.rondom,
    partners.rondom,
    { org_type: 'S', map_ring: 'core', engagement: 'committed', readiness: 4, ...scores(4, 2, 2) },
    {
      role_here: {
        en: 'Cooks with what is left, trains people',
        nl: 'Kookt met overschotten, leidt mensen op',
        fr: 'Cuisine les restes, forme des personnes',
        de: 'Kocht mit Resten, bildet Menschen aus',
      },
      decision_maker: {
        en: 'Board of Rondom',
        nl: 'Bestuur van Rondom',
        fr: 'Conseil de Rondom',
        de: 'Vorstand von Rondom',
      },
    },
  ),
  actor(
    'KF',
    partners.rondom,
    partners.koelfiets,
    {
      ...{ org_type: 'S', map_ring: 'needed', engagement: 'in-talks', engagement_wanted: 'committed' },
      ...{ next_contact: '2026-11-20', ...scores(3, 2, 2) },
    },
    {
      why_them: {
        en: 'Chilled bikes at six o’clock',
        nl: 'Koelfietsen om zes uur',
        fr: 'Des vélos réfrigérés à six heures',
        de: 'Kühlräder um sechs Uhr',
      },
      in_it_for_them: {
        en: 'Steady evening rounds',
        nl: 'Vaste avondritten',
        fr: 'Des tournées du soir régulières',
        de: 'Feste Abendtouren',
      },
      contact_owner: partners.schakel,
    },
  ),
  actor(
    'FS',
    partners.city,
    partners.desk,
    {
      ...{ org_type: 'P', map_ring: 'needed', engagement: 'contacted', engagement_wanted: 'committed' },
      ...{ next_contact: '2026-11-24', ...scores(2, 5, 1) },
    },
    {
      why_them: {
        en: 'One reading of the rules opens all shops',
        nl: 'Eén lezing van de regels opent alle winkels',
        fr: 'Une seule lecture des règles ouvre tous les magasins',
        de: 'Eine Lesart der Regeln öffnet alle Läden',
      },
      in_it_for_them: {
        en: 'Fewer calls, fewer incidents',
        nl: 'Minder telefoontjes, minder incidenten',
        fr: 'Moins d’appels, moins d’incidents',
        de: 'Weniger Anrufe, weniger Vorfälle',
      },
      contact_owner: socialAffairs,
    },
  ),
  actor(
    'WC',
    partners.city,
    partners.westhaven,
    {
      ...{ org_type: 'K', map_ring: 'needed', engagement: 'in-talks', engagement_wanted: 'committed' },
      ...{ next_contact: '2026-12-04', ...scores(3, 2, 1) },
    },
    {
      why_them: {
        en: 'Counting and interviews',
        nl: 'Tellingen en interviews',
        fr: 'Comptages et entretiens',
        de: 'Zählungen und Interviews',
      },
      in_it_for_them: {
        en: 'Real assignments for students',
        nl: 'Echte opdrachten voor studenten',
        fr: 'De vrais projets pour les étudiants',
        de: 'Echte Aufgaben für Studierende',
      },
      contact_owner: socialAffairs,
    },
  ),
  actor(
    'LF',
    partners.city,
    partners.lumen,
    {
      ...{ org_type: 'F', map_ring: 'needed', engagement: 'contacted', engagement_wanted: 'in-talks' },
      ...{ next_contact: '2026-12-01', ...scores(3, 4, 1) },
    },
    {
      why_them: {
        en: 'Start money and patience',
        nl: 'Startgeld en geduld',
        fr: 'Des fonds de départ et de la patience',
        de: 'Startgeld und Geduld',
      },
      in_it_for_them: {
        en: 'Visible result within a year',
        nl: 'Zichtbaar resultaat binnen een jaar',
        fr: 'Un résultat visible en un an',
        de: 'Sichtbares Ergebnis in einem Jahr',
      },
      contact_owner: partners.rondom,
    },
  ),
  actor(
    'DV',
    partners.schakel,
    partners.vore,
    { org_type: 'B', map_ring: 'wider', engagement: 'not-contacted', ...scores(2, 2, 2) },
    {
      role_here: {
        en: 'Growers with surplus in summer',
        nl: 'Telers met overschotten in de zomer',
        fr: 'Producteurs avec des surplus en été',
        de: 'Erzeuger mit Überschüssen im Sommer',
      },
    },
  ),
  actor(
    'MR',
    partners.voices,
    partners.radio,
    { org_type: 'O', map_ring: 'wider', engagement: 'not-contacted', ...scores(2, 3, 1) },
    {
      role_here: {
        en: 'Local radio, heard in every kitchen',
        nl: 'Lokale radio, in elke keuken gehoord',
        fr: 'Radio locale, écoutée dans chaque cuisine',
        de: 'Lokalradio, in jeder Küche gehört',
      },
    },
  ),
  actor(
    'WD',
    partners.korf,
    draaiton,
    {
      ...{ org_type: 'B', map_ring: 'wider', engagement: 'not-contacted', engagement_wanted: 'contacted' },
      ...{ next_contact: '2026-12-18', ...scores(3, 3, 3) },
    },
    {
      note: {
        en: 'Gains if nothing changes.',
        nl: 'Wint als er niets verandert.',
        fr: 'Gagne si rien ne change.',
        de: 'Gewinnt, wenn nichts geschieht.',
      },
      why_them: {
        en: 'Holds the contract',
        nl: 'Heeft het contract',
        fr: 'Détient le contrat',
        de: 'Hat den Vertrag',
      },
      in_it_for_them: {
        en: 'A new service to sell',
        nl: 'Een nieuwe dienst om te verkopen',
        fr: 'Un nouveau service à vendre',
        de: 'Eine neue Leistung im Angebot',
      },
      contact_owner: partners.korf,
    },
  ),
];

const absent = (id: string, org: Text, title: Text, fields: Fields): DemoCard => ({
  ...{ id, zone: 'who/missing', kind: 'actor', title },
  fields: { engagement: 'not-contacted', ...fields },
  words: { org },
});

const names: readonly DemoCard[] = [
  {
    id: 'Q',
    zone: 'who/question',
    kind: 'idea',
    title: {
      en: 'Who shapes, or is touched by, good food going to waste in Merelbrugge?',
      nl: 'Wie bepaalt dat goed eten in Merelbrugge verloren gaat, of wordt erdoor geraakt?',
      fr: 'Qui influence le gaspillage de bons aliments à Merelbrugge, ou en est touché ?',
      de: 'Wer beeinflusst, dass in Merelbrugge gutes Essen verdirbt, oder ist davon betroffen?',
    },
    words: { org: partners.city },
  },
  absent(
    'A1',
    partners.schakel,
    { en: 'A school', nl: 'Een school', fr: 'Une école', de: 'Eine Schule' },
    { org_type: 'K' },
  ),
  absent(
    'A2',
    partners.city,
    {
      en: 'Someone from health care',
      nl: 'Iemand uit de zorg',
      fr: 'Quelqu’un de la santé',
      de: 'Jemand aus dem Gesundheitswesen',
    },
    { org_type: 'P' },
  ),
  absent(
    'A3',
    partners.voices,
    {
      en: 'Young parents on evening shifts',
      nl: 'Jonge ouders met avonddienst',
      fr: 'De jeunes parents qui travaillent le soir',
      de: 'Junge Eltern in der Spätschicht',
    },
    { org_type: 'C', voice: 'affected' },
  ),
];

const schoolBoard: DemoCard = {
  id: 'SB',
  zone: 'calls/rows',
  kind: 'actor',
  title: { en: 'School board', nl: 'Schoolbestuur', fr: 'Conseil scolaire', de: 'Schulträger' },
  fields: {
    ...{ org_type: 'K', engagement: 'not-contacted', engagement_wanted: 'in-talks', next_contact: '2026-12-11' },
  },
  words: {
    org: partners.voices,
    why_them: {
      en: 'Knows families we do not reach',
      nl: 'Kent gezinnen die wij niet bereiken',
      fr: 'Connaît des familles hors de notre portée',
      de: 'Kennt Familien, die wir nicht erreichen',
    },
    in_it_for_them: {
      en: 'Children with lunch',
      nl: 'Kinderen met een lunch',
      fr: 'Des enfants qui déjeunent',
      de: 'Kinder mit Mittagessen',
    },
    contact_owner: partners.voices,
  },
};

const seen = (
  energy: 'moves' | 'stuck' | 'nobody',
  id: string,
  org: Text,
  title: Text,
  fields: Fields = {},
): DemoCard => ({
  ...{ id, zone: `energy/${energy}`, kind: 'observation', title },
  fields: { energy, ...fields },
  words: { org },
});

const energy: readonly DemoCard[] = [
  seen('moves', 'M1', partners.rondom, {
    en: 'Rondom – KoelFiets: cargo bikes already pass the kitchen at six',
    nl: 'Rondom – KoelFiets: bakfietsen rijden nu al om zes uur langs de keuken',
    fr: 'Rondom – KoelFiets : les vélos-cargos passent déjà à six heures devant la cuisine',
    de: 'Rondom – KoelFiets: Lastenräder kommen schon jetzt um sechs an der Küche vorbei',
  }),
  seen(
    'moves',
    'M2',
    partners.voices,
    {
      en: 'De Schakel – Voices: weekly talk at the counter',
      nl: 'De Schakel – Stemmen: wekelijks gesprek aan de balie',
      fr: 'De Schakel – Voix : discussion chaque semaine au comptoir',
      de: 'De Schakel – Stimmen: wöchentliches Gespräch am Tresen',
    },
    { voice: 'affected' },
  ),
  seen('stuck', 'B1', partners.schakel, {
    en: 'Food Safety Desk – De Schakel: two letters that contradict each other',
    nl: 'Hygiëneloket – De Schakel: twee brieven die elkaar tegenspreken',
    fr: 'Guichet Hygiène – De Schakel : deux lettres qui se contredisent',
    de: 'Hygienestelle – De Schakel: zwei Schreiben, die sich widersprechen',
  }),
  seen('stuck', 'B2', partners.korf, {
    en: 'Korf – Draaiton: a contract until 2028 pays per tonne',
    nl: 'Korf – Draaiton: een contract tot 2028 betaalt per ton',
    fr: 'Korf – Draaiton : un contrat jusqu’en 2028 paie à la tonne',
    de: 'Korf – Draaiton: ein Vertrag bis 2028 zahlt je Tonne',
  }),
  seen('nobody', 'N1', partners.city, {
    en: 'No school',
    nl: 'Geen school',
    fr: 'Aucune école',
    de: 'Keine Schule',
  }),
  seen('nobody', 'N2', partners.schakel, {
    en: 'No health actor',
    nl: 'Niemand uit de zorg',
    fr: 'Personne du monde de la santé',
    de: 'Niemand aus dem Gesundheitswesen',
  }),
  seen(
    'nobody',
    'N3',
    partners.voices,
    {
      en: 'Nobody who speaks for night shifts',
      nl: 'Niemand die voor de nachtploeg spreekt',
      fr: 'Personne ne parle pour le travail de nuit',
      de: 'Niemand, der für die Nachtschicht spricht',
    },
    { voice: 'affected' },
  ),
];

const step = (place: string, owner: Text, due: string, title: Text): DemoCard => ({
  ...{ id: `S.${place}`, zone: `energy/so.${place}`, kind: 'action', title },
  fields: { due, progress: 'to-do' },
  words: { org: owner, owner_org: owner },
});

const steps: readonly DemoCard[] = [
  step('new', partners.voices, '2027-01-29', {
    en: 'School board and health centre: ask both in January',
    nl: 'Schoolbestuur en wijkgezondheidscentrum: beide vragen in januari',
    fr: 'Conseil scolaire et centre de santé : demander aux deux en janvier',
    de: 'Schulträger und Gesundheitszentrum: beide im Januar fragen',
  }),
  step('link', partners.westhaven, '2026-12-04', {
    en: 'Westhaven to City: students count at the points',
    nl: 'Westhaven naar Stad: studenten tellen aan de punten',
    fr: 'Westhaven vers la Ville : des étudiants comptent sur place',
    de: 'Westhaven zur Stadt: Studierende zählen an den Stellen',
  }),
  step('repair', partners.city, '2026-12-08', {
    en: 'Food Safety Desk, Korf and De Schakel at one table',
    nl: 'Hygiëneloket, Korf en De Schakel aan één tafel',
    fr: 'Guichet Hygiène, Korf et De Schakel à une même table',
    de: 'Hygienestelle, Korf und De Schakel an einem Tisch',
  }),
  step('use', partners.rondom, '2026-12-15', {
    en: 'KoelFiets ride home past three shops',
    nl: 'KoelFiets rijdt naar huis langs drie winkels',
    fr: 'KoelFiets rentre en passant par trois magasins',
    de: 'KoelFiets fährt auf dem Heimweg an drei Läden vorbei',
  }),
];

const gap = (id: string, owner: Text, due: string, title: Text): DemoCard => ({
  ...{ id, zone: 'balance/gaps', kind: 'question', title },
  fields: { due },
  words: { org: owner, owner_org: owner },
});

const gaps: readonly DemoCard[] = [
  gap('G1', partners.voices, '2026-12-11', {
    en: 'Citizens: only in the centre. Ask a second voice?',
    nl: 'Burgers: alleen in het midden. Een tweede stem vragen?',
    fr: 'Citoyens : seulement au centre. Chercher une deuxième voix ?',
    de: 'Bürger: nur in der Mitte. Eine zweite Stimme fragen?',
  }),
  gap('G2', partners.korf, '2026-12-18', {
    en: 'Other: who speaks for shop workers?',
    nl: 'Andere: wie spreekt voor winkelpersoneel?',
    fr: 'Autres : qui parle pour le personnel des magasins ?',
    de: 'Andere: Wer spricht für das Ladenpersonal?',
  }),
];

type Line = Required<Pick<DemoRelation, 'tie' | 'strength' | 'state' | 'direction'>>;
const line = (
  from: string,
  to: string,
  ...[tie, strength, state, direction]: [Line['tie'], Line['strength'], Line['state'], Line['direction']]
): DemoRelation => ({
  ...{ from, to, kind: 'relates', tie, strength, state, direction },
});

export const actorMapDemo: Demo = {
  cards: [...names, ...actors, ...energy, ...steps, ...gaps, schoolBoard],
  mirrors: [
    ...['VT', 'KO', 'DS', 'CM', 'RK', 'FS'].map((of) => ({ of, zone: 'who/known' })),
    ...['WD', 'KF', 'MR', 'DV'].map((of) => ({ of, zone: 'who/unlikely' })),
    { of: 'WC', zone: 'who/missing' },
    ...['FS', 'LF', 'KF', 'WC', 'WD'].map((of) => ({ of, zone: 'calls/rows' })),
  ],
  relations: [
    line('KO', 'DS', 'service', 1, 'weak', 'one-way'),
    line('DS', 'VT', 'collaboration', 3, 'working', 'both'),
    line('FS', 'KO', 'rules', 3, 'working', 'one-way'),
    line('FS', 'DS', 'rules', 1, 'broken', 'one-way'),
    line('CM', 'DS', 'money', 3, 'working', 'one-way'),
    line('KO', 'WD', 'money', 3, 'working', 'one-way'),
    line('RK', 'DS', 'service', 2, 'working', 'both'),
    line('LF', 'RK', 'money', 2, 'working', 'one-way'),
    line('WC', 'CM', 'information', 1, 'new', 'both'),
    line('KF', 'RK', 'collaboration', 2, 'new', 'both'),
  ],
};
