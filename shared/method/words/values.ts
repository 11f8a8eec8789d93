import type { FieldName, fieldTypes } from '../cards/fields.ts';
import type { Text } from '../template.ts';
import { hardlyToFully, littleToMuch } from './scores.ts';

type Types = typeof fieldTypes;
type NamesOf<Kind extends string> = { [N in FieldName]: Types[N]['type'] extends Kind ? N : never }[FieldName];
export type ChoiceName = NamesOf<'choice'>;
export type ScoreName = NamesOf<'score'>;
type ValueOf<N extends ChoiceName> = Types[N]['values'][number];

const engagement: Readonly<Record<ValueOf<'engagement'>, Text>> = {
  'not-contacted': { en: 'Not contacted', nl: 'Niet gecontacteerd', fr: 'Pas contacté', de: 'Nicht angesprochen' },
  contacted: { en: 'Contacted', nl: 'Gecontacteerd', fr: 'Contacté', de: 'Angesprochen' },
  'in-talks': { en: 'In talks', nl: 'In gesprek', fr: 'En discussion', de: 'Im Gespräch' },
  committed: { en: 'Committed', nl: 'Toegezegd', fr: 'Engagé', de: 'Zugesagt' },
  active: { en: 'Active', nl: 'Actief', fr: 'Actif', de: 'Aktiv' },
  left: { en: 'Left', nl: 'Vertrokken', fr: 'Parti', de: 'Ausgestiegen' },
};

const keepOrChange: Readonly<Record<ValueOf<'verdict'>, Text>> = {
  keep: { en: 'Keep', nl: 'Houden', fr: 'Garder', de: 'Beibehalten' },
  change: { en: 'Change', nl: 'Veranderen', fr: 'Changer', de: 'Ändern' },
  stop: { en: 'Stop', nl: 'Stoppen', fr: 'Arrêter', de: 'Beenden' },
  start: { en: 'Start', nl: 'Starten', fr: 'Commencer', de: 'Anfangen' },
};

