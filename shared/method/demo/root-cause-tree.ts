import type { Fields } from '../cards/fields.ts';
import type { Text } from '../template.ts';
import type { Demo, DemoCard, DemoRelation } from './demo.ts';
import { partners } from './partners.ts';

type Words = NonNullable<DemoCard['words']>;

const statement: Text = {
  en: 'Each year the 14 Korf shops in Merelbrugge bin about 310 t of food that is still good, while 1,900 households on food aid get fresh food less than once a week.',
  nl: 'Elk jaar gooien de 14 Korf-winkels in Merelbrugge zo’n 310 ton eten weg dat nog goed is, terwijl 1.900 gezinnen met voedselhulp minder dan één keer per week vers eten krijgen.',
  fr: 'Chaque année, les 14 magasins Korf de Merelbrugge jettent environ 310 t d’aliments encore bons, alors que 1 900 ménages à l’aide alimentaire reçoivent du frais moins d’une fois par semaine.',
  de: 'Jedes Jahr werfen die 14 Korf-Läden in Merelbrugge rund 310 t noch gute Lebensmittel weg, während 1.900 Haushalte mit Lebensmittelhilfe weniger als einmal pro Woche Frisches bekommen.',
};
const whoIsAffected: Text = {
  en: '1,900 households on food aid in Merelbrugge; 14 shop teams',
  nl: '1.900 gezinnen met voedselhulp in Merelbrugge; 14 winkelteams',
  fr: '1 900 ménages à l’aide alimentaire à Merelbrugge ; 14 équipes de magasin',
  de: '1.900 Haushalte mit Lebensmittelhilfe in Merelbrugge; 14 Ladenteams',
};
const whatHappens: Text = {
  en: 'They get fresh food less than once a week, and cannot choose it',
  nl: 'Ze krijgen minder dan één keer per week vers eten, en kunnen niet kiezen',
  fr: 'Ils reçoivent du frais moins d’une fois par semaine, sans pouvoir choisir',
  de: 'Sie bekommen weniger als einmal pro Woche Frisches und können es nicht wählen',
};
const whereSince: Text = {
  en: 'All of Merelbrugge, clearly worse since 2023',
  nl: 'Heel Merelbrugge, duidelijk erger sinds 2023',
  fr: 'Tout Merelbrugge, nettement pire depuis 2023',
  de: 'Ganz Merelbrugge, deutlich schlimmer seit 2023',
};
const howBig: Text = {
  en: 'About 310 t a year · 0.8 fresh meals a week instead of 3',
  nl: 'Zo’n 310 ton per jaar · 0,8 verse maaltijden per week in plaats van 3',
  fr: 'Environ 310 t par an · 0,8 repas frais par semaine au lieu de 3',
  de: 'Rund 310 t im Jahr · 0,8 frische Mahlzeiten pro Woche statt 3',
};
const howWeKnow: Text = {
  en: 'Shop logs 2025 · De Schakel counts · panel of eight users',
  nl: 'Winkelregisters 2025 · tellingen van De Schakel · panel van acht gebruikers',
  fr: 'Registres des magasins 2025 · comptages De Schakel · panel de huit usagers',
  de: 'Ladenprotokolle 2025 · Zählungen von De Schakel · Runde von acht Nutzenden',
};

const card = (
  zone: string,
  kind: DemoCard['kind'],
  id: string,
  title: Text,
  fields: Fields = {},
  words: Words = {},
): DemoCard => ({ id, zone, kind, title, fields, words });

const draft = (id: string, org: Text, title: Text, fields: Fields = {}): DemoCard =>
  card('problem/drafts', 'problem', id, title, { status: 'draft', ...fields }, { org });
const slot = (zone: string, title: Text): DemoCard =>
  card(`problem/slot.${zone}`, 'problem', `S.${zone}`, title, { status: 'proposed' }, { org: partners.city });

