import { arc, type Column, cells, circle, joined, lines, onEllipse, type Point, rectangle, same } from '../draw.ts';
import type { LabelInput, MarkInput, TemplateInput, TextInput, ZoneInput } from '../template.ts';
import { templateTitles } from '../titles.ts';

/** Kinds of organisation in the order of the wedges: letter, colour, name. */
const kinds: readonly { letter: string; tone: NonNullable<LabelInput['tone']>; pillWidth: number; name: TextInput }[] =
  [
    {
      letter: 'B',
      tone: 'effect',
      pillWidth: 204,
      name: { en: 'Business', nl: 'Bedrijven', fr: 'Entreprises', de: 'Wirtschaft' },
    },
    {
      letter: 'P',
      tone: 'actor',
      pillWidth: 266,
      name: { en: 'Public', nl: 'Overheid', fr: 'Pouvoirs publics', de: 'Behörden' },
    },
    {
      letter: 'N',
      tone: 'impact',
      pillWidth: 216,
      name: { en: 'Non-profit', nl: 'Non-profit', fr: 'Associations', de: 'Verbände' },
    },
    {
      letter: 'S',
      tone: 'kpi',
      pillWidth: 302,
      name: { en: 'Social enterprise', nl: 'Sociale onderneming', fr: 'Entreprise sociale', de: 'Sozialbetriebe' },
    },
    {
      letter: 'K',
      tone: 'lesson',
      pillWidth: 180,
      name: { en: 'Knowledge', nl: 'Kennis', fr: 'Savoir', de: 'Wissen' },
    },
    {
      letter: 'C',
      tone: 'voice',
      pillWidth: 168,
      name: { en: 'Citizens', nl: 'Burgers', fr: 'Citoyens', de: 'Bürger' },
    },
    {
      letter: 'F',
      tone: 'action',
      pillWidth: 192,
      name: { en: 'Funders', nl: 'Financiers', fr: 'Financeurs', de: 'Geldgeber' },
    },
    { letter: 'O', tone: 'criterion', pillWidth: 144, name: { en: 'Other', nl: 'Andere', fr: 'Autres', de: 'Andere' } },
  ];

/** Rings from the outside in, so that the inner ones are drawn above. `ry` is the half height before any actor is placed. */
const rings: readonly {
  id: string;
  ry: number;
  role: NonNullable<ZoneInput['role']>;
  within: string;
  name: TextInput;
  pillY: number;
}[] = [
  {
    id: 'ring.wider',
    ry: 664,
    role: 'work',
    within: 'map',
    pillY: 182,
    name: { en: 'Wider influence', nl: 'Ruimere invloed', fr: 'Influence large', de: 'Weiterer Einfluss' },
  },
  {
    id: 'ring.needed',
    ry: 508,
    role: 'generated',
    within: 'ring.wider',
    pillY: 310,
    name: { en: 'Needed partners', nl: 'Nodige partners', fr: 'Partenaires requis', de: 'Nötige Partner' },
  },
  {
    id: 'ring.core',
    ry: 344,
    role: 'work',
    within: 'ring.needed',
    pillY: 474,
    name: { en: 'Core partners', nl: 'Kernpartners', fr: 'Noyau', de: 'Kernpartner' },
  },
  {
    id: 'ring.affected',
    ry: 168,
    role: 'affected',
    within: 'ring.core',
    pillY: 654,
    name: { en: 'People affected', nl: 'Wie het raakt', fr: 'Personnes touchées', de: 'Betroffene' },
  },
];
const centre = { x: 924, y: 814 } as const;
const ringWidth = 1.265;
/** Degrees at which the first of eight equal wedges starts. */
const firstWedge = -118;

const ringZones = rings.map(({ id, ry, role, within, name }): ZoneInput => {
  const rx = Math.round(ry * ringWidth);
  return {
    id,
    box: { x: centre.x - rx, y: centre.y - ry, w: 2 * rx, h: 2 * ry },
    form: 'ellipse',
    role,
    name,
    within,
    cardKind: 'actor',
    layout: 'none',
    starters: [],
  };
});

/** Everything on the map is drawn in one coordinate system: the map's own box. */
const mapBox = { x: 40, y: 108, w: 1768, h: 1412 };
const onMap = (ry: number, degrees: number): Point =>
  onEllipse(centre.x - mapBox.x, centre.y - mapBox.y, ry * ringWidth, ry, degrees);
