import { type Column, cells, lines, rectangle, same } from '../draw.ts';
import type { LabelInput, MarkInput, TemplateInput, TextInput, ZoneInput } from '../template.ts';
import { templateTitles } from '../titles.ts';

const months = [0, 1, 2, 3] as const;
const monthX = (month: number): number => 260 + Math.round(481.5 * month);
/** Top and height of the lanes of the timeline. */
const timeLanes = [
  { y: 264, h: 256 },
  { y: 530, h: 350 },
  { y: 890, h: 330 },
  { y: 1230, h: 286 },
] as const;

const reality: readonly Column[] = [
  {
    id: 'expected',
    x: 232,
    w: 327,
    role: 'locked',
    cardKind: 'idea',
    name: { en: 'What we expected', nl: 'Wat we verwachtten', fr: 'Ce que nous attendions', de: 'Was wir erwarteten' },
  },
  {
    id: 'happened',
    x: 565,
    w: 327,
    role: 'locked',
    cardKind: 'idea',
    name: { en: 'What happened', nl: 'Wat er gebeurde', fr: 'Ce qui s’est passé', de: 'Was geschah' },
  },
  {
    id: 'why',
    x: 898,
    w: 327,
    role: 'generated',
    cardKind: 'lesson',
    name: {
      en: 'Why the difference',
      nl: 'Vanwaar het verschil',
      fr: 'Pourquoi cet écart',
      de: 'Warum der Unterschied',
    },
  },
  {
    id: 'next',
    x: 1231,
    w: 327,
    role: 'result',
    cardKind: 'lesson',
    name: { en: 'So next time', nl: 'Dus volgende keer', fr: 'Donc, la prochaine fois', de: 'Also nächstes Mal' },
  },
];
const components: readonly { id: string; y: number; name: TextInput }[] = [
  { id: 'results', y: 174, name: { en: 'Results', nl: 'Resultaten', fr: 'Résultats', de: 'Ergebnisse' } },
  { id: 'process', y: 353, name: { en: 'Process', nl: 'Proces', fr: 'Déroulement', de: 'Ablauf' } },
  {
    id: 'delivery',
    y: 532,
    name: { en: 'Way of delivering', nl: 'Manier van leveren', fr: 'Mode de service', de: 'Art der Leistung' },
  },
  {
    id: 'resources',
    y: 711,
    name: { en: 'Use of resources', nl: 'Inzet van middelen', fr: 'Usage des moyens', de: 'Mitteleinsatz' },
  },
  {
    id: 'together',
    y: 890,
    name: { en: 'Working together', nl: 'Samenwerking', fr: 'Collaboration', de: 'Zusammenarbeit' },
  },
];

const whatHappened: TextInput = {
  en: 'What happened?',
  nl: 'Wat gebeurde er?',
  fr: 'Que s’est-il passé ?',
  de: 'Was geschah?',
};
const why: TextInput = { en: 'Why?', nl: 'Waarom?', fr: 'Pourquoi ?', de: 'Warum?' };
/** Three ghosts in a row: what happened, and twice why. */
const chain = (x: number, y: number): NonNullable<ZoneInput['starters']> =>
  [whatHappened, why, why].map((text, index) => ({ text, box: { x: x + 186 * index, y, w: 165, h: 125 } }));

