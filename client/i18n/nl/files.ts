import type { files as source } from '../en/files.ts';
import type { Translation } from '../message.ts';

export const files: Translation<typeof source> = {
  title: 'Een bestand binnenhalen',
  text: 'Een bord dat Commonboard als gegevens bewaarde (.json), of een .tldr van tldraw. Je ziet wat erin zit voor er iets gebeurt.',
  choose: 'Kies een bestand',
  chooseOther: 'Een ander bestand',
  drop: 'of sleep het hierheen',
  limit: 'Tot 50 MB',
  tooLarge: '“{name}” is {size} MB groot. Een bestand mag tot 50 MB groot zijn.',
  sending: '“{name}” wordt verstuurd: {percent}%',
  reading: '“{name}” wordt gelezen',
  progress: 'Voortgang van het bestand',
  stop: 'Stoppen',
  holds: 'Wat er in “{name}” zit',
  cards: { one: '{count} kaart', other: '{count} kaarten' },
  relations: { one: '{count} verbinding', other: '{count} verbindingen' },
  others: { one: '{count} ander ding', other: '{count} andere dingen' },
  empty: 'niets',
  where: 'Waar het naartoe gaat',
  asNew: { one: 'Een nieuw bord', other: '{count} nieuwe borden' },
  into: 'Naar “{title}”',
  make: { one: 'Bord maken', other: '{count} borden maken' },
  update: 'Bord bijwerken',
  added: { one: '{count} ding is nieuw', other: '{count} dingen zijn nieuw' },
  changed: { one: '{count} ding verandert', other: '{count} dingen veranderen' },
  unchanged: { one: '{count} ding is hetzelfde', other: '{count} dingen zijn hetzelfde' },
  kept: {
    one: '{count} ding op het bord zit niet in het bestand en blijft',
    other: '{count} dingen op het bord zitten niet in het bestand en blijven',
  },
  andMore: { one: 'en nog {count}', other: 'en nog {count}' },
  nothingToDo: 'Dit staat allemaal al op het bord.',
  versionKept: 'Het bord zoals het nu is, wordt als versie bewaard: je kunt terug.',
  leftOut: 'Wat niet kan worden overgenomen zoals het is',
  'reason-unknown-kind': {
    one: '{count} vorm van de soort “{kind}”, die borden niet hebben',
    other: '{count} vormen van de soort “{kind}”, die borden niet hebben',
  },
  'reason-web-page': { one: '{count} pagina van het web', other: '{count} pagina’s van het web' },
  'reason-video': { one: '{count} film', other: '{count} films' },
  'reason-picture-elsewhere': {
    one: '{count} afbeelding die niet in het bestand zit maar op een andere server',
    other: '{count} afbeeldingen die niet in het bestand zitten maar op een andere server',
  },
  'reason-picture-too-large': {
    one: '{count} afbeelding die te groot is',
    other: '{count} afbeeldingen die te groot zijn',
  },
  'reason-picture-kind': {
    one: '{count} afbeelding die geen PNG, JPEG, GIF of WebP is',
    other: '{count} afbeeldingen die geen PNG, JPEG, GIF of WebP zijn',
  },
  'reason-broken': {
    one: '{count} ding dat stuk is of groter dan een bord aankan ({kind})',
    other: '{count} dingen die stuk zijn of groter dan een bord aankan ({kind})',
  },
  'reason-hangs-loose': {
    one: '{count} ding waarvan het andere eind niet in het bestand zit ({kind})',
    other: '{count} dingen waarvan het andere eind niet in het bestand zit ({kind})',
  },
  'reason-id-taken': {
    one: '{count} ding waarvan de plaats op het bord door iets anders is ingenomen ({kind})',
    other: '{count} dingen waarvan de plaats op het bord door iets anders is ingenomen ({kind})',
  },
  asBox: 'een vak met de woorden komt ervoor in de plaats',
  notTaken: 'weggelaten',
};