const problemFrame: readonly DemoCard[] = [
  draft('D1', partners.city, {
    en: 'Good food goes in the bin while people have too little',
    nl: 'Goed eten gaat de vuilnisbak in terwijl mensen tekortkomen',
    fr: 'De bons aliments finissent à la poubelle alors que des gens manquent de tout',
    de: 'Gutes Essen landet im Müll, während Menschen nicht satt werden',
  }),
  draft('D2', partners.westhaven, {
    en: 'Families on food aid hardly eat anything fresh',
    nl: 'Gezinnen met voedselhulp eten bijna niets vers',
    fr: 'Les familles à l’aide alimentaire ne mangent presque rien de frais',
    de: 'Familien mit Lebensmittelhilfe essen kaum etwas Frisches',
  }),
  draft('D3', partners.rondom, {
    en: 'We throw away what our neighbours need',
    nl: 'Wij gooien weg wat onze buren nodig hebben',
    fr: 'Nous jetons ce qui nourrirait nos voisins',
    de: 'Wir werfen weg, was unsere Nachbarn brauchen',
  }),
  draft('D4', partners.schakel, {
    en: 'Volunteers cannot cope with the peaks',
    nl: 'Vrijwilligers kunnen de pieken niet aan',
    fr: 'Les bénévoles ne suivent plus aux heures de pointe',
    de: 'Freiwillige kommen bei Spitzen nicht mehr nach',
  }),
  draft('D5', partners.korf, {
    en: 'Shops pay to get rid of good food',
    nl: 'Winkels betalen om goed eten kwijt te raken',
    fr: 'Les magasins paient pour se débarrasser de bons aliments',
    de: 'Läden zahlen dafür, gutes Essen loszuwerden',
  }),
  draft(
    'D6',
    partners.voices,
    {
      en: 'People feel they are given what is left over',
      nl: 'Mensen hebben het gevoel dat ze de restjes krijgen',
      fr: 'Les gens ont le sentiment de recevoir les restes',
      de: 'Menschen haben das Gefühl, nur Reste zu bekommen',
    },
    { voice: 'affected' },
  ),
  card(
    'problem/know',
    'fact',
    'K1',
    {
      en: '310 t a year binned, still edible',
      nl: '310 ton per jaar weggegooid, nog eetbaar',
      fr: '310 t par an jetées, encore mangeables',
      de: '310 t im Jahr weggeworfen, noch essbar',
    },
    { evidence_kind: 'data', voice: 'data' },
    {
      org: partners.korf,
      source: {
        en: 'Shop logs 2025',
        nl: 'Winkelregisters 2025',
        fr: 'Registres des magasins 2025',
        de: 'Ladenprotokolle 2025',
      },
    },
  ),
  card(
    'problem/know',
    'fact',
    'K2',
    {
      en: '1,900 households on food aid',
      nl: '1.900 gezinnen met voedselhulp',
      fr: '1 900 ménages à l’aide alimentaire',
      de: '1.900 Haushalte mit Lebensmittelhilfe',
    },
    { evidence_kind: 'data', voice: 'data' },
    {
      org: partners.schakel,
      source: {
        en: 'De Schakel count',
        nl: 'Telling van De Schakel',
        fr: 'Comptage De Schakel',
        de: 'Zählung von De Schakel',
      },
    },
  ),
  card(
    'problem/know',
    'fact',
    'K3',
    {
      en: 'Fresh food 0.8 times a week per household',
      nl: '0,8 keer per week vers eten per gezin',
      fr: 'Du frais 0,8 fois par semaine et par ménage',
      de: '0,8-mal pro Woche Frisches je Haushalt',
    },
    { evidence_kind: 'data', voice: 'data' },
    {
      org: partners.schakel,
      source: {
        en: 'De Schakel count',
        nl: 'Telling van De Schakel',
        fr: 'Comptage De Schakel',
        de: 'Zählung von De Schakel',
      },
    },
  ),
  card(
    'problem/know',
    'fact',
    'K4',
    {
      en: '“Tuesday I can choose, Friday there is nothing”',
      nl: '“Dinsdag kan ik kiezen, vrijdag is er niets”',
      fr: '« Mardi je peux choisir, vendredi il n’y a plus rien »',
      de: '„Dienstag kann ich wählen, Freitag ist nichts mehr da“',
    },
    { evidence_kind: 'story', voice: 'affected' },
    {
      org: partners.voices,
      source: { en: 'A user', nl: 'Een gebruiker', fr: 'Une usagère', de: 'Eine Nutzerin' },
    },
  ),
  card(
    'problem/know',
    'fact',
    'K5',
    {
      en: 'Korf pays €180 per tonne for removal',
      nl: 'Korf betaalt € 180 per ton om het te laten ophalen',
      fr: 'Korf paie 180 € la tonne pour l’enlèvement',
      de: 'Korf zahlt 180 € je Tonne für die Abholung',
    },
    { evidence_kind: 'data', voice: 'data' },
    {
      org: partners.korf,
      source: { en: 'Invoices 2025', nl: 'Facturen 2025', fr: 'Factures 2025', de: 'Rechnungen 2025' },
    },
  ),
  card(
    'problem/know',
    'fact',
    'K6',
    {
      en: 'Cold rooms full by Tuesday',
      nl: 'Koelcellen vol op dinsdag',
      fr: 'Chambres froides pleines dès le mardi',
      de: 'Kühlräume am Dienstag voll',
    },
    { evidence_kind: 'data', voice: 'work' },
    {
      org: partners.schakel,
      source: { en: 'Photo log', nl: 'Fotologboek', fr: 'Journal photo', de: 'Fotoprotokoll' },
    },
  ),
  slot('who', whoIsAffected),
  slot('what', whatHappens),
  slot('where', whereSince),
  slot('size', howBig),
  slot('proof', howWeKnow),
];