export const valueWords: { readonly [N in ChoiceName]: Readonly<Record<ValueOf<N>, Text>> } = {
  voice: {
    affected: { en: 'Person affected', nl: 'Betrokkene', fr: 'Personne concernée', de: 'Betroffene Person' },
    heard: {
      en: 'Heard from people affected',
      nl: 'Gehoord van betrokkenen',
      fr: 'Entendu de personnes concernées',
      de: 'Von Betroffenen gehört',
    },
    work: {
      en: 'Own work experience',
      nl: 'Eigen werkervaring',
      fr: 'Expérience de travail',
      de: 'Eigene Arbeitserfahrung',
    },
    data: {
      en: 'Data or research',
      nl: 'Cijfers of onderzoek',
      fr: 'Données ou recherche',
      de: 'Daten oder Forschung',
    },
    assumption: { en: 'Assumption', nl: 'Aanname', fr: 'Hypothèse', de: 'Annahme' },
  },
  status: {
    draft: { en: 'Draft', nl: 'Ontwerp', fr: 'Brouillon', de: 'Entwurf' },
    proposed: { en: 'Proposed', nl: 'Voorgesteld', fr: 'Proposé', de: 'Vorgeschlagen' },
    agreed: { en: 'Agreed', nl: 'Afgesproken', fr: 'Convenu', de: 'Vereinbart' },
    parked: { en: 'Parked', nl: 'Geparkeerd', fr: 'Mis de côté', de: 'Zurückgestellt' },
    dropped: { en: 'Dropped', nl: 'Geschrapt', fr: 'Abandonné', de: 'Verworfen' },
  },
  sensitivity: {
    public: { en: 'Public', nl: 'Openbaar', fr: 'Public', de: 'Öffentlich' },
    partners: { en: 'Partners', nl: 'Partners', fr: 'Partenaires', de: 'Partner' },
    core: { en: 'Core group', nl: 'Kerngroep', fr: 'Noyau', de: 'Kerngruppe' },
  },
  category: {
    people: { en: 'People & skills', nl: 'Mensen & kunde', fr: 'Personnes et savoir-faire', de: 'Menschen & Können' },
    process: {
      en: 'Process & logistics',
      nl: 'Proces & logistiek',
      fr: 'Processus et logistique',
      de: 'Ablauf & Logistik',
    },
    rules: { en: 'Rules & policy', nl: 'Regels & beleid', fr: 'Règles et politique', de: 'Regeln & Politik' },
    money: { en: 'Money & incentives', nl: 'Geld & prikkels', fr: 'Argent et incitations', de: 'Geld & Anreize' },
    info: { en: 'Information', nl: 'Informatie', fr: 'Information', de: 'Information' },
    place: { en: 'Place & equipment', nl: 'Plaats & materiaal', fr: 'Lieu et matériel', de: 'Ort & Ausstattung' },
    habits: {
      en: 'Habits & beliefs',
      nl: 'Gewoonten & ideeën',
      fr: 'Habitudes et croyances',
      de: 'Gewohnheiten & Haltung',
    },
  },
  evidence_kind: {
    data: { en: 'Data', nl: 'Cijfers', fr: 'Données', de: 'Daten' },
    story: { en: 'Story', nl: 'Verhaal', fr: 'Récit', de: 'Erfahrung' },
    expert: { en: 'Expert', nl: 'Deskundige', fr: 'Expertise', de: 'Fachwissen' },
    assumption: { en: 'Assumption', nl: 'Aanname', fr: 'Hypothèse', de: 'Annahme' },
  },
  confidence: {
    low: { en: 'Low', nl: 'Laag', fr: 'Faible', de: 'Gering' },
    medium: { en: 'Medium', nl: 'Gemiddeld', fr: 'Moyen', de: 'Mittel' },
    high: { en: 'High', nl: 'Hoog', fr: 'Élevé', de: 'Hoch' },
  },
  scope: {
    in: { en: 'In scope', nl: 'Binnen de afbakening', fr: 'Dans le périmètre', de: 'Im Fokus' },
    influence: {
      en: 'Influence only',
      nl: 'Alleen te beïnvloeden',
      fr: 'Influence seulement',
      de: 'Nur zu beeinflussen',
    },
    out: { en: 'Out of scope', nl: 'Buiten de afbakening', fr: 'Hors périmètre', de: 'Nicht im Fokus' },
    unsure: { en: 'Unsure', nl: 'Onzeker', fr: 'Incertain', de: 'Unklar' },
  },
  org_type: {
    B: { en: 'Business', nl: 'Bedrijven', fr: 'Entreprises', de: 'Wirtschaft' },
    P: { en: 'Public', nl: 'Overheid', fr: 'Pouvoirs publics', de: 'Behörden' },
    N: { en: 'Non-profit', nl: 'Non-profit', fr: 'Associations', de: 'Verbände' },
    S: { en: 'Social enterprise', nl: 'Sociale onderneming', fr: 'Entreprise sociale', de: 'Sozialbetriebe' },
    K: { en: 'Knowledge', nl: 'Kennis', fr: 'Savoir', de: 'Wissen' },
    C: { en: 'Citizens', nl: 'Burgers', fr: 'Citoyens', de: 'Bürger' },
    F: { en: 'Funders', nl: 'Financiers', fr: 'Financeurs', de: 'Geldgeber' },
    O: { en: 'Other', nl: 'Andere', fr: 'Autres', de: 'Andere' },
  },
  stance: {
    champion: { en: 'Champion', nl: 'Trekker', fr: 'Porteur, porteuse', de: 'Treibende Kraft' },
    supportive: { en: 'Supportive', nl: 'Voorstander', fr: 'Favorable', de: 'Unterstützend' },
    neutral: { en: 'Neutral', nl: 'Neutraal', fr: 'Neutre', de: 'Neutral' },
    sceptical: { en: 'Sceptical', nl: 'Sceptisch', fr: 'Sceptique', de: 'Skeptisch' },
    opposed: { en: 'Opposed', nl: 'Tegenstander', fr: 'Opposé', de: 'Ablehnend' },
    unknown: { en: 'Unknown', nl: 'Onbekend', fr: 'Inconnu', de: 'Unbekannt' },
  },
  engagement,
  engagement_wanted: engagement,
  map_ring: {
    affected: { en: 'People affected', nl: 'Betrokkenen', fr: 'Personnes concernées', de: 'Betroffene' },
    core: { en: 'Core partners', nl: 'Kernpartners', fr: 'Noyau', de: 'Kernpartner' },
    needed: { en: 'Needed partners', nl: 'Nodige partners', fr: 'Partenaires requis', de: 'Nötige Partner' },
    wider: { en: 'Wider influence', nl: 'Ruimere invloed', fr: 'Influence large', de: 'Weiterer Einfluss' },
  },
  energy: {
    moves: { en: 'Things move here', nl: 'Hier beweegt het', fr: 'Ici, cela avance', de: 'Hier geht es voran' },
    stuck: { en: 'Stuck here', nl: 'Hier zit het vast', fr: 'Ici, c’est bloqué', de: 'Hier stockt es' },
    nobody: { en: 'Nobody here', nl: 'Hier is niemand', fr: 'Ici, personne', de: 'Hier ist niemand' },
  },
  viewpoint: {
    people: { en: 'People affected', nl: 'Betrokkenen', fr: 'Personnes concernées', de: 'Betroffene' },
    workers: {
      en: 'People doing the work',
      nl: 'Wie het werk doet',
      fr: 'Celles et ceux qui agissent',
      de: 'Die es tun',
    },
    orgs: {
      en: 'Our organisations',
      nl: 'Onze organisaties',
      fr: 'Nos organisations',
      de: 'Unsere Organisationen',
    },
    town: {
      en: 'Town, society, nature',
      nl: 'Stad, samenleving, natuur',
      fr: 'Ville, société, nature',
      de: 'Stadt, Gesellschaft, Natur',
    },
  },
  direction: {
    more: { en: 'More', nl: 'Meer', fr: 'Plus', de: 'Mehr' },
    less: { en: 'Less', nl: 'Minder', fr: 'Moins', de: 'Weniger' },
    new: { en: 'New', nl: 'Nieuw', fr: 'Nouveau', de: 'Neu' },
    ended: { en: 'Ended', nl: 'Voorbij', fr: 'Terminé', de: 'Vorbei' },
  },
  lens_4l: {
    liked: { en: 'Liked', nl: 'Fijn', fr: 'Aimé', de: 'Gut' },
    learned: { en: 'Learned', nl: 'Geleerd', fr: 'Appris', de: 'Gelernt' },
    lacked: { en: 'Lacked', nl: 'Gemist', fr: 'Manqué', de: 'Gefehlt' },
    longed: { en: 'Longed for', nl: 'Gewenst', fr: 'Souhaité', de: 'Gewünscht' },
  },
  lens_kcss: keepOrChange,
  lens_short: {
    planned: {
      en: 'What did we plan?',
      nl: 'Wat was gepland?',
      fr: 'Qu’avions-nous prévu ?',
      de: 'Was war geplant?',
    },
    happened: { en: 'What happened?', nl: 'Wat gebeurde er?', fr: 'Que s’est-il passé ?', de: 'Was geschah?' },
    why: { en: 'Why?', nl: 'Waarom?', fr: 'Pourquoi ?', de: 'Warum?' },
    next: { en: 'What next?', nl: 'Wat nu?', fr: 'Et ensuite ?', de: 'Was nun?' },
  },
  component: {
    results: { en: 'Results', nl: 'Resultaten', fr: 'Résultats', de: 'Ergebnisse' },
    process: { en: 'Process', nl: 'Proces', fr: 'Déroulement', de: 'Ablauf' },
    delivery: { en: 'Way of delivering', nl: 'Manier van leveren', fr: 'Mode de service', de: 'Art der Leistung' },
    resources: { en: 'Use of resources', nl: 'Inzet van middelen', fr: 'Usage des moyens', de: 'Mitteleinsatz' },
    together: { en: 'Working together', nl: 'Samenwerking', fr: 'Collaboration', de: 'Zusammenarbeit' },
  },
  verdict: keepOrChange,
  travels: {
    here: { en: 'Only here', nl: 'Alleen hier', fr: 'Ici seulement', de: 'Nur hier' },
    similar: { en: 'Similar places', nl: 'Gelijkaardige plekken', fr: 'Lieux semblables', de: 'Ähnliche Orte' },
    everywhere: { en: 'Everywhere', nl: 'Overal', fr: 'Partout', de: 'Überall' },
  },
  lands_on: {
    problem: { en: 'Problem', nl: 'Probleem', fr: 'Problème', de: 'Problem' },
    strategy: { en: 'Strategy', nl: 'Strategie', fr: 'Stratégie', de: 'Strategie' },
    plan: { en: 'Plan', nl: 'Plan', fr: 'Plan', de: 'Plan' },
    measure: { en: 'Measurement', nl: 'Meting', fr: 'Mesure', de: 'Messung' },
    team: { en: 'Team', nl: 'Team', fr: 'Équipe', de: 'Team' },
    comms: { en: 'Communication', nl: 'Communicatie', fr: 'Communication', de: 'Kommunikation' },
    scaling: { en: 'Scaling', nl: 'Opschaling', fr: 'Déploiement', de: 'Ausweitung' },
  },
  progress: {
    'to-do': { en: 'To do', nl: 'Te doen', fr: 'À faire', de: 'Offen' },
    doing: { en: 'Doing', nl: 'Bezig', fr: 'En cours', de: 'In Arbeit' },
    blocked: { en: 'Blocked', nl: 'Geblokkeerd', fr: 'Bloqué', de: 'Blockiert' },
    done: { en: 'Done', nl: 'Klaar', fr: 'Fait', de: 'Erledigt' },
    dropped: { en: 'Dropped', nl: 'Geschrapt', fr: 'Abandonné', de: 'Verworfen' },
  },
  mode: {
    consent: { en: 'Consent', nl: 'Consent', fr: 'Consentement', de: 'Konsent' },
    'fist-to-five': { en: 'Fist to five', nl: 'Vuist-tot-vijf', fr: 'Vote à cinq doigts', de: 'Fünf-Finger-Abfrage' },
    majority: { en: 'Majority', nl: 'Meerderheid', fr: 'Majorité', de: 'Mehrheit' },
    lead: { en: 'Lead decides', nl: 'Leiding beslist', fr: 'Le responsable décide', de: 'Leitung entscheidet' },
  },
};