const wedges: MarkInput = {
  box: mapBox,
  path: lines(
    ...kinds.map((_, index): Point[] => [onMap(168, firstWedge + 45 * index), onMap(664, firstWedge + 45 * index)]),
  ),
};
const rims = kinds.map(
  ({ tone }, index): MarkInput => ({
    box: mapBox,
    tone,
    strokeWidth: 8,
    path: arc(
      centre.x - mapBox.x,
      centre.y - mapBox.y,
      840,
      664,
      firstWedge + 45 * index + 0.6,
      firstWedge + 45 * index + 44.4,
    ),
  }),
);
const pillHeight = 44;
const kindPills = kinds.map(({ letter, tone, name, pillWidth }, index): LabelInput => {
  const [x, y] = onEllipse(centre.x, centre.y, 840, 664, firstWedge + 45 * index + 22.5);
  const left = Math.min(Math.max(Math.round(x - pillWidth / 2), 48), 1800 - pillWidth);
  const top = Math.min(Math.max(Math.round(y - pillHeight / 2), 116), 1512 - pillHeight);
  return {
    box: { x: left, y: top, w: pillWidth, h: pillHeight },
    text: joined(same(letter), name),
    size: 22,
    align: 'center',
    tone,
    plate: 'pill',
  };
});
const ringPills = rings.map(
  ({ name, pillY, role }): LabelInput => ({
    box: { x: centre.x - 115, y: pillY, w: 230, h: 36 },
    text: name,
    size: 22,
    align: 'center',
    tone: role === 'affected' ? 'voice' : 'plain',
    plate: 'pill',
  }),
);

/** Samples of the lines that people draw, in the legend. */
const sample = (y: number): string =>
  lines([
    [0, y],
    [80, y],
  ]);
const legendBox = { x: 1848, y: 300, w: 80, h: 760 };
const legendMarks: MarkInput[] = [
  { box: legendBox, path: sample(23), tone: 'action', strokeWidth: 5.5 },
  { box: legendBox, path: sample(65), tone: 'lesson', strokeWidth: 5.5 },
  { box: legendBox, path: sample(107), tone: 'kpi', strokeWidth: 5.5 },
  { box: legendBox, path: sample(149), tone: 'actor', strokeWidth: 5.5 },
  { box: legendBox, path: sample(191), tone: 'criterion', strokeWidth: 5.5 },
  { box: legendBox, path: sample(233), tone: 'impact', strokeWidth: 5.5 },
  { box: legendBox, path: sample(275), tone: 'effect', strokeWidth: 5.5 },
  { box: legendBox, path: sample(367), tone: 'ink', strokeWidth: 4 },
  { box: legendBox, path: sample(409), tone: 'ink', strokeWidth: 4, dash: 'dashed' },
  {
    box: legendBox,
    path: lines([
      [0, 458],
      [13, 444],
      [27, 458],
      [40, 444],
      [53, 458],
      [67, 444],
      [80, 458],
    ]),
    tone: 'ink',
    strokeWidth: 4,
  },
  { box: legendBox, path: sample(493), tone: 'ink', strokeWidth: 4, dash: 'dotted' },
  {
    box: legendBox,
    path: lines([
      [0, 585],
      [20, 585],
    ]),
    tone: 'ink',
    strokeWidth: 3,
  },
  {
    box: legendBox,
    path: lines([
      [28, 585],
      [50, 585],
    ]),
    tone: 'ink',
    strokeWidth: 5.5,
  },
  {
    box: legendBox,
    path: lines([
      [60, 585],
      [80, 585],
    ]),
    tone: 'ink',
    strokeWidth: 8.5,
  },
  { box: legendBox, path: circle(38, 677, 11), tone: 'impact', fill: 'solid' },
  { box: legendBox, path: circle(38, 719, 10), tone: 'impact', strokeWidth: 4 },
];