const lessonForms = [
  {
    id: 'lesson1',
    name: { en: 'Lesson 1', nl: 'Les 1', fr: 'Enseignement 1', de: 'Lehre 1' },
    box: { x: 40, y: 108, w: 490, h: 476 },
  },
  {
    id: 'lesson2',
    name: { en: 'Lesson 2', nl: 'Les 2', fr: 'Enseignement 2', de: 'Lehre 2' },
    box: { x: 554, y: 108, w: 492, h: 476 },
  },
  {
    id: 'lesson3',
    name: { en: 'Lesson 3', nl: 'Les 3', fr: 'Enseignement 3', de: 'Lehre 3' },
    box: { x: 1070, y: 108, w: 490, h: 476 },
  },
  {
    id: 'lesson4',
    name: { en: 'Lesson 4', nl: 'Les 4', fr: 'Enseignement 4', de: 'Lehre 4' },
    box: { x: 40, y: 600, w: 490, h: 467 },
  },
  {
    id: 'lesson5',
    name: { en: 'Lesson 5', nl: 'Les 5', fr: 'Enseignement 5', de: 'Lehre 5' },
    box: { x: 554, y: 600, w: 492, h: 467 },
  },
  {
    id: 'lesson6',
    name: { en: 'Lesson 6', nl: 'Les 6', fr: 'Enseignement 6', de: 'Lehre 6' },
    box: { x: 1070, y: 600, w: 490, h: 467 },
  },
] as const;
const formLines: readonly TextInput[] = [
  { en: 'When', nl: 'Toen', fr: 'Quand', de: 'Als' },
  { en: 'we saw', nl: 'zagen we', fr: 'nous avons vu', de: 'sahen wir' },
  { en: 'because', nl: 'omdat', fr: 'parce que', de: 'weil' },
  { en: 'Next time we', nl: 'Volgende keer', fr: 'La prochaine fois', de: 'Nächstes Mal' },
];
const formFacts: readonly TextInput[] = [
  { en: 'Verdict', nl: 'Oordeel', fr: 'Verdict', de: 'Urteil' },
  { en: 'Travels', nl: 'Reist', fr: 'Portée', de: 'Reichweite' },
  { en: 'Lands on', nl: 'Landt op', fr: 'Destination', de: 'Ziel' },
];

const landing: readonly { x: number; w: number; name: TextInput }[] = [
  { x: 240, w: 492, name: { en: 'Lesson', nl: 'Les', fr: 'Enseignement', de: 'Lehre' } },
  { x: 740, w: 452, name: { en: 'Action', nl: 'Actie', fr: 'Action', de: 'Maßnahme' } },
  { x: 1200, w: 212, name: { en: 'Owner', nl: 'Eigenaar', fr: 'Responsable', de: 'Zuständig' } },
  { x: 1420, w: 132, name: { en: 'By', nl: 'Tegen', fr: 'Échéance', de: 'Bis' } },
];
const landingLanes: readonly { id: string; name: TextInput }[] = [
  { id: 'problem', name: { en: 'Problem', nl: 'Probleem', fr: 'Problème', de: 'Problem' } },
  { id: 'strategy', name: { en: 'Strategy', nl: 'Strategie', fr: 'Stratégie', de: 'Strategie' } },
  { id: 'plan', name: { en: 'Plan', nl: 'Plan', fr: 'Plan', de: 'Plan' } },
  { id: 'measure', name: { en: 'Measurement', nl: 'Meting', fr: 'Mesure', de: 'Messung' } },
  { id: 'team', name: { en: 'Team', nl: 'Team', fr: 'Équipe', de: 'Team' } },
  { id: 'comms', name: { en: 'Communication', nl: 'Communicatie', fr: 'Communication', de: 'Kommuni\u00adkation' } },
  { id: 'scaling', name: { en: 'Scaling', nl: 'Opschaling', fr: 'Déploiement', de: 'Ausweitung' } },
];
const landingY = (index: number): number => 164 + 130 * index;