const cause = (place: string, id: string, org: Text, title: Text, fields: Fields, words: Words = {}): DemoCard =>
  card(`tree/${place}`, 'cause', id, title, fields, { org, ...words });
const effect = (place: string, id: string, org: Text, title: Text, fields: Fields, bears: Text): DemoCard =>
  card(`tree/${place}`, 'effect', id, title, fields, { org, who_bears_it: bears });
const votes = (people: number, orgs: number): Fields => ({ votes_people: people, votes_orgs: orgs });

const households: Text = {
  en: 'Households on food aid',
  nl: 'Gezinnen met voedselhulp',
  fr: 'Ménages à l’aide alimentaire',
  de: 'Haushalte mit Lebensmittelhilfe',
};
const photoLog: Text = {
  en: 'Photo log of the cold rooms, nine points',
  nl: 'Fotologboek van de koelcellen, negen punten',
  fr: 'Journal photo des chambres froides, neuf points',
  de: 'Fotoprotokoll der Kühlräume, neun Stellen',
};

const tree: readonly DemoCard[] = [
  card(
    'tree/trunk',
    'problem',
    'P',
    statement,
    { status: 'agreed', agreed_on: '2026-11-03' },
    {
      org: partners.city,
      who_affected: whoIsAffected,
      what_happens: whatHappens,
      where_since: whereSince,
      size: howBig,
      proof: howWeKnow,
    },
  ),
  cause(
    'c1',
    'C1',
    partners.korf,
    {
      en: 'Leftovers are known at closing time, when nobody can fetch them',
      nl: 'Wat overblijft is pas bij sluitingstijd bekend, als niemand het kan ophalen',
      fr: 'Les restes sont connus à la fermeture, quand nul ne peut les chercher',
      de: 'Reste stehen erst bei Ladenschluss fest, wenn niemand sie holen kann',
    },
    {
      ...{ category: 'process', evidence_kind: 'data', confidence: 'high', scope: 'in', voice: 'data' },
      ...{ weight: 4, reach: 3, ...votes(7, 4) },
    },
    {
      evidence: {
        en: 'Shop logs 2025, hour by hour',
        nl: 'Winkelregisters 2025, uur per uur',
        fr: 'Registres des magasins 2025, heure par heure',
        de: 'Ladenprotokolle 2025, Stunde für Stunde',
      },
    },
  ),
  cause(
    'c2',
    'C1.1',
    partners.schakel,
    {
      en: 'Volunteer drivers only ride in the daytime',
      nl: 'Vrijwillige chauffeurs rijden alleen overdag',
      fr: 'Les chauffeurs bénévoles ne roulent qu’en journée',
      de: 'Freiwillige fahren nur tagsüber',
    },
    {
      ...{ category: 'people', evidence_kind: 'data', confidence: 'high', scope: 'in', voice: 'work' },
      ...{ weight: 3.5, reach: 3.5, ...votes(5, 3) },
    },
  ),
  cause(
    'c3',
    'C1.1.1',
    partners.schakel,
    {
      en: 'Routes rest on six retired volunteers and one van',
      nl: 'De routes hangen af van zes gepensioneerden en één bestelwagen',
      fr: 'Les tournées reposent sur six bénévoles retraités et une camionnette',
      de: 'Die Touren hängen an sechs Freiwilligen im Ruhestand und einem Wagen',
    },
    {
      ...{ category: 'people', evidence_kind: 'data', confidence: 'high', scope: 'in', voice: 'work' },
      ...{ weight: 5, reach: 4, is_root: true, ...votes(9, 6) },
    },
    {
      evidence: {
        en: 'Route sheets of 2025',
        nl: 'Routebladen van 2025',
        fr: 'Feuilles de tournée de 2025',
        de: 'Tourenpläne von 2025',
      },
    },
  ),
  cause(
    'c2',
    'C1.2',
    partners.korf,
    {
      en: 'Shop staff see the leftovers one hour before closing',
      nl: 'Winkelpersoneel ziet de overschotten een uur voor sluitingstijd',
      fr: 'Le personnel voit les restes une heure avant la fermeture',
      de: 'Das Personal sieht eine Stunde vor Ladenschluss, was übrig bleibt',
    },
    {
      ...{ category: 'info', evidence_kind: 'data', confidence: 'medium', voice: 'work' },
      ...votes(3, 2),
    },
  ),
  cause(
    'c3',
    'C1.2.1',
    partners.korf,
    {
      en: 'Discounts are set weekly at head office, not per shop',
      nl: 'Het hoofdkantoor bepaalt de kortingen per week, niet de winkel',
      fr: 'Les remises sont fixées chaque semaine au siège, pas par magasin',
      de: 'Rabatte legt die Zentrale wöchentlich fest, nicht der einzelne Laden',
    },
    {
      ...{ category: 'money', evidence_kind: 'expert', confidence: 'medium', scope: 'influence', voice: 'work' },
      ...{ weight: 4, reach: 2, ...votes(4, 3) },
    },
  ),
  cause(
    'c1',
    'C2',
    partners.korf,
    {
      en: 'Shop managers fear being liable if someone falls ill',
      nl: 'Winkelmanagers zijn bang aansprakelijk te zijn als iemand ziek wordt',
      fr: 'Les gérants craignent d’être responsables si quelqu’un tombe malade',
      de: 'Filialleitungen fürchten zu haften, wenn jemand krank wird',
    },
    {
      ...{ category: 'habits', evidence_kind: 'story', confidence: 'high', scope: 'in', voice: 'work' },
      ...votes(6, 4),
    },
  ),
  cause(
    'c2',
    'C2.1',
    partners.city,
    {
      en: 'Three partners read the food-safety rules in three ways',
      nl: 'Drie partners lezen de hygiëneregels op drie manieren',
      fr: 'Trois partenaires lisent les règles d’hygiène de trois façons',
      de: 'Drei Partner lesen die Hygieneregeln auf drei Arten',
    },
    {
      ...{ category: 'rules', evidence_kind: 'data', confidence: 'high', scope: 'in', voice: 'data' },
      ...{ weight: 3.5, reach: 4.5, ...votes(8, 6) },
    },
  ),
  cause(
    'c3',
    'C2.1.1',
    partners.desk,
    {
      en: 'Guidance is written for producers, not for shops and aid points',
      nl: 'De richtlijn is er voor producenten, niet voor winkels en uitdeelpunten',
      fr: 'Le guide vise les producteurs, pas les magasins ni les points d’aide',
      de: 'Der Leitfaden gilt Erzeugern, nicht Läden und Ausgabestellen',
    },
    {
      ...{ category: 'rules', evidence_kind: 'expert', confidence: 'medium', scope: 'in', voice: 'work' },
      ...{ weight: 4, reach: 4, is_root: true, ...votes(6, 5) },
    },
  ),
  cause(
    'c1',
    'C3',
    partners.schakel,
    {
      en: 'Aid points refuse fresh food on most days',
      nl: 'Uitdeelpunten weigeren vers eten op de meeste dagen',
      fr: 'Les points d’aide refusent le frais la plupart des jours',
      de: 'Ausgabestellen lehnen an den meisten Tagen frische Ware ab',
    },
    {
      ...{ category: 'process', evidence_kind: 'data', confidence: 'high', scope: 'in', voice: 'data' },
      ...votes(4, 3),
    },
  ),
  cause(
    'c2',
    'C3.1',
    partners.schakel,
    {
      en: 'Cold rooms are full by Tuesday',
      nl: 'De koelcellen zitten op dinsdag vol',
      fr: 'Les chambres froides sont pleines dès le mardi',
      de: 'Die Kühlräume sind am Dienstag voll',
    },
    {
      ...{ category: 'place', evidence_kind: 'data', confidence: 'high', scope: 'in', voice: 'work' },
      ...{ weight: 3, reach: 2.5, ...votes(3, 2) },
    },
    { evidence: photoLog },
  ),
  cause(
    'c3',
    'C3.1.1',
    partners.rondom,
    {
      en: 'All points work with one weekly parcel, so all arrives at once',
      nl: 'Alle punten werken met één weekpakket, dus alles komt tegelijk aan',
      fr: 'Tous les points donnent un colis par semaine : tout arrive d’un coup',
      de: 'Alle Stellen geben ein Wochenpaket aus, so kommt alles auf einmal',
    },
    {
      ...{ category: 'process', evidence_kind: 'data', confidence: 'medium', scope: 'in', voice: 'work' },
      ...{ weight: 4, reach: 5, is_root: true, ...votes(5, 4) },
    },
  ),
  cause(
    'c1',
    'C4',
    partners.koelfiets,
    {
      en: 'Points hear of surplus by phone, after it is gone',
      nl: 'Punten horen telefonisch over overschotten als die al weg zijn',
      fr: 'Les points apprennent les surplus par téléphone, une fois partis',
      de: 'Stellen erfahren per Telefon vom Überschuss, wenn er weg ist',
    },
    {
      ...{ category: 'info', evidence_kind: 'assumption', confidence: 'low', voice: 'assumption' },
      ...{ weight: 2, reach: 4, ...votes(2, 1) },
    },
    {
      note: {
        en: 'First written as “Lack of an app for surplus”.',
        nl: 'Eerst geschreven als “Gebrek aan een app voor overschotten”.',
        fr: 'D’abord écrit « Manque d’une appli pour les surplus ».',
        de: 'Zuerst stand hier „Es fehlt eine App für Überschüsse“.',
      },
    },
  ),
  cause(
    'c1',
    'C5',
    partners.voices,
    {
      en: 'Families do not come on the fixed fresh-food day',
      nl: 'Gezinnen komen niet op de vaste dag voor vers eten',
      fr: 'Les familles ne viennent pas le jour fixe du frais',
      de: 'Familien kommen am festen Frischetag nicht',
    },
    {
      ...{ category: 'habits', evidence_kind: 'story', confidence: 'high', scope: 'in', voice: 'affected' },
      ...votes(6, 4),
    },
  ),
  cause(
    'c2',
    'C5.1',
    partners.voices,
    {
      en: 'Pick-up hour clashes with school runs and shifts',
      nl: 'Het afhaaluur botst met schoolritten en ploegendienst',
      fr: 'L’heure de retrait tombe pendant l’école et le travail posté',
      de: 'Die Abholzeit kollidiert mit Schulwegen und Schichten',
    },
    {
      ...{ category: 'habits', evidence_kind: 'story', confidence: 'high', scope: 'in', voice: 'affected' },
      ...votes(5, 3),
    },
  ),
  cause(
    'c3',
    'C5.1.1',
    partners.voices,
    {
      en: 'Opening hours were set around volunteers; users were never asked',
      nl: 'De openingsuren volgen de vrijwilligers; gebruikers zijn nooit gevraagd',
      fr: 'Les heures suivent les bénévoles ; on n’a jamais demandé aux usagers',
      de: 'Öffnungszeiten folgen den Freiwilligen; Nutzende fragte niemand',
    },
    {
      ...{ category: 'people', evidence_kind: 'story', confidence: 'high', scope: 'in', voice: 'affected' },
      ...{ weight: 4, reach: 5, is_root: true, ...votes(7, 5) },
    },
  ),
  effect(
    'direct',
    'E1',
    partners.schakel,
    {
      en: 'Fresh food is on the table 0.8 times a week',
      nl: 'Er staat 0,8 keer per week vers eten op tafel',
      fr: 'Du frais arrive à table 0,8 fois par semaine',
      de: 'Frisches steht 0,8-mal pro Woche auf dem Tisch',
    },
    { evidence_kind: 'data', confidence: 'high', voice: 'data', ...votes(3, 2) },
    households,
  ),
  effect(
    'far',
    'E1.1',
    partners.voices,
    {
      en: 'Users report more stomach and energy complaints',
      nl: 'Gebruikers melden meer maag- en energieklachten',
      fr: 'Les usagers signalent plus de maux de ventre et de fatigue',
      de: 'Nutzende berichten öfter von Magenbeschwerden und Müdigkeit',
    },
    { evidence_kind: 'story', confidence: 'low', voice: 'affected', ...votes(2, 2) },
    households,
  ),
  effect(
    'direct',
    'E2',
    partners.korf,
    {
      en: 'Korf pays about €56,000 a year to have good food taken away',
      nl: 'Korf betaalt zo’n € 56.000 per jaar om goed eten te laten weghalen',
      fr: 'Korf paie environ 56 000 € par an pour faire enlever de bons aliments',
      de: 'Korf zahlt rund 56.000 € im Jahr, um gutes Essen abholen zu lassen',
    },
    { evidence_kind: 'data', confidence: 'high', voice: 'data', ...votes(1, 1) },
    {
      en: 'Korf and its 14 shops',
      nl: 'Korf en zijn 14 winkels',
      fr: 'Korf et ses 14 magasins',
      de: 'Korf und seine 14 Läden',
    },
  ),
  effect(
    'direct',
    'E3',
    partners.korf,
    {
      en: 'Shop staff hate binning good food; two asked for a transfer',
      nl: 'Het personeel gooit niet graag goed eten weg; twee vroegen een andere plek',
      fr: 'Le personnel déteste jeter de bons aliments ; deux ont voulu partir',
      de: 'Das Personal wirft ungern gutes Essen weg; zwei baten um Versetzung',
    },
    { evidence_kind: 'story', confidence: 'medium', voice: 'work', ...votes(2, 2) },
    { en: 'Shop teams', nl: 'Winkelteams', fr: 'Équipes de magasin', de: 'Ladenteams' },
  ),
];