const calls: readonly Column[] = [
  { id: 'actor', x: 40, w: 245, name: { en: 'Actor', nl: 'Actor', fr: 'Acteur', de: 'Akteur' }, role: 'work' },
  { id: 'why', x: 290, w: 305, name: { en: 'Why them', nl: 'Waarom zij', fr: 'Pourquoi eux', de: 'Warum sie' } },
  {
    id: 'gain',
    x: 600,
    w: 325,
    name: {
      en: 'What is in it for them',
      nl: 'Wat hebben zij eraan',
      fr: 'Ce qu’ils y gagnent',
      de: 'Was sie davon haben',
    },
  },
  { id: 'caller', x: 930, w: 205, name: { en: 'Who calls', nl: 'Wie belt', fr: 'Qui appelle', de: 'Wer ruft an' } },
  { id: 'by', x: 1140, w: 135, name: { en: 'By when', nl: 'Tegen wanneer', fr: 'Pour quand', de: 'Bis wann' } },
  {
    id: 'eng',
    x: 1280,
    w: 275,
    name: { en: 'Now → wanted', nl: 'Nu → gewenst', fr: 'Actuel → visé', de: 'Jetzt → Ziel' },
  },
];
const callRows = Array.from({ length: 10 }, (_, index) => ({ id: `r${index + 1}`, y: 169 + 89 * index, h: 84 }));

const heatRow = (index: number): number => 247 + 100 * index;
const heatRings = [...rings].reverse();