export const lessonsLearnt: TemplateInput = {
  id: 'lessons-learnt',
  step: 4,
  title: templateTitles['lessons-learnt'],
  frames: [
    {
      id: 'timeline',
      number: '1',
      paper: 'A3',
      title: { en: 'What happened', nl: 'Wat er gebeurde', fr: 'Ce qui s’est passé', de: 'Was geschah' },
      question: {
        en: 'Facts first, on their date. Explanations come later.',
        nl: 'Eerst feiten, op hun datum. Verklaringen volgen later.',
        fr: 'D’abord les faits, à leur date. Les explications viendront.',
        de: 'Zuerst die Fakten, mit Datum. Erklärungen kommen später.',
      },
      chips: [
        { en: 'schedule', nl: 'planning', fr: 'calendrier', de: 'Zeitplan' },
        { en: 'results', nl: 'resultaten', fr: 'résultats', de: 'Ergebnisse' },
      ],
      zones: [
        {
          id: 'planned',
          box: { x: 40, y: 264, w: 2160, h: 256 },
          role: 'locked',
          sign: 'lock',
          head: 'left',
          headSize: 220,
          title: { en: 'Planned', nl: 'Gepland', fr: 'Prévu', de: 'Geplant' },
          prompt: { en: 'From the plan', nl: 'Uit het plan', fr: 'Selon le plan', de: 'Laut Plan' },
          cardKind: 'event',
          layout: 'time',
          capacity: { cards: 12 },
        },
        {
          id: 'real',
          box: { x: 40, y: 530, w: 2160, h: 350 },
          head: 'left',
          headSize: 220,
          title: {
            en: 'What really happened',
            nl: 'Wat echt gebeurde',
            fr: 'Ce qui s’est vraiment passé',
            de: 'Was wirklich geschah',
          },
          prompt: { en: 'Facts, with a date', nl: 'Feiten, met datum', fr: 'Des faits datés', de: 'Fakten mit Datum' },
          cardKind: 'event',
          layout: 'time',
          capacity: { cards: 16 },
        },
        {
          id: 'lived',
          box: { x: 40, y: 890, w: 2160, h: 330 },
          role: 'affected',
          sign: 'voice',
          head: 'left',
          headSize: 220,
          title: {
            en: 'What those affected lived through',
            nl: 'Wat betrokkenen meemaakten',
            fr: 'Ce que les usagers ont vécu',
            de: 'Was Betroffene erlebten',
          },
          prompt: { en: 'In their words', nl: 'In hun woorden', fr: 'Avec leurs mots', de: 'In ihren Worten' },
          cardKind: 'event',
          layout: 'time',
          capacity: { cards: 16 },
        },
        {
          id: 'mood',
          box: { x: 40, y: 1230, w: 2160, h: 286 },
          head: 'left',
          headSize: 220,
          title: { en: 'Our energy', nl: 'Onze energie', fr: 'Notre énergie', de: 'Unsere Energie' },
          prompt: {
            en: 'One dot a month',
            nl: 'Eén stip per maand',
            fr: 'Un point par mois',
            de: 'Ein Punkt pro Monat',
          },
          cardKind: null,
          layout: 'none',
          starters: [
            {
              text: {
                en: 'One dot a month',
                nl: 'Eén stip per maand',
                fr: 'Un point par mois',
                de: 'Ein Punkt pro Monat',
              },
              box: { x: 330, y: 1442, w: 260, h: 56 },
            },
          ],
        },
      ],
      marks: [
        {
          box: { x: 260, y: 264, w: 1926, h: 1252 },
          path: lines(
            ...[1, 2, 3].flatMap((month) =>
              timeLanes.map(({ y, h }): [number, number][] => [
                [monthX(month) - 260, y - 258],
                [monthX(month) - 260, y + h - 270],
              ]),
            ),
          ),
        },
        {
          box: { x: 260, y: 1230, w: 1926, h: 286 },
          path: lines([
            [50, 143],
            [1926, 143],
          ]),
          tone: 'muted',
          dash: 'dashed',
        },
      ],
      labels: [
        {
          box: { x: 40, y: 108, w: 2160, h: 84 },
          text: {
            en: 'We look at choices and conditions, not at who is to blame.',
            nl: 'We kijken naar keuzes en omstandigheden, niet naar wie schuld heeft.',
            fr: 'Nous regardons les choix et les conditions, pas les coupables.',
            de: 'Wir schauen auf Entscheidungen und Umstände, nicht auf Schuldige.',
          },
          size: 36,
          align: 'center',
          tone: 'result',
          plate: 'box',
        },
        ...months.map(
          (month): LabelInput => ({
            box: { x: monthX(month) + 4, y: 208, w: 474, h: 48 },
            text: {
              en: `Month ${month + 1}`,
              nl: `Maand ${month + 1}`,
              fr: `Mois ${month + 1}`,
              de: `Monat ${month + 1}`,
            },
            size: 27,
            tone: 'head',
            plate: 'box',
          }),
        ),
        ...['+2', '0', '−2'].map(
          (text, index): LabelInput => ({
            box: { x: 268, y: 1246 + 113 * index, w: 40, h: 28 },
            text: same(text),
            size: 22,
            weight: 500,
            tone: 'muted',
          }),
        ),
      ],
    },
    {
      id: 'plan-reality',
      number: '2',
      paper: 'A4',
      title: {
        en: 'Plan and reality',
        nl: 'Plan en werkelijkheid',
        fr: 'Plan et réalité',
        de: 'Plan und Wirklichkeit',
      },
      question: {
        en: 'Read the numbers first, then ask why.',
        nl: 'Lees eerst de cijfers, vraag dan waarom.',
        fr: 'Lisez d’abord les chiffres, puis demandez pourquoi.',
        de: 'Erst die Zahlen lesen, dann nach dem Warum fragen.',
      },
      chips: [
        { en: 'plan', nl: 'plan', fr: 'plan', de: 'Plan' },
        { en: 'results', nl: 'resultaten', fr: 'résultats', de: 'Ergebnisse' },
      ],
      zones: cells(
        reality,
        components.map((row) => ({ ...row, h: 173 })),
        { cardKind: 'lesson', layout: 'grid', capacity: { cards: 4 } },
      ),
      labels: [
        ...reality.map(
          ({ x, w, name, role }): LabelInput => ({
            box: { x, y: 108, w, h: 60 },
            text: name,
            size: 21,
            tone: role === 'locked' || role === 'result' ? role : 'plain',
            plate: 'box',
          }),
        ),
        ...components.map(
          ({ y, name }): LabelInput => ({
            box: { x: 40, y, w: 186, h: 173 },
            text: name,
            size: 21,
            tone: 'head',
            plate: 'box',
          }),
        ),
      ],
    },
    {
      id: 'lens-4l',
      number: '3a',
      paper: 'A4',
      title: {
        en: 'Lens: four L’s',
        nl: 'Bril: vier vragen',
        fr: 'Regard : quatre questions',
        de: 'Blick: vier Fragen',
      },
      question: {
        en: 'Write alone first. One thought per note.',
        nl: 'Schrijf eerst alleen. Eén gedachte per briefje.',
        fr: 'Écrivez d’abord seul. Une idée par note.',
        de: 'Zuerst allein schreiben. Ein Gedanke pro Notiz.',
      },
      zones: [
        {
          id: 'liked',
          box: { x: 40, y: 108, w: 748, h: 476 },
          head: 'top',
          headSize: 69,
          title: { en: 'Liked', nl: 'Fijn', fr: 'Apprécié', de: 'Gut' },
          prompt: {
            en: 'What went well, and should stay?',
            nl: 'Wat ging goed en moet blijven?',
            fr: 'Qu’est-ce qui a bien marché et doit rester ?',
            de: 'Was lief gut und soll bleiben?',
          },
          cardKind: 'observation',
          layout: 'grid',
          capacity: { L: 6, M: 9, S: 16 },
        },
        {
          id: 'learned',
          box: { x: 812, y: 108, w: 748, h: 476 },
          head: 'top',
          headSize: 69,
          title: { en: 'Learned', nl: 'Geleerd', fr: 'Appris', de: 'Gelernt' },
          prompt: {
            en: 'What do we know now?',
            nl: 'Wat weten we nu?',
            fr: 'Que savons-nous maintenant ?',
            de: 'Was wissen wir jetzt?',
          },
          cardKind: 'observation',
          layout: 'grid',
          capacity: { L: 6, M: 9, S: 16 },
        },
        {
          id: 'lacked',
          box: { x: 40, y: 600, w: 748, h: 467 },
          head: 'top',
          headSize: 69,
          title: { en: 'Lacked', nl: 'Gemist', fr: 'Manqué', de: 'Gefehlt' },
          prompt: {
            en: 'What was missing?',
            nl: 'Wat ontbrak er?',
            fr: 'Qu’est-ce qui faisait défaut ?',
            de: 'Was hat gefehlt?',
          },
          cardKind: 'observation',
          layout: 'grid',
          capacity: { L: 6, M: 9, S: 16 },
        },
        {
          id: 'longed',
          box: { x: 812, y: 600, w: 748, h: 467 },
          head: 'top',
          headSize: 69,
          title: { en: 'Longed for', nl: 'Verlangd', fr: 'Souhaité', de: 'Gewünscht' },
          prompt: {
            en: 'What would have helped?',
            nl: 'Wat had geholpen?',
            fr: 'Qu’est-ce qui aurait aidé ?',
            de: 'Was hätte geholfen?',
          },
          cardKind: 'observation',
          layout: 'grid',
          capacity: { L: 6, M: 9, S: 16 },
        },
      ],
    },
    {
      id: 'lens-kcss',
      number: '3b',
      paper: 'A4',
      title: {
        en: 'Lens: keep, change, stop, start',
        nl: 'Bril: houden, veranderen, stoppen, starten',
        fr: 'Regard : garder, changer, arrêter, commencer',
        de: 'Blick: behalten, ändern, lassen, anfangen',
      },
      question: {
        en: 'What do we do with it from Monday?',
        nl: 'Wat doen we ermee vanaf maandag?',
        fr: 'Qu’en faisons-nous dès lundi ?',
        de: 'Was machen wir ab Montag damit?',
      },
      zones: [
        {
          id: 'keep',
          box: { x: 40, y: 108, w: 362, h: 959 },
          role: 'keep',
          head: 'top',
          headSize: 69,
          title: { en: 'Keep', nl: 'Houden', fr: 'Garder', de: 'Behalten' },
          prompt: {
            en: 'Worked, stays as it is',
            nl: 'Werkte, blijft zo',
            fr: 'A marché, on n’y touche pas',
            de: 'Hat geklappt, bleibt so',
          },
          cardKind: 'observation',
          layout: 'grid',
          capacity: { L: 5, M: 7, S: 18 },
        },
        {
          id: 'change',
          box: { x: 426, y: 108, w: 362, h: 959 },
          role: 'change',
          head: 'top',
          headSize: 69,
          title: { en: 'Change', nl: 'Veranderen', fr: 'Changer', de: 'Ändern' },
          prompt: {
            en: 'Good idea, other way',
            nl: 'Goed idee, andere manier',
            fr: 'Bonne idée, autre façon',
            de: 'Gute Idee, anderer Weg',
          },
          cardKind: 'observation',
          layout: 'grid',
          capacity: { L: 5, M: 7, S: 18 },
        },
        {
          id: 'stop',
          box: { x: 812, y: 108, w: 362, h: 959 },
          role: 'stop',
          head: 'top',
          headSize: 69,
          title: { en: 'Stop', nl: 'Stoppen', fr: 'Arrêter', de: 'Lassen' },
          prompt: {
            en: 'Costs more than it gives',
            nl: 'Kost meer dan het geeft',
            fr: 'Coûte plus que cela n’apporte',
            de: 'Kostet mehr, als es bringt',
          },
          cardKind: 'observation',
          layout: 'grid',
          capacity: { L: 5, M: 7, S: 18 },
        },
        {
          id: 'start',
          box: { x: 1198, y: 108, w: 362, h: 959 },
          role: 'start',
          head: 'top',
          headSize: 69,
          title: { en: 'Start', nl: 'Starten', fr: 'Commencer', de: 'Anfangen' },
          prompt: {
            en: 'Not tried yet',
            nl: 'Nog niet geprobeerd',
            fr: 'Pas encore essayé',
            de: 'Noch nicht versucht',
          },
          cardKind: 'observation',
          layout: 'grid',
          capacity: { L: 5, M: 7, S: 18 },
        },
      ],
    },
    {
      id: 'lens-short',
      number: '3c',
      paper: 'A4',
      title: {
        en: 'Lens: short review',
        nl: 'Bril: korte terugblik',
        fr: 'Regard : bilan court',
        de: 'Blick: kurzer Rückblick',
      },
      question: {
        en: 'Four questions, fifteen minutes.',
        nl: 'Vier vragen, een kwartier.',
        fr: 'Quatre questions, un quart d’heure.',
        de: 'Vier Fragen, eine Viertelstunde.',
      },
      zones: [
        {
          id: 'planned',
          box: { x: 40, y: 108, w: 1520, h: 233 },
          head: 'left',
          headSize: 240,
          title: {
            en: 'What did we plan?',
            nl: 'Wat was gepland?',
            fr: 'Qu’avions-nous prévu ?',
            de: 'Was war geplant?',
          },
          cardKind: 'observation',
          layout: 'grid',
          capacity: { L: 6, M: 6, S: 14, XS: 16 },
        },
        {
          id: 'happened',
          box: { x: 40, y: 350, w: 1520, h: 233 },
          head: 'left',
          headSize: 240,
          title: { en: 'What happened?', nl: 'Wat gebeurde er?', fr: 'Que s’est-il passé ?', de: 'Was geschah?' },
          cardKind: 'observation',
          layout: 'grid',
          capacity: { L: 6, M: 6, S: 14, XS: 16 },
        },
        {
          id: 'why',
          box: { x: 40, y: 592, w: 1520, h: 233 },
          head: 'left',
          headSize: 240,
          title: { en: 'Why?', nl: 'Waarom?', fr: 'Pourquoi ?', de: 'Warum?' },
          cardKind: 'observation',
          layout: 'grid',
          capacity: { L: 6, M: 6, S: 14, XS: 16 },
        },
        {
          id: 'next',
          box: { x: 40, y: 834, w: 1520, h: 233 },
          head: 'left',
          headSize: 240,
          title: { en: 'What next?', nl: 'Wat nu?', fr: 'Et ensuite ?', de: 'Was nun?' },
          cardKind: 'observation',
          layout: 'grid',
          capacity: { L: 6, M: 6, S: 14, XS: 16 },
        },
      ],
    },
    {
      id: 'why',
      number: '4',
      paper: 'A4',
      title: { en: 'Why?', nl: 'Waarom?', fr: 'Pourquoi ?', de: 'Warum?' },
      question: {
        en: 'Ask why three times, for what hurt and for what worked.',
        nl: 'Vraag drie keer waarom, bij wat pijn deed en bij wat lukte.',
        fr: 'Demandez trois fois pourquoi, pour l’échec comme pour la réussite.',
        de: 'Dreimal warum fragen, bei dem, was schmerzte, und bei dem, was gelang.',
      },
      zones: [
        {
          id: 'why1',
          box: { x: 40, y: 108, w: 748, h: 476 },
          head: 'top',
          headSize: 44,
          title: { en: 'Difficulty 1', nl: 'Moeilijkheid 1', fr: 'Difficulté 1', de: 'Schwierigkeit 1' },
          cardKind: 'cause',
          layout: 'minitree',
          capacity: { depth: 4, leaves: 5 },
          starters: chain(52, 299),
        },
        {
          id: 'why2',
          box: { x: 812, y: 108, w: 748, h: 476 },
          head: 'top',
          headSize: 44,
          title: { en: 'Difficulty 2', nl: 'Moeilijkheid 2', fr: 'Difficulté 2', de: 'Schwierigkeit 2' },
          cardKind: 'cause',
          layout: 'minitree',
          capacity: { depth: 4, leaves: 5 },
          starters: chain(824, 299),
        },
        {
          id: 'why3',
          box: { x: 40, y: 600, w: 748, h: 467 },
          head: 'top',
          headSize: 44,
          title: { en: 'Difficulty 3', nl: 'Moeilijkheid 3', fr: 'Difficulté 3', de: 'Schwierigkeit 3' },
          cardKind: 'cause',
          layout: 'minitree',
          capacity: { depth: 4, leaves: 5 },
          starters: chain(52, 787),
        },
        {
          id: 'success',
          box: { x: 812, y: 600, w: 748, h: 467 },
          role: 'keep',
          head: 'top',
          headSize: 44,
          title: {
            en: 'Success: why did it work?',
            nl: 'Succes: waarom lukte het?',
            fr: 'Réussite : pourquoi cela a-t-il marché ?',
            de: 'Erfolg: Warum gelang es?',
          },
          cardKind: 'cause',
          layout: 'minitree',
          capacity: { depth: 4, leaves: 5 },
          starters: chain(824, 787),
        },
      ],
    },
    {
      id: 'lessons',
      number: '5',
      paper: 'A4',
      title: { en: 'Lessons', nl: 'Lessen', fr: 'Enseignements', de: 'Lehren' },
      question: {
        en: 'One lesson per card. Read it aloud: could someone elsewhere act on it?',
        nl: 'Eén les per kaart. Lees voor: kan iemand elders ermee aan de slag?',
        fr: 'Un enseignement par carte. À voix haute : quelqu’un d’autre pourrait-il agir ?',
        de: 'Eine Lehre pro Karte. Laut lesen: Könnte anderswo jemand danach handeln?',
      },
      zones: lessonForms.map(
        ({ id, name, box }): ZoneInput => ({
          id,
          box,
          role: 'generated',
          name,
          cardKind: 'lesson',
          layout: 'form',
          capacity: { cards: 1 },
          starters: [],
        }),
      ),
      marks: lessonForms.flatMap(({ box }): MarkInput[] => [
        {
          box,
          path: [50, 138, 226].map((y) => rectangle(12, y, box.w - 24, 56)).join(''),
          tone: 'head',
          fill: 'paper',
          strokeWidth: 0,
        },
        { box, path: rectangle(12, 314, box.w - 24, 56), tone: 'lesson', fill: 'paper', strokeWidth: 0 },
      ]),
      labels: lessonForms.flatMap(({ box: { x, y, w } }): LabelInput[] => [
        ...formLines.map(
          (text, line): LabelInput => ({
            box: { x: x + 14, y: y + 26 + 88 * line, w: w - 28, h: 22 },
            text,
            size: 17,
            tone: line === 3 ? 'lesson' : 'muted',
          }),
        ),
        ...formFacts.map(
          (text, fact): LabelInput => ({
            box: { x: x + 14 + 155 * fact, y: y + 380, w: 148, h: 22 },
            text,
            size: 16,
            weight: 500,
            tone: 'muted',
          }),
        ),
      ]),
    },
    {
      id: 'thanks',
      number: '6',
      paper: 'A4',
      title: { en: 'Wins and thanks', nl: 'Successen en dank', fr: 'Réussites et mercis', de: 'Erfolge und Dank' },
      question: {
        en: 'Name what worked, and who made it work.',
        nl: 'Noem wat lukte, en wie dat mogelijk maakte.',
        fr: 'Nommez ce qui a marché, et grâce à qui.',
        de: 'Benennen, was gelang und wer es möglich machte.',
      },
      zones: [
        {
          id: 'proud',
          box: { x: 40, y: 108, w: 748, h: 959 },
          head: 'top',
          headSize: 69,
          title: {
            en: 'We are proud of',
            nl: 'Wij zijn trots op',
            fr: 'Nous sommes fiers de',
            de: 'Wir sind stolz auf',
          },
          prompt: {
            en: 'Small wins count too.',
            nl: 'Kleine successen tellen ook.',
            fr: 'Les petites victoires comptent.',
            de: 'Auch kleine Erfolge zählen.',
          },
          cardKind: 'lesson',
          layout: 'grid',
          capacity: { L: 15, M: 21, S: 36 },
        },
        {
          id: 'thank',
          box: { x: 812, y: 108, w: 748, h: 959 },
          head: 'top',
          headSize: 69,
          title: { en: 'Thank you to… for…', nl: 'Dank aan… voor…', fr: 'Merci à… pour…', de: 'Danke an… für…' },
          prompt: {
            en: 'Someone who is not in the room, too.',
            nl: 'Ook aan wie er niet bij is.',
            fr: 'Aussi à une personne absente.',
            de: 'Auch an jemanden, der nicht hier ist.',
          },
          cardKind: 'thanks',
          layout: 'grid',
          capacity: { L: 15, M: 21, S: 36 },
          starters: [
            {
              text: {
                en: 'Thank you, [organisation], for…',
                nl: 'Dank je, [organisatie], voor…',
                fr: 'Merci à [organisation] pour…',
                de: 'Danke, [Organisation], für…',
              },
            },
          ],
        },
      ],
    },
    {
      id: 'landing',
      number: '7',
      paper: 'A4',
      title: {
        en: 'Where lessons land',
        nl: 'Waar lessen landen',
        fr: 'Où vont les enseignements',
        de: 'Wo Lehren landen',
      },
      question: {
        en: 'No lesson without a place, an owner and a date.',
        nl: 'Geen les zonder plek, eigenaar en datum.',
        fr: 'Aucun enseignement sans lieu, responsable et date.',
        de: 'Keine Lehre ohne Ort, Zuständige und Datum.',
      },
      zones: landingLanes.map(
        ({ id, name }, index): ZoneInput => ({
          id,
          box: { x: 40, y: landingY(index), w: 1520, h: 122 },
          head: 'left',
          headSize: 200,
          title: name,
          cardKind: 'lesson',
          layout: 'rows',
          capacity: { rows: 2 },
          starters: [],
        }),
      ),
      marks: landingLanes.map(
        (_, index): MarkInput => ({
          box: { x: 240, y: landingY(index), w: 1312, h: 122 },
          tone: 'plain',
          fill: 'paper',
          path: landing.flatMap(({ x, w }) => [7, 63].map((y) => rectangle(x - 240, y, w, 52, 6))).join(''),
        }),
      ),
      labels: landing.map(
        ({ x, w, name }): LabelInput => ({
          box: { x, y: 108, w, h: 48 },
          text: name,
          size: 19,
          tone: 'head',
          plate: 'box',
        }),
      ),
    },
  ],
};
