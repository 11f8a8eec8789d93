import type { breakouts as source } from '../en/breakouts.ts';
import type { Translation } from '../message.ts';

/** People work in groups, each on a board of its own. */
export const breakouts: Translation<typeof source> = {
  item: 'Werken in groepen …',
  step: 'In groepen',
  title: 'Werken in groepen',
  about:
    'Elke groep krijgt een eigen bord: een kopie van een kader met wat erop staat. Daarna komt alles hier terug, met wie het schreef.',
  frame: 'Welk kader?',
  count: 'Hoeveel groepen?',
  dealt: 'Wie werkt samen',
  again: 'Opnieuw verdelen',
  group: 'Groep {letter}',
  none: 'In geen groep',
  placeOf: 'Groep van {name}',
  hops: 'Wie begeleidt, loopt tussen de groepen.',
  start: 'Groepen starten',
  noFrame: 'Dit bord heeft geen kader. Groepen hebben er een nodig.',
  strip: 'Werken in groepen',
  atWork: 'Er wordt in groepen gewerkt.',
  inGroup: 'Je zit in groep {letter}.',
  go: 'Naar groep {letter}',
  join: 'Meedoen in groep {letter}',
  main: 'Hoofdbord',
  task: 'Wat je hier schrijft, komt later op “{board}”.',
  closed: 'Wat hier is geschreven, staat op “{board}”. Dit bord is gesloten: ga daar verder.',
  over: 'De tijd in groepen is voorbij. Wat je hier nu nog schrijft, komt alleen op “{board}” als het opnieuw wordt samengebracht.',
  back: 'Terug naar het hoofdbord',
  bring: 'Samenbrengen …',
  bringTitle: 'De groepen samenbrengen',
  bringText:
    'Wat de groepen schreven, komt op “{board}”, met wie het schreef en in dezelfde vakken. Het bord zoals het nu is, blijft bewaard als versie.',
  bringEnd: 'Samenbrengen en afronden',
  bringOn: 'Nu brengen, verder in groepen',
  bringing: 'De groepen worden zo samengebracht: maak je zin nog af.',
  brought: 'Wat de groepen schreven, staat op “{board}”.',
  tried: 'De groepen zijn samengebracht, als er plaats was: op “{board}” zie je wat ze schreven.',
  noRoom: 'Op “{board}” is geen plaats voor wat de groepen schreven. Het blijft bij hen staan.',
  unread: {
    one: 'Het bord van groep {groups} kan niet gelezen worden en blijft zoals het is. Wat de anderen schreven, staat op “{board}”.',
    other:
      'De borden van de groepen {groups} kunnen niet gelezen worden en blijven zoals ze zijn. Wat de anderen schreven, staat op “{board}”.',
  },
  unknown: 'het hoofdbord',
};