export const actorMap: TemplateInput = {
  id: 'actor-map',
  step: 1,
  title: templateTitles['actor-map'],
  frames: [
    {
      id: 'who',
      number: '1',
      paper: 'A4',
      title: { en: 'Who?', nl: 'Wie?', fr: 'Qui ?', de: 'Wer?' },
      question: {
        en: 'Name as many as you can. One actor per note.',
        nl: 'Noem er zoveel mogelijk. Eén actor per briefje.',
        fr: 'Nommez-en le plus possible. Un acteur par note.',
        de: 'So viele wie möglich nennen. Ein Akteur pro Notiz.',
      },
      chips: [
        { en: 'problem', nl: 'probleem', fr: 'problème', de: 'Problem' },
        { en: 'root causes', nl: 'kernoorzaken', fr: 'causes racines', de: 'Hauptursachen' },
      ],
      zones: [
        {
          id: 'question',
          box: { x: 40, y: 108, w: 1520, h: 118 },
          role: 'locked',
          cardKind: 'question',
          layout: 'single',
          capacity: { cards: 1 },
          starters: [],
        },
        {
          id: 'known',
          box: { x: 40, y: 250, w: 490, h: 817 },
          head: 'top',
          headSize: 90,
          title: { en: 'We know them', nl: 'Die kennen we', fr: 'Nous les connaissons', de: 'Die kennen wir' },
          prompt: {
            en: 'Who works on this, or lives with it, today?',
            nl: 'Wie werkt hier nu aan, of leeft ermee?',
            fr: 'Qui y travaille ou le vit aujourd’hui ?',
            de: 'Wer arbeitet heute daran oder lebt damit?',
          },
          cardKind: 'actor',
          layout: 'grid',
          capacity: { L: 8, M: 10, S: 14, XS: 21 },
        },
        {
          id: 'unlikely',
          box: { x: 554, y: 250, w: 492, h: 817 },
          head: 'top',
          headSize: 90,
          title: {
            en: 'Unlikely allies',
            nl: 'Onverwachte bondgenoten',
            fr: 'Alliés inattendus',
            de: 'Unerwartete Verbündete',
          },
          prompt: {
            en: 'Who gains if nothing changes? Who would surprise us?',
            nl: 'Wie wint als er niets verandert? Wie zou ons verrassen?',
            fr: 'Qui gagne si rien ne change ? Qui nous surprendrait ?',
            de: 'Wer gewinnt, wenn nichts geschieht? Wer würde uns überraschen?',
          },
          cardKind: 'actor',
          layout: 'grid',
          capacity: { L: 8, M: 10, S: 14, XS: 21 },
        },
        {
          id: 'missing',
          box: { x: 1070, y: 250, w: 490, h: 817 },
          head: 'top',
          headSize: 90,
          title: {
            en: 'Not here, but should be',
            nl: 'Er niet, maar wel nodig',
            fr: 'Absents, mais nécessaires',
            de: 'Fehlen hier, gehören dazu',
          },
          prompt: {
            en: 'Whose voice have we never asked for?',
            nl: 'Wiens stem vroegen we nooit?',
            fr: 'Quelle voix n’avons-nous jamais demandée ?',
            de: 'Wessen Stimme haben wir nie gehört?',
          },
          cardKind: 'actor',
          layout: 'grid',
          capacity: { L: 8, M: 10, S: 14, XS: 21 },
        },
      ],
      labels: [
        {
          box: { x: 64, y: 108, w: 1472, h: 118 },
          text: {
            en: 'Who shapes, or is touched by, [problem] in [place]?',
            nl: 'Wie bepaalt [probleem] in [plaats], of wordt erdoor geraakt?',
            fr: 'Qui influence [problème] à [lieu], ou en est touché ?',
            de: 'Wer beeinflusst [Problem] in [Ort], oder ist davon betroffen?',
          },
          size: 28,
          align: 'center',
        },
      ],
    },
    {
      id: 'map',
      number: '2',
      paper: 'A3',
      title: { en: 'The map', nl: 'De kaart', fr: 'La carte', de: 'Die Karte' },
      question: {
        en: 'Who is close, who is needed, and how are they connected?',
        nl: 'Wie staat dichtbij, wie is nodig, en hoe zijn ze verbonden?',
        fr: 'Qui est proche, qui est requis, et quels liens les unissent ?',
        de: 'Wer steht nah, wer wird gebraucht, und wie sind sie verbunden?',
      },
      chips: [{ en: 'from Who?', nl: 'uit Wie?', fr: 'de Qui ?', de: 'aus Wer?' }],
      zones: [
        {
          id: 'map',
          box: { x: 40, y: 108, w: 1768, h: 1412 },
          role: 'generated',
          cardKind: 'actor',
          layout: 'rings',
          capacity: { affected: 5, core: 14, needed: 16, wider: 16, total: 36 },
          starters: [],
        },
        ...ringZones,
        {
          id: 'legend',
          box: { x: 1832, y: 108, w: 368, h: 1412 },
          head: 'top',
          headSize: 141,
          title: { en: 'How to read it', nl: 'Zo lees je dit', fr: 'Comment lire', de: 'So liest man das' },
          prompt: {
            en: 'Place first, then draw only the strongest and the broken lines.',
            nl: 'Eerst plaatsen, dan enkel de sterkste en de gebroken lijnen.',
            fr: 'D’abord placer, puis ne tracer que les liens forts ou rompus.',
            de: 'Erst platzieren, dann nur die stärksten und die gerissenen Linien.',
          },
          cardKind: null,
          layout: 'none',
          starters: [],
        },
      ],
      marks: [wedges, ...rims, ...legendMarks],
      labels: [
        ...kindPills,
        ...ringPills,
        {
          box: { x: 1846, y: 267, w: 340, h: 30 },
          text: { en: 'Line colour = kind', nl: 'Lijnkleur = soort', fr: 'Couleur = nature', de: 'Farbe = Art' },
          size: 24,
        },
        {
          box: { x: 1846, y: 611, w: 340, h: 30 },
          text: { en: 'Line style = state', nl: 'Lijnstijl = toestand', fr: 'Trait = état', de: 'Strich = Zustand' },
          size: 24,
        },
        {
          box: { x: 1846, y: 829, w: 340, h: 30 },
          text: {
            en: 'Line width = strength',
            nl: 'Lijndikte = sterkte',
            fr: 'Épaisseur = force',
            de: 'Breite = Stärke',
          },
          size: 24,
        },
        {
          box: { x: 1846, y: 921, w: 340, h: 30 },
          text: { en: 'Dot = engagement', nl: 'Stip = inzet', fr: 'Point = engagement', de: 'Punkt = Zusage' },
          size: 24,
        },
        {
          box: { x: 1942, y: 309, w: 244, h: 28 },
          text: { en: 'money', nl: 'geld', fr: 'argent', de: 'Geld' },
          size: 23,
          weight: 500,
        },
        {
          box: { x: 1942, y: 351, w: 244, h: 28 },
          text: { en: 'information', nl: 'informatie', fr: 'information', de: 'Information' },
          size: 23,
          weight: 500,
        },
        {
          box: { x: 1942, y: 393, w: 244, h: 28 },
          text: { en: 'service', nl: 'dienst', fr: 'service', de: 'Leistung' },
          size: 23,
          weight: 500,
        },
        {
          box: { x: 1942, y: 435, w: 244, h: 28 },
          text: { en: 'rules', nl: 'regels', fr: 'règles', de: 'Regeln' },
          size: 23,
          weight: 500,
        },
        {
          box: { x: 1942, y: 477, w: 244, h: 28 },
          text: { en: 'influence', nl: 'invloed', fr: 'influence', de: 'Einfluss' },
          size: 23,
          weight: 500,
        },
        {
          box: { x: 1942, y: 519, w: 244, h: 28 },
          text: { en: 'collaboration', nl: 'samenwerking', fr: 'collaboration', de: 'Zusammenarbeit' },
          size: 23,
          weight: 500,
        },
        {
          box: { x: 1942, y: 561, w: 244, h: 28 },
          text: { en: 'conflict', nl: 'conflict', fr: 'conflit', de: 'Konflikt' },
          size: 23,
          weight: 500,
        },
        {
          box: { x: 1942, y: 653, w: 244, h: 28 },
          text: { en: 'working', nl: 'werkt', fr: 'fonctionne', de: 'läuft' },
          size: 23,
          weight: 500,
        },
        {
          box: { x: 1942, y: 695, w: 244, h: 28 },
          text: { en: 'weak', nl: 'zwak', fr: 'faible', de: 'schwach' },
          size: 23,
          weight: 500,
        },
        {
          box: { x: 1942, y: 737, w: 244, h: 28 },
          text: { en: 'broken', nl: 'gebroken', fr: 'rompu', de: 'gerissen' },
          size: 23,
          weight: 500,
        },
        {
          box: { x: 1942, y: 779, w: 244, h: 28 },
          text: { en: 'new +', nl: 'nieuw +', fr: 'nouveau +', de: 'neu +' },
          size: 23,
          weight: 500,
        },
        { box: { x: 1942, y: 871, w: 244, h: 28 }, text: same('1 – 2 – 3'), size: 23, weight: 500 },
        {
          box: { x: 1942, y: 963, w: 244, h: 28 },
          text: { en: 'active', nl: 'actief', fr: 'actif', de: 'aktiv' },
          size: 23,
          weight: 500,
        },
        {
          box: { x: 1942, y: 1005, w: 244, h: 28 },
          text: { en: 'committed', nl: 'toegezegd', fr: 'engagé', de: 'zugesagt' },
          size: 23,
          weight: 500,
        },
        {
          box: { x: 1846, y: 1065, w: 340, h: 88 },
          text: {
            en: 'Tip: select one actor to see only its lines.',
            nl: 'Tip: kies één actor om alleen zijn lijnen te zien.',
            fr: 'Astuce : choisir un acteur pour ne voir que ses liens.',
            de: 'Tipp: Akteur wählen, um nur seine Linien zu sehen.',
          },
          size: 23,
          weight: 500,
          tone: 'muted',
        },
      ],
    },
    {
      id: 'energy',
      number: '3',
      paper: 'A4',
      title: {
        en: 'Energy and blocks',
        nl: 'Energie en knelpunten',
        fr: 'Énergies et blocages',
        de: 'Energie und Blockaden',
      },
      question: {
        en: 'Where does it move, where is it stuck, and who is not there at all?',
        nl: 'Waar beweegt het, waar zit het vast, en wie is er helemaal niet?',
        fr: 'Où cela avance-t-il, où est-ce bloqué, et qui manque ?',
        de: 'Wo bewegt sich etwas, wo stockt es, und wer fehlt ganz?',
      },
      chips: [{ en: 'from the map', nl: 'uit de kaart', fr: 'de la carte', de: 'aus der Karte' }],
      zones: [
        {
          id: 'moves',
          box: { x: 40, y: 108, w: 490, h: 735 },
          sign: 'triangle',
          head: 'top',
          headSize: 69,
          title: { en: 'Things move here', nl: 'Hier beweegt het', fr: 'Ici, cela avance', de: 'Hier geht es voran' },
          prompt: {
            en: 'Name the actors or the line.',
            nl: 'Noem de actoren of de lijn.',
            fr: 'Nommez les acteurs ou le lien.',
            de: 'Akteure oder Linie nennen.',
          },
          cardKind: 'observation',
          layout: 'grid',
          capacity: { L: 8, M: 10, S: 14, XS: 18 },
        },
        {
          id: 'stuck',
          box: { x: 554, y: 108, w: 492, h: 735 },
          sign: 'square',
          head: 'top',
          headSize: 69,
          title: { en: 'Stuck here', nl: 'Hier zit het vast', fr: 'Ici, c’est bloqué', de: 'Hier stockt es' },
          prompt: {
            en: 'What keeps it that way?',
            nl: 'Wat houdt dat in stand?',
            fr: 'Qu’est-ce qui le maintient ?',
            de: 'Was hält das aufrecht?',
          },
          cardKind: 'observation',
          layout: 'grid',
          capacity: { L: 8, M: 10, S: 14, XS: 18 },
        },
        {
          id: 'nobody',
          box: { x: 1070, y: 108, w: 490, h: 735 },
          sign: 'diamond',
          head: 'top',
          headSize: 69,
          title: { en: 'Nobody here', nl: 'Hier is niemand', fr: 'Ici, personne', de: 'Hier ist niemand' },
          prompt: {
            en: 'Which place on the map is empty?',
            nl: 'Welke plek op de kaart is leeg?',
            fr: 'Quelle place est vide sur la carte ?',
            de: 'Welcher Platz ist leer?',
          },
          cardKind: 'observation',
          layout: 'grid',
          capacity: { L: 8, M: 10, S: 14, XS: 18 },
        },
        {
          id: 'so',
          box: { x: 40, y: 867, w: 1520, h: 200 },
          role: 'result',
          head: 'left',
          headSize: 196,
          title: { en: 'So what do we do?', nl: 'Dus wat doen we?', fr: 'Alors, que faire ?', de: 'Also was tun wir?' },
          cardKind: 'action',
          layout: 'slots',
          capacity: { cards: 4 },
          starters: [],
        },
        {
          id: 'so.new',
          box: { x: 236, y: 875, w: 320, h: 184 },
          role: 'generated',
          head: 'top',
          headSize: 41,
          title: { en: 'New partner', nl: 'Nieuwe partner', fr: 'Nouveau partenaire', de: 'Neuer Partner' },
          titleSize: 18,
          within: 'so',
          cardKind: 'action',
          layout: 'grid',
          capacity: { L: 0, M: 1, S: 1, XS: 2 },
        },
        {
          id: 'so.link',
          box: { x: 564, y: 875, w: 320, h: 184 },
          role: 'generated',
          head: 'top',
          headSize: 41,
          title: { en: 'New link', nl: 'Nieuwe lijn', fr: 'Nouveau lien', de: 'Neue Verbindung' },
          titleSize: 18,
          within: 'so',
          cardKind: 'action',
          layout: 'grid',
          capacity: { L: 0, M: 1, S: 1, XS: 2 },
        },
        {
          id: 'so.repair',
          box: { x: 892, y: 875, w: 320, h: 184 },
          role: 'generated',
          head: 'top',
          headSize: 41,
          title: { en: 'Repair', nl: 'Herstellen', fr: 'Réparer', de: 'Reparieren' },
          titleSize: 18,
          within: 'so',
          cardKind: 'action',
          layout: 'grid',
          capacity: { L: 0, M: 1, S: 1, XS: 2 },
        },
        {
          id: 'so.use',
          box: { x: 1220, y: 875, w: 320, h: 184 },
          role: 'generated',
          head: 'top',
          headSize: 41,
          title: { en: 'Use it', nl: 'Benutten', fr: 'S’appuyer dessus', de: 'Nutzen' },
          titleSize: 18,
          within: 'so',
          cardKind: 'action',
          layout: 'grid',
          capacity: { L: 0, M: 1, S: 1, XS: 2 },
        },
      ],
    },
    {
      id: 'balance',
      number: '4',
      paper: 'A4',
      title: { en: 'Balance', nl: 'Evenwicht', fr: 'Équilibre', de: 'Gleichgewicht' },
      question: {
        en: 'Which fields are empty, and is that on purpose?',
        nl: 'Welke vakken zijn leeg, en is dat bewust?',
        fr: 'Quelles cases sont vides, et est-ce voulu ?',
        de: 'Welche Felder sind leer, und ist das gewollt?',
      },
      chips: [
        {
          en: 'drawn from the map',
          nl: 'berekend uit de kaart',
          fr: 'calculé depuis la carte',
          de: 'aus der Karte berechnet',
        },
      ],
      zones: [
        {
          id: 'heat',
          box: { x: 40, y: 108, w: 940, h: 959 },
          role: 'generated',
          head: 'top',
          headSize: 69,
          title: { en: 'Who sits where', nl: 'Wie zit waar', fr: 'Qui est où', de: 'Wer sitzt wo' },
          prompt: {
            en: 'Number of actors per kind and ring.',
            nl: 'Aantal actoren per soort en ring.',
            fr: 'Nombre d’acteurs par type et par cercle.',
            de: 'Anzahl Akteure je Art und Ring.',
          },
          cardKind: null,
          layout: 'none',
          starters: [],
        },
        {
          id: 'gaps',
          box: { x: 1004, y: 108, w: 556, h: 300 },
          role: 'result',
          head: 'top',
          headSize: 69,
          title: { en: 'On purpose?', nl: 'Bewust?', fr: 'Est-ce voulu ?', de: 'Gewollt?' },
          prompt: {
            en: 'Kinds with nobody in the two middle rings.',
            nl: 'Soorten zonder iemand in de twee middelste ringen.',
            fr: 'Types absents des deux cercles du milieu.',
            de: 'Arten ohne Akteur in den zwei mittleren Ringen.',
          },
          cardKind: 'question',
          layout: 'grid',
          capacity: { L: 2, M: 2, S: 6 },
        },
        {
          id: 'lines',
          box: { x: 1004, y: 432, w: 556, h: 635 },
          role: 'generated',
          head: 'top',
          headSize: 69,
          title: { en: 'Lines per actor', nl: 'Lijnen per actor', fr: 'Liens par acteur', de: 'Linien je Akteur' },
          prompt: {
            en: 'More than a third in one place: what if they leave?',
            nl: 'Meer dan een derde op één plek: wat als die vertrekt?',
            fr: 'Plus d’un tiers au même endroit : et s’il part ?',
            de: 'Mehr als ein Drittel an einer Stelle: Was, wenn sie geht?',
          },
          cardKind: null,
          layout: 'none',
          starters: [],
        },
      ],
      marks: [
        {
          box: { x: 296, y: 247, w: 658, h: 796 },
          path: kinds
            .flatMap((_, row) => heatRings.map((__, column) => rectangle(166 * column, 100 * row, 160, 96)))
            .join(''),
          tone: 'plain',
        },
      ],
      labels: [
        ...heatRings.map(
          ({ name }, column): LabelInput => ({
            box: { x: 296 + 166 * column, y: 190, w: 160, h: 50 },
            text: name,
            size: 18,
            align: 'center',
          }),
        ),
        ...kinds.flatMap(({ letter, tone, name }, row): LabelInput[] => [
          {
            box: { x: 56, y: heatRow(row) + 30, w: 38, h: 36 },
            text: same(letter),
            size: 19,
            align: 'center',
            tone,
            plate: 'pill',
          },
          { box: { x: 104, y: heatRow(row), w: 184, h: 96 }, text: name, size: 19 },
        ]),
      ],
    },
    {
      id: 'calls',
      number: '5',
      paper: 'A4',
      title: { en: 'Who calls whom', nl: 'Wie belt wie', fr: 'Qui appelle qui', de: 'Wer ruft wen an' },
      question: {
        en: 'One person calls, with a date. Five calls well made beat twenty intentions.',
        nl: 'Eén persoon belt, met een datum. Vijf gesprekken zijn meer waard dan twintig plannen.',
        fr: 'Une personne appelle, à une date. Cinq vrais appels valent mieux que vingt intentions.',
        de: 'Eine Person ruft an, mit Datum. Fünf Anrufe zählen mehr als zwanzig Absichten.',
      },
      zones: cells(calls, callRows, { cardKind: 'actor', layout: 'single', capacity: { cards: 1 } }),
      labels: calls.map(
        ({ x, w, name }): LabelInput => ({
          box: { x, y: 108, w, h: 56 },
          text: name,
          size: 19,
          tone: 'head',
          plate: 'box',
        }),
      ),
    },
  ],
};