/** What the two ends of a scale mean. */
export const scoreEnds: Readonly<Record<ScoreName, { readonly low: Text; readonly high: Text }>> = {
  weight: littleToMuch,
  reach: hardlyToFully,
  interest: littleToMuch,
  influence: littleToMuch,
  affected: littleToMuch,
  readiness: {
    low: { en: 'Not yet', nl: 'Nog niet', fr: 'Pas encore', de: 'Noch nicht' },
    high: { en: 'Ready to go', nl: 'Klaar om te starten', fr: 'Prêt à démarrer', de: 'Startklar' },
  },
  trusted: hardlyToFully,
  ambitious: {
    low: { en: 'As today', nl: 'Zoals vandaag', fr: 'Comme aujourd’hui', de: 'Wie heute' },
    high: {
      en: 'Worth getting up early',
      nl: 'Daar sta je vroeg voor op',
      fr: 'Vaut de se lever tôt',
      de: 'Dafür steht man früh auf',
    },
  },
  grounded: {
    low: { en: 'A dream', nl: 'Een droom', fr: 'Un rêve', de: 'Ein Traum' },
    high: { en: 'Believable', nl: 'Geloofwaardig', fr: 'Crédible', de: 'Glaubhaft' },
  },
  rooted: {
    low: { en: 'Beside the problem', nl: 'Naast het probleem', fr: 'À côté du problème', de: 'Neben dem Problem' },
    high: { en: 'At its root', nl: 'Bij de wortel', fr: 'À la racine', de: 'An der Wurzel' },
  },
  gives_direction: {
    low: { en: 'Leaves it open', nl: 'Laat alles open', fr: 'Laisse tout ouvert', de: 'Lässt alles offen' },
    high: { en: 'Shows the way', nl: 'Wijst de weg', fr: 'Montre la voie', de: 'Weist den Weg' },
  },
  mood: {
    low: { en: 'Drained', nl: 'Leeg', fr: 'À plat', de: 'Erschöpft' },
    high: { en: 'Full of energy', nl: 'Vol energie', fr: 'Plein d’énergie', de: 'Voller Energie' },
  },
  effort: {
    low: { en: 'Easy', nl: 'Makkelijk', fr: 'Facile', de: 'Leicht' },
    high: { en: 'Very hard', nl: 'Heel zwaar', fr: 'Très lourd', de: 'Sehr aufwendig' },
  },
  effect: littleToMuch,
  likelihood: {
    low: { en: 'Hardly ever', nl: 'Bijna nooit', fr: 'Presque jamais', de: 'Fast nie' },
    high: { en: 'Almost certain', nl: 'Bijna zeker', fr: 'Presque certain', de: 'Fast sicher' },
  },
  support: {
    low: { en: 'Objection', nl: 'Bezwaar', fr: 'Objection', de: 'Einwand' },
    high: { en: 'Full support', nl: 'Volle steun', fr: 'Plein soutien', de: 'Volle Zustimmung' },
  },
};

/** How a field that is true or false reads. */
export const flagWords: Readonly<Record<'yes' | 'no', Text>> = {
  yes: { en: 'Yes', nl: 'Ja', fr: 'Oui', de: 'Ja' },
  no: { en: 'No', nl: 'Nee', fr: 'Non', de: 'Nein' },
};