const question = (id: string, owner: Text, due: string, title: Text): DemoCard =>
  card('choose/unknown', 'question', id, title, { due }, { org: owner, owner_org: owner });

const unknowns: readonly DemoCard[] = [
  question('Q1', partners.schakel, '2026-11-20', {
    en: 'Do points really hear too late? See the call log',
    nl: 'Horen de punten het echt te laat? Bellijst nakijken',
    fr: 'Les points l’apprennent-ils trop tard ? Voir les appels',
    de: 'Hören die Stellen es wirklich zu spät? Anrufliste prüfen',
  }),
  question('Q2', partners.korf, '2026-11-27', {
    en: 'Is a discount per shop allowed?',
    nl: 'Mag een winkel zelf korting geven?',
    fr: 'Une remise par magasin est-elle permise ?',
    de: 'Ist ein Rabatt je Laden erlaubt?',
  }),
  question('Q3', partners.voices, '2026-12-04', {
    en: 'How many users work shifts? Ask the panel',
    nl: 'Hoeveel gebruikers werken in ploegen? Vraag het panel',
    fr: 'Combien d’usagers travaillent en équipes ? Demander au panel',
    de: 'Wie viele Nutzende arbeiten Schicht? Die Runde fragen',
  }),
];

/** What the three chains found beyond the tree. */
const deeperWhys: readonly DemoCard[] = [
  card(
    'fivewhys/c1.r3',
    'cause',
    'W1',
    {
      en: 'The rota was made when shops closed at six',
      nl: 'Het rooster dateert van toen de winkels om zes uur sloten',
      fr: 'Le planning date de l’époque où les magasins fermaient à six heures',
      de: 'Der Dienstplan stammt aus der Zeit, als die Läden um sechs schlossen',
    },
    { category: 'process', evidence_kind: 'expert', confidence: 'medium', voice: 'work' },
    { org: partners.schakel },
  ),
  card(
    'fivewhys/c1.r4',
    'cause',
    'W2',
    {
      en: 'Nobody has the task of renewing the rota',
      nl: 'Niemand heeft de taak het rooster te vernieuwen',
      fr: 'Personne n’est chargé de renouveler le planning',
      de: 'Niemand hat die Aufgabe, den Plan zu erneuern',
    },
    { category: 'people', evidence_kind: 'story', confidence: 'medium', voice: 'work' },
    { org: partners.schakel },
  ),
  card(
    'fivewhys/c2.r3',
    'cause',
    'W3',
    {
      en: 'Users are heard at no fixed moment',
      nl: 'Er is nergens een moment waarop gebruikers gehoord worden',
      fr: 'Il n’existe aucun moment où les usagers sont entendus',
      de: 'Nutzende werden zu keinem festen Zeitpunkt gehört',
    },
    { category: 'habits', evidence_kind: 'story', confidence: 'high', voice: 'affected' },
    { org: partners.voices },
  ),
];

