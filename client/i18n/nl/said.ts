import type { said as source } from '../en/said.ts';
import type { Translation } from '../message.ts';

export const said: Translation<typeof source> = {
  gone: 'De verbinding is weggevallen. Werk gerust verder: er gaat niets verloren, alles wordt later verstuurd.',
  blocked: 'Dit netwerk houdt liveverbindingen tegen. Boven het bord staat wat je kunt doen.',
  full: 'Het bord is op dit moment vol. Schrijf gerust verder: alles wordt verstuurd zodra er weer plaats is.',
  closed: 'De sessie is net afgesloten. Niemand verandert nu nog een bord.',
  back: 'Weer verbonden. Alles is bewaard.',
  backToRead: 'Weer verbonden.',
  mentioned: '{name} noemt je in een opmerking: {text}',
  selected: '{what}, {number} van {count}',
  selectedMany: { one: '{count} ding geselecteerd', other: '{count} dingen geselecteerd' },
  moved: '“{title}” staat nu in {zone}, {frame}.',
  movedMany: {
    one: '{count} kaart staat nu in {zone}, {frame}.',
    other: '{count} kaarten staan nu in {zone}, {frame}.',
  },
  movedOut: '“{title}” staat nu buiten elk vak.',
  shown: '“{title}” staat nu ook in {zone}, {frame}.',
  shownMany: {
    one: '{count} kaart staat nu ook in {zone}, {frame}.',
    other: '{count} kaarten staan nu ook in {zone}, {frame}.',
  },
  clustered: {
    one: '{count} kaart zit nu in het cluster “{name}”.',
    other: '{count} kaarten zitten nu in het cluster “{name}”.',
  },
  hungTogether: {
    one: '{count} kaart hangt nu aan “{name}”.',
    other: '{count} kaarten hangen nu aan “{name}”.',
  },
  unclustered: { one: '{count} kaart zit nu in geen cluster.', other: '{count} kaarten zitten nu in geen cluster.' },
  group: 'Groep',
  linked: '“{from}” en “{to}” zijn verbonden.',
  removed: 'Weggehaald: {what}. Ongedaan maken brengt het terug.',
  removedMany: {
    one: '{count} ding weggehaald. Ongedaan maken brengt het terug.',
    other: '{count} dingen weggehaald. Ongedaan maken brengt ze terug.',
  },
  returned: 'Weer op het bord: {what}',
  returnedMany: { one: '{count} ding is weer op het bord.', other: '{count} dingen zijn weer op het bord.' },
  takenBack: 'Teruggenomen: {what}',
  takenBackMany: { one: '{count} ding teruggenomen.', other: '{count} dingen teruggenomen.' },
};
