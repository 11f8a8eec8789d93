import { lines, type Point, rectangle, same } from '../draw.ts';
import type { LabelInput, TemplateInput, TextInput, ZoneInput } from '../template.ts';
import { templateTitles } from '../titles.ts';

const whyThis: TextInput = {
  en: 'Why does this happen?',
  nl: 'Waarom gebeurt dit?',
  fr: 'Pourquoi cela arrive-t-il ?',
  de: 'Warum geschieht das?',
};
const whoFeelsIt: TextInput = {
  en: 'Who feels it, and how?',
  nl: 'Wie voelt het, en hoe?',
  fr: 'Qui le ressent, et comment ?',
  de: 'Wer spürt es, und wie?',
};

const whyNames: TextInput[] = [
  { en: 'What happens?', nl: 'Wat gebeurt er?', fr: 'Que se passe-t-il ?', de: 'Was geschieht?' },
  { en: 'Why? 1', nl: 'Waarom? 1', fr: 'Pourquoi ? 1', de: 'Warum? 1' },
  { en: 'Why? 2', nl: 'Waarom? 2', fr: 'Pourquoi ? 2', de: 'Warum? 2' },
  { en: 'Why? 3', nl: 'Waarom? 3', fr: 'Pourquoi ? 3', de: 'Warum? 3' },
  { en: 'Why? 4', nl: 'Waarom? 4', fr: 'Pourquoi ? 4', de: 'Warum? 4' },
  { en: 'Why? 5', nl: 'Waarom? 5', fr: 'Pourquoi ? 5', de: 'Warum? 5' },
];
const whyRows = whyNames.map((name, index) => ({ id: `r${index}`, y: 108 + 142 * index, h: 132, name }));
const stillTrue: TextInput = {
  en: 'Still true when read upwards with “therefore”?',
  nl: 'Klopt het ook van onder naar boven met “dus”?',
  fr: 'Toujours vrai de bas en haut avec « donc » ?',
  de: 'Stimmt es auch von unten nach oben mit „also“?',
};
const scores = [1, 2, 3, 4, 5];
const chains = [246, 689, 1132] as const;

const whyZones: ZoneInput[] = chains.flatMap((x, chain) =>
  whyRows.map(({ id, y, h, name }, row) => ({
    id: `c${chain + 1}.${id}`,
    box: { x: x, y: y, w: 427, h: h },
    role: row === 0 ? 'problem' : 'cause',
    name,
    cardKind: 'cause',
    layout: 'single',
    capacity: { cards: 1 },
  })),
);

/** Eight bones in two rows; their heads stand at the outer ends. */
const bones: readonly { id: string; name: TextInput }[] = [
  {
    id: 'people',
    name: { en: 'People & skills', nl: 'Mensen & kunde', fr: 'Personnes et savoir-faire', de: 'Menschen & Können' },
  },
  {
    id: 'process',
    name: {
      en: 'Process & logistics',
      nl: 'Proces & logistiek',
      fr: 'Processus et logistique',
      de: 'Ablauf & Logistik',
    },
  },
  {
    id: 'rules',
    name: { en: 'Rules & policy', nl: 'Regels & beleid', fr: 'Règles et politique', de: 'Regeln & Politik' },
  },
  {
    id: 'money',
    name: { en: 'Money & incentives', nl: 'Geld & prikkels', fr: 'Argent et incitations', de: 'Geld & Anreize' },
  },
  { id: 'info', name: { en: 'Information', nl: 'Informatie', fr: 'Information', de: 'Information' } },
  {
    id: 'place',
    name: { en: 'Place & equipment', nl: 'Plaats & materiaal', fr: 'Lieu et matériel', de: 'Ort & Ausstattung' },
  },
  {
    id: 'habits',
    name: {
      en: 'Habits & beliefs',
      nl: 'Gewoonten & ideeën',
      fr: 'Habitudes et croyances',
      de: 'Gewohnheiten & Haltung',
    },
  },
  {
    id: 'none',
    name: { en: 'Not sorted yet', nl: 'Nog niet geplaatst', fr: 'Pas encore classé', de: 'Noch nicht zugeordnet' },
  },
];
const boneX = (index: number): number => 40 + 440 * (index % 4);
const boneY = (index: number): number => (index < 4 ? 108 : 838);

