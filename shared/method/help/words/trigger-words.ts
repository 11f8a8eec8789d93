import { createMatcher } from './matcher.ts';

/** RCT-2: a solution in the clothes of a cause. */
export const findSolution = createMatcher({
  en: [{ anywhere: ['lack of', 'absence of', 'not enough', 'need for', 'should'], opening: ['no', 'missing'] }],
  nl: [{ anywhere: ['gebrek aan', 'tekort aan', 'ontbreken van', 'te weinig', 'nood aan'], opening: ['geen'] }],
  fr: [
    {
      anywhere: [
        ...['manque de', "manque d'", 'absence de', "absence d'", 'pas assez de', "pas assez d'"],
        ...['faute de', "faute d'", 'besoin de', "besoin d'", 'il faut'],
      ],
    },
    // To a Dutch reader "pas de" is "only the".
    { opening: ['pas de', "pas d'"], notOn: ['nl'] },
  ],
  de: [
    {
      anywhere: ['Mangel an', 'es fehlt', 'es fehlen', 'zu wenig', 'Bedarf an', 'es braucht'],
      opening: ['kein~', 'fehlend~'],
    },
  ],
});

/** RCT-3, LES-4: who is at fault. Words that often mean something else (a debt, a cathedral, gone off) are left out. */
export const findBlame = createMatcher({
  en: [
    {
      anywhere: [
        ...['fault', 'to blame', 'blame', 'guilty', 'lazy', 'incompetent', 'incapable', 'careless', 'negligent'],
        ...[
          'irresponsible',
          'selfish',
          'stubborn',
          'stupid',
          'unwilling',
          "don't care",
          "doesn't care",
          "can't be bothered",
        ],
      ],
    },
  ],
  nl: [
    {
      anywhere: [
        ...['schuld van', 'eigen schuld', 'schuldig', 'te lui', 'luiheid', 'laks', 'onbekwaam', 'nalatig', 'slordig'],
        ...['onverschillig', 'onverantwoordelijk', 'egoïstisch', 'koppig', 'onwil', 'onwillig', 'trekt zich niets aan'],
      ],
    },
  ],
  fr: [
    {
      anywhere: [
        ...['la faute', 'leur faute', 'sa faute', 'coupable', 'coupables', 'fautif', 'fautifs', 'paresseux', 'paresse'],
        ...[
          'incompétent',
          'incompétents',
          'incompétence',
          'négligent',
          'négligents',
          'irresponsable',
          'irresponsables',
        ],
        ...['égoïste', 'égoïstes', 'têtu', 'têtus', 'mauvaise volonté', "s'en fiche", "s'en fichent"],
      ],
    },
  ],
  de: [
    {
      anywhere: [
        ...['schuld an', 'selbst schuld', 'sind schuld', 'ist schuld', 'schuldig', 'zu faul', 'Faulheit', 'unfähig'],
        ...['inkompetent', 'nachlässig', 'fahrlässig', 'gleichgültig', 'verantwortungslos', 'egoistisch', 'stur'],
        ...['böswillig', 'unwillig'],
      ],
    },
  ],
});

/** RCT-4: a cause inside the problem. */
export const findBecause = createMatcher({
  en: [{ anywhere: ['because'] }],
  nl: [{ anywhere: ['doordat'] }],
  fr: [{ anywhere: ['parce que', "parce qu'"] }],
  de: [{ anywhere: ['weil'] }],
});

/** LES-2: good intentions. */
export const findVague = createMatcher({
  en: [{ anywhere: ['communicate better', 'better communication', 'more time'] }],
  nl: [{ anywhere: ['meer overleg', 'beter overleg', 'beter communiceren', 'betere communicatie', 'meer tijd'] }],
  fr: [{ anywhere: ['mieux communiquer', 'meilleure communication', 'plus de temps'] }],
  de: [{ anywhere: ['besser kommunizieren', 'bessere Kommunikation', 'mehr Absprache', 'mehr Zeit'] }],
});

/** LES-9: where evidence comes from one place only. */
export const findOnePlace = createMatcher({
  en: [
    {
      anywhere: [
        'one site',
        'one place',
        'one shop',
        'one point',
        'one location',
        'one school',
        'a single site',
        'only here',
      ],
    },
  ],
  nl: [{ anywhere: ['één plaats', 'één plek', 'één winkel', 'één punt', 'één locatie', 'één school', 'alleen hier'] }],
  fr: [
    {
      anywhere: [
        'un seul site',
        'un seul lieu',
        'un seul endroit',
        'un seul magasin',
        'un seul point',
        'une seule école',
        "qu'ici",
      ],
    },
  ],
  de: [{ anywhere: ['einem Ort', 'einem Standort', 'einer Stelle', 'einem Laden', 'einer Schule', 'nur hier'] }],
});

/** ACT-3: whom one knows already, as tags say it. */
export const findUsualCircle = createMatcher({
  en: [{ anywhere: ['supplier', 'existing contact', 'customer'] }],
  nl: [{ anywhere: ['leverancier', 'bestaand contact', 'klant'] }],
  fr: [{ anywhere: ['fournisseur', 'contact existant', 'client'] }],
  de: [{ anywhere: ['Lieferant', 'Lieferantin', 'bestehender Kontakt', 'Kunde', 'Kundin'] }],
});