const parents: readonly (readonly [child: string, parent: string])[] = [
  ['C1', 'P'],
  ['C1.1', 'C1'],
  ['C1.1.1', 'C1.1'],
  ['C1.2', 'C1'],
  ['C1.2.1', 'C1.2'],
  ['C2', 'P'],
  ['C2.1', 'C2'],
  ['C2.1.1', 'C2.1'],
  ['C3', 'P'],
  ['C3.1', 'C3'],
  ['C3.1.1', 'C3.1'],
  ['C4', 'P'],
  ['C5', 'P'],
  ['C5.1', 'C5'],
  ['C5.1.1', 'C5.1'],
  ['C5.1.1', 'C1.1'],
];

const relations: readonly DemoRelation[] = [
  ...parents.map(([from, to]): DemoRelation => ({ from, to, kind: 'causes' })),
  { from: 'P', to: 'E1', kind: 'leads_to' },
  { from: 'E1', to: 'E1.1', kind: 'leads_to' },
  { from: 'P', to: 'E2', kind: 'leads_to' },
  { from: 'P', to: 'E3', kind: 'leads_to' },
  { from: 'C5', to: 'C3.1', kind: 'feeds_back' },
];

const inMatrix = ['C1', 'C1.1', 'C1.1.1', 'C1.2.1', 'C2.1', 'C2.1.1', 'C3.1', 'C3.1.1', 'C4', 'C5.1.1'];
const chosen = ['C1.1.1', 'C5.1.1', 'C2.1.1', 'C3.1.1'];
const chains = [
  ['C1', 'C1.1', 'C1.1.1'],
  ['C5', 'C5.1', 'C5.1.1'],
  ['C2', 'C2.1', 'C2.1.1'],
];

export const rootCauseTreeDemo: Demo = {
  cards: [...problemFrame, ...tree, ...unknowns, ...deeperWhys],
  mirrors: [
    { of: 'P', zone: 'problem/result' },
    ...inMatrix.map((of) => ({ of, zone: 'choose/matrix' })),
    ...chosen.map((of) => ({ of, zone: 'choose/chosen' })),
    { of: 'P', zone: 'fishbone/head' },
    ...chains.flatMap((chain, column) => chain.map((of, row) => ({ of, zone: `fivewhys/c${column + 1}.r${row}` }))),
  ],
  relations,
};