export const rootCauseTree: TemplateInput = {
  id: 'root-cause-tree',
  step: 1,
  title: templateTitles['root-cause-tree'],
  frames: [
    {
      id: 'problem',
      number: '1',
      paper: 'A4',
      title: {
        en: 'Agree the problem',
        nl: 'Het probleem afspreken',
        fr: 'S’accorder sur le problème',
        de: 'Das Problem klären',
      },
      question: {
        en: 'What is going wrong, for whom, and how do we know?',
        nl: 'Wat loopt er mis, voor wie, en hoe weten we dat?',
        fr: 'Qu’est-ce qui ne va pas, pour qui, et comment le savons-nous ?',
        de: 'Was läuft schief, für wen, und woher wissen wir das?',
      },
      chips: [
        { en: 'from Fit check', nl: 'uit Geschiktheidscheck', fr: 'de la vérification', de: 'aus Eignungscheck' },
      ],
      zones: [
        {
          id: 'drafts',
          box: { x: 40, y: 108, w: 472, h: 959 },
          head: 'top',
          headSize: 90,
          title: { en: '1  Drafts', nl: '1  Voorstellen', fr: '1  Essais', de: '1  Entwürfe' },
          prompt: {
            en: 'One sentence: what is going wrong, for whom? One note each.',
            nl: 'In één zin: wat loopt er mis, voor wie? Ieder één briefje.',
            fr: 'En une phrase : qu’est-ce qui ne va pas, pour qui ? Une note chacun.',
            de: 'In einem Satz: Was läuft schief, für wen? Je eine Notiz.',
          },
          cardKind: 'problem',
          layout: 'grid',
          capacity: { L: 10, M: 14, S: 18, XS: 24 },
        },
        {
          id: 'know',
          box: { x: 536, y: 108, w: 472, h: 959 },
          head: 'top',
          headSize: 90,
          title: { en: '2  What we know', nl: '2  Wat we weten', fr: '2  Ce que nous savons', de: '2  Was wir wissen' },
          prompt: {
            en: 'A fact, its source, and whose voice it is.',
            nl: 'Een feit, de bron, en wie het zegt.',
            fr: 'Un fait, sa source, et qui le dit.',
            de: 'Eine Tatsache, die Quelle und wessen Stimme.',
          },
          cardKind: 'fact',
          layout: 'grid',
          capacity: { L: 10, M: 14, S: 18, XS: 24 },
        },
        {
          id: 'statement',
          box: { x: 1032, y: 108, w: 528, h: 959 },
          head: 'top',
          headSize: 69,
          title: {
            en: '3  Our problem statement',
            nl: '3  Onze probleemstelling',
            fr: '3  Notre énoncé du problème',
            de: '3  Unsere Problemaussage',
          },
          prompt: {
            en: 'Merge the drafts. Describe what is, not what is missing.',
            nl: 'Voeg samen. Beschrijf wat er is, niet wat er ontbreekt.',
            fr: 'Fusionnez. Décrivez ce qui est, pas ce qui manque.',
            de: 'Zusammenführen. Beschreiben, was ist, nicht was fehlt.',
          },
          cardKind: 'problem',
          layout: 'slots',
          capacity: { cards: 6 },
          starters: [],
        },
        {
          id: 'slot.who',
          box: { x: 1044, y: 177, w: 504, h: 116 },
          head: 'top',
          headSize: 39,
          title: { en: 'Who is affected?', nl: 'Wie wordt geraakt?', fr: 'Qui est touché ?', de: 'Wer ist betroffen?' },
          titleSize: 18,
          within: 'statement',
          cardKind: 'problem',
          layout: 'single',
          capacity: { cards: 1 },
        },
        {
          id: 'slot.what',
          box: { x: 1044, y: 301, w: 504, h: 116 },
          head: 'top',
          headSize: 39,
          title: {
            en: 'What happens to them?',
            nl: 'Wat gebeurt er met hen?',
            fr: 'Que leur arrive-t-il ?',
            de: 'Was geschieht mit ihnen?',
          },
          titleSize: 18,
          within: 'statement',
          cardKind: 'problem',
          layout: 'single',
          capacity: { cards: 1 },
        },
        {
          id: 'slot.where',
          box: { x: 1044, y: 425, w: 504, h: 116 },
          head: 'top',
          headSize: 39,
          title: {
            en: 'Where, and since when?',
            nl: 'Waar, en sinds wanneer?',
            fr: 'Où, et depuis quand ?',
            de: 'Wo, und seit wann?',
          },
          titleSize: 18,
          within: 'statement',
          cardKind: 'problem',
          layout: 'single',
          capacity: { cards: 1 },
        },
        {
          id: 'slot.size',
          box: { x: 1044, y: 549, w: 504, h: 116 },
          head: 'top',
          headSize: 39,
          title: { en: 'How big?', nl: 'Hoe groot?', fr: 'Quelle ampleur ?', de: 'Wie groß?' },
          titleSize: 18,
          within: 'statement',
          cardKind: 'problem',
          layout: 'single',
          capacity: { cards: 1 },
        },
        {
          id: 'slot.proof',
          box: { x: 1044, y: 673, w: 504, h: 116 },
          head: 'top',
          headSize: 39,
          title: {
            en: 'How do we know?',
            nl: 'Hoe weten we dat?',
            fr: 'Comment le savons-nous ?',
            de: 'Woher wissen wir das?',
          },
          titleSize: 18,
          within: 'statement',
          cardKind: 'problem',
          layout: 'single',
          capacity: { cards: 1 },
        },
        {
          id: 'result',
          box: { x: 1044, y: 797, w: 504, h: 258 },
          role: 'result',
          head: 'top',
          headSize: 41,
          title: { en: 'We agree on', nl: 'Wij spreken af', fr: 'Nous convenons', de: 'Wir vereinbaren' },
          titleSize: 18,
          within: 'statement',
          cardKind: 'problem',
          layout: 'single',
          capacity: { cards: 1 },
        },
      ],
    },
    {
      id: 'tree',
      number: '2',
      paper: 'A3',
      title: { en: 'The tree', nl: 'De boom', fr: 'L’arbre', de: 'Der Baum' },
      question: {
        en: 'What causes this, again and again, and what does it lead to? Read upwards: “therefore…”',
        nl: 'Waardoor komt dit, steeds opnieuw, en waartoe leidt het? Lees naar boven: “dus…”',
        fr: 'Qu’est-ce qui en est la cause, encore et encore, et où cela mène-t-il ? Lire vers le haut : « donc… »',
        de: 'Was verursacht das, immer tiefer, und wozu führt es? Nach oben lesen: „also …“',
      },
      zones: [
        {
          id: 'far',
          box: { x: 40, y: 108, w: 2160, h: 194 },
          role: 'effect',
          head: 'left',
          headSize: 184,
          title: { en: 'Further effects', nl: 'Verdere gevolgen', fr: 'Effets suivants', de: 'Weitere Folgen' },
          prompt: {
            en: 'And what does that lead to?',
            nl: 'En waar leidt dat toe?',
            fr: 'Et cela mène à quoi ?',
            de: 'Und wozu führt das?',
          },
          cardKind: 'effect',
          layout: 'tree',
          capacity: { S1: 7, S2: 9, S3: 12 },
          starters: [],
        },
        {
          id: 'direct',
          box: { x: 40, y: 308, w: 2160, h: 194 },
          role: 'effect',
          head: 'left',
          headSize: 184,
          title: { en: 'Direct effects', nl: 'Directe gevolgen', fr: 'Effets directs', de: 'Direkte Folgen' },
          prompt: {
            en: 'Who feels it, and how?',
            nl: 'Wie voelt het, en hoe?',
            fr: 'Qui le ressent, et comment ?',
            de: 'Wer spürt es, und wie?',
          },
          cardKind: 'effect',
          layout: 'tree',
          capacity: { S1: 7, S2: 9, S3: 12 },
          starters: [
            { text: whoFeelsIt, box: { x: 915, y: 329, w: 280, h: 152 } },
            { text: whoFeelsIt, box: { x: 1215, y: 329, w: 280, h: 152 } },
          ],
        },
        {
          id: 'trunk',
          box: { x: 40, y: 508, w: 2160, h: 146 },
          role: 'problem',
          sign: 'lock',
          head: 'left',
          headSize: 184,
          title: { en: 'Problem', nl: 'Probleem', fr: 'Problème', de: 'Problem' },
          prompt: {
            en: 'Agreed and locked',
            nl: 'Afgesproken en vast',
            fr: 'Convenu et verrouillé',
            de: 'Vereinbart und fest',
          },
          cardKind: 'problem',
          layout: 'single',
          capacity: { cards: 1 },
          starters: [
            {
              text: {
                en: 'Name the problem, not the missing solution',
                nl: 'Noem het probleem, niet de ontbrekende oplossing',
                fr: 'Nommez le problème, pas la solution manquante',
                de: 'Das Problem nennen, nicht die fehlende Lösung',
              },
              box: { x: 685, y: 522, w: 1040, h: 118 },
              textSize: 26,
            },
          ],
        },
        {
          id: 'c1',
          box: { x: 40, y: 660, w: 2160, h: 209 },
          role: 'cause',
          head: 'left',
          headSize: 184,
          title: { en: 'Direct causes', nl: 'Directe oorzaken', fr: 'Causes directes', de: 'Direkte Ursachen' },
          prompt: {
            en: 'Why does this happen?',
            nl: 'Waarom gebeurt dit?',
            fr: 'Pourquoi cela arrive-t-il ?',
            de: 'Warum geschieht das?',
          },
          cardKind: 'cause',
          layout: 'tree',
          capacity: { S1: 7, S2: 9, S3: 12 },
          starters: [
            { text: whyThis, box: { x: 765, y: 681, w: 280, h: 166 } },
            { text: whyThis, box: { x: 1065, y: 681, w: 280, h: 166 } },
            { text: whyThis, box: { x: 1365, y: 681, w: 280, h: 166 } },
          ],
        },
        {
          id: 'c2',
          box: { x: 40, y: 875, w: 2160, h: 209 },
          role: 'cause',
          head: 'left',
          headSize: 184,
          title: {
            en: 'Why again?\u00a02',
            nl: 'Waarom toch?\u00a02',
            fr: 'Et pourquoi ?\u00a02',
            de: 'Warum noch?\u00a02',
          },
          prompt: {
            en: 'What lies behind that?',
            nl: 'Wat zit daarachter?',
            fr: 'Qu’y a-t-il derrière ?',
            de: 'Was steckt dahinter?',
          },
          cardKind: 'cause',
          layout: 'tree',
          capacity: { S1: 7, S2: 9, S3: 12 },
          starters: [],
        },
        {
          id: 'c3',
          box: { x: 40, y: 1090, w: 2160, h: 209 },
          role: 'cause',
          head: 'left',
          headSize: 184,
          title: {
            en: 'Why again?\u00a03',
            nl: 'Waarom toch?\u00a03',
            fr: 'Et pourquoi ?\u00a03',
            de: 'Warum noch?\u00a03',
          },
          prompt: { en: 'And behind that?', nl: 'En daarachter?', fr: 'Et derrière cela ?', de: 'Und dahinter?' },
          cardKind: 'cause',
          layout: 'tree',
          capacity: { S1: 7, S2: 9, S3: 12 },
          starters: [],
        },
        {
          id: 'c4',
          box: { x: 40, y: 1305, w: 2160, h: 209 },
          role: 'cause',
          head: 'left',
          headSize: 184,
          title: { en: 'Deeper\u00a04+', nl: 'Dieper\u00a04+', fr: 'Plus profond\u00a04+', de: 'Tiefer\u00a04+' },
          prompt: {
            en: 'Deep enough to act on?',
            nl: 'Diep genoeg om iets te doen?',
            fr: 'Assez profond pour agir ?',
            de: 'Tief genug zum Handeln?',
          },
          cardKind: 'cause',
          layout: 'tree',
          capacity: { S1: 7, S2: 9, S3: 12 },
          starters: [],
        },
      ],
    },
    {
      id: 'choose',
      number: '3',
      paper: 'A4',
      title: { en: 'Check and choose', nl: 'Toetsen en kiezen', fr: 'Vérifier et choisir', de: 'Prüfen und wählen' },
      question: {
        en: 'Which causes feed the problem most, and can we change together?',
        nl: 'Welke oorzaken voeden het probleem het meest en kunnen we samen veranderen?',
        fr: 'Quelles causes pèsent le plus et peuvent être changées ensemble ?',
        de: 'Welche Ursachen wirken am stärksten und lassen sich gemeinsam ändern?',
      },
      zones: [
        {
          id: 'matrix',
          box: { x: 40, y: 108, w: 976, h: 785 },
          role: 'generated',
          cardKind: 'cause',
          layout: 'matrix',
          capacity: { cards: 16 },
          axes: { x: 'reach', y: 'weight', min: 1, max: 5, plot: { x: 124, y: 118, w: 882, h: 705 } },
          starters: [],
        },
        {
          id: 'chosen',
          box: { x: 1040, y: 108, w: 520, h: 785 },
          role: 'result',
          head: 'top',
          headSize: 69,
          title: {
            en: 'Chosen root causes (max 5)',
            nl: 'Gekozen kernoorzaken (max. 5)',
            fr: 'Causes racines retenues (max. 5)',
            de: 'Gewählte Hauptursachen (max. 5)',
          },
          prompt: {
            en: 'Deep enough to act on, within our scope, with evidence.',
            nl: 'Diep genoeg om te handelen, binnen ons bereik, met bewijs.',
            fr: 'Assez profondes pour agir, dans notre champ, avec preuve.',
            de: 'Tief genug zum Handeln, in unserem Rahmen, mit Beleg.',
          },
          cardKind: 'cause',
          layout: 'slots',
          capacity: { cards: 5 },
          starters: [],
        },
        {
          id: 'unknown',
          box: { x: 40, y: 917, w: 1520, h: 150 },
          head: 'left',
          headSize: 300,
          title: {
            en: 'What we still need to find out',
            nl: 'Wat we nog moeten uitzoeken',
            fr: 'Ce qu’il reste à vérifier',
            de: 'Was wir noch klären müssen',
          },
          prompt: {
            en: 'Who asks, by when?',
            nl: 'Wie vraagt het na, tegen wanneer?',
            fr: 'Qui vérifie, pour quand ?',
            de: 'Wer klärt es, bis wann?',
          },
          cardKind: 'question',
          layout: 'grid',
          capacity: { L: 0, M: 6, S: 7, XS: 8 },
        },
      ],
      marks: [
        {
          box: { x: 565, y: 118, w: 441, h: 352 },
          path: rectangle(0, 0, 441, 352, 0),
          tone: 'impact',
          fill: 'paper',
          strokeWidth: 0,
        },
        {
          box: { x: 124, y: 118, w: 882, h: 705 },
          path:
            rectangle(0, 0, 882, 705, 0) +
            lines(
              [
                [441, 0],
                [441, 705],
              ],
              [
                [0, 352.5],
                [882, 352.5],
              ],
            ),
        },
        {
          box: { x: 1052, y: 177, w: 496, h: 704 },
          path: [0, 142, 284, 426, 568].map((y) => rectangle(0, y, 496, 132)).join(''),
          fill: 'none',
          dash: 'dashed',
        },
      ],
      labels: [
        ...scores.flatMap((score): LabelInput[] => [
          {
            box: { x: 104 + Math.round(176.4 * (score - 0.5)), y: 827, w: 40, h: 22 },
            text: same(`${score}`),
            size: 17,
            weight: 500,
            align: 'center',
            tone: 'muted',
          },
          {
            box: { x: 72, y: 812 - Math.round(141 * (score - 0.5)), w: 44, h: 22 },
            text: same(`${score}`),
            size: 17,
            weight: 500,
            align: 'right',
            tone: 'muted',
          },
        ]),
        {
          box: { x: 136, y: 126, w: 300, h: 26 },
          text: {
            en: 'Win others over',
            nl: 'Anderen meekrijgen',
            fr: 'Gagner d’autres acteurs',
            de: 'Andere gewinnen',
          },
          size: 20,
          tone: 'muted',
        },
        {
          box: { x: 694, y: 126, w: 300, h: 26 },
          text: { en: 'Work on this', nl: 'Hieraan werken', fr: 'Agir ici', de: 'Daran arbeiten' },
          size: 20,
          align: 'right',
          tone: 'impact',
        },
        {
          box: { x: 136, y: 789, w: 300, h: 26 },
          text: { en: 'Leave for now', nl: 'Nu niet', fr: 'Laisser pour l’instant', de: 'Vorerst lassen' },
          size: 20,
          tone: 'muted',
        },
        {
          box: { x: 694, y: 789, w: 300, h: 26 },
          text: { en: 'Tidy up', nl: 'Even opruimen', fr: 'Régler au passage', de: 'Nebenbei lösen' },
          size: 20,
          align: 'right',
          tone: 'muted',
        },
        {
          box: { x: 124, y: 853, w: 882, h: 24 },
          text: {
            en: 'How far can we change it together? →',
            nl: 'In hoeverre kunnen we dit samen veranderen? →',
            fr: 'Jusqu’où pouvons-nous changer cela ensemble ? →',
            de: 'Wie weit können wir es gemeinsam ändern? →',
          },
          size: 19,
          align: 'center',
        },
        {
          box: { x: -286, y: 458, w: 705, h: 24 },
          text: {
            en: 'How much does it feed the problem? →',
            nl: 'Hoe sterk voedt het het probleem? →',
            fr: 'Combien nourrit-elle le problème ? →',
            de: 'Wie stark nährt es das Problem? →',
          },
          size: 19,
          turn: -90,
          align: 'center',
        },
      ],
    },
    {
      id: 'fishbone',
      number: '4',
      paper: 'A3',
      title: { en: 'Fishbone view', nl: 'Visgraat', fr: 'Arêtes de poisson', de: 'Fischgräte' },
      question: {
        en: 'The same causes by kind. Which angle have we not looked at?',
        nl: 'Dezelfde oorzaken per soort. Welke hoek misten we?',
        fr: 'Les mêmes causes par type. Quel angle avons-nous oublié ?',
        de: 'Dieselben Ursachen nach Art. Welchen Blickwinkel haben wir übersehen?',
      },
      zones: [
        ...bones.map(
          ({ id, name }, index): ZoneInput => ({
            id,
            box: { x: boneX(index), y: boneY(index), w: 424, h: 682 },
            name,
            cardKind: 'cause',
            layout: 'none',
            capacity: { cards: 4 },
            starters: [],
          }),
        ),
        {
          id: 'head',
          box: { x: 1816, y: 600, w: 384, h: 428 },
          role: 'problem',
          sign: 'lock',
          head: 'top',
          headSize: 52,
          title: { en: 'Problem', nl: 'Probleem', fr: 'Problème', de: 'Problem' },
          cardKind: 'problem',
          layout: 'single',
          capacity: { cards: 1 },
          starters: [],
        },
      ],
      marks: [
        {
          box: { x: 36, y: 804, w: 1780, h: 20 },
          path: lines([
            [0, 10],
            [1780, 10],
          ]),
          tone: 'problem',
          strokeWidth: 10,
        },
        {
          box: { x: 40, y: 158, w: 1424, h: 1314 },
          path: lines(
            ...bones.map((_, index): Point[] => {
              const x = boneX(index) - 40;
              return index < 4
                ? [
                    [x + 24, 0],
                    [x + 94, 656],
                  ]
                : [
                    [x + 94, 656],
                    [x + 24, 1314],
                  ];
            }),
          ),
          tone: 'cause',
          strokeWidth: 4,
        },
      ],
      labels: bones.map(({ name }, index) => ({
        box: { x: boneX(index) + 8, y: index < 4 ? 116 : 1472, w: 408, h: 42 },
        text: name,
        size: 26,
        tone: 'cause',
        plate: 'box',
      })),
    },
    {
      id: 'fivewhys',
      number: '5',
      paper: 'A4',
      title: { en: 'Five whys', nl: 'Vijf keer waarom', fr: 'Cinq pourquoi', de: 'Fünfmal warum' },
      question: {
        en: 'Three short chains. Ask why until you reach something you can change.',
        nl: 'Drie korte ketens. Vraag waarom tot je bij iets komt dat je kunt veranderen.',
        fr: 'Trois chaînes courtes. Demandez pourquoi jusqu’à ce que l’on puisse agir.',
        de: 'Drei kurze Ketten. Warum fragen, bis man etwas ändern kann.',
      },
      zones: whyZones,
      marks: [
        {
          box: { x: chains[0], y: 240, w: 1313, h: 720 },
          path: lines(
            ...chains.flatMap((x) =>
              [0, 1, 2, 3, 4, 5].map((row): Point[] => [
                [x - 32, 142 * row],
                [x - 32, 142 * row + 10],
              ]),
            ),
          ),
          strokeWidth: 4,
        },
        {
          box: { x: chains[0], y: 960, w: 1313, h: 107 },
          path: chains.map((x) => rectangle(x - 246, 0, 427, 107)).join(''),
          tone: 'result',
          fill: 'paper',
        },
        {
          box: { x: chains[0], y: 960, w: 1313, h: 107 },
          path: chains.map((x) => rectangle(x - 232, 36, 34, 34, 5)).join(''),
          tone: 'ink',
        },
      ],
      labels: [
        ...whyNames.map(
          (text, row): LabelInput => ({
            box: { x: 40, y: 108 + 142 * row, w: 190, h: 132 },
            text,
            size: 21,
            tone: row === 0 ? 'problem' : 'cause',
            plate: 'box',
          }),
        ),
        {
          box: { x: 40, y: 960, w: 190, h: 107 },
          text: { en: 'Check', nl: 'Toets', fr: 'Test', de: 'Probe' },
          size: 21,
          tone: 'result',
          plate: 'box',
        },
        ...chains.map(
          (x): LabelInput => ({ box: { x: x + 62, y: 966, w: 353, h: 95 }, text: stillTrue, size: 18, weight: 500 }),
        ),
      ],
    },
  ],
};
