import type { session as source } from '../en/session.ts';
import type { Translation } from '../message.ts';

export const session: Translation<typeof source> = {
  closedTitle: 'Diese Sitzung ist geschlossen.',
  closedText: 'Seit {when} ändert niemand ein Board. Alle können lesen und mitnehmen.',
  unsentKept:
    'Was Sie zuletzt geschrieben haben, bleibt in diesem Browser und kommt auf das Board, sobald die Sitzung wieder offen ist.',
  unsentHere:
    'Was Sie zuletzt geschrieben haben, steht nur auf dieser Seite. Lassen Sie sie offen: Es kommt auf das Board, sobald die Sitzung wieder offen ist.',
  openAgain: 'Sitzung wieder öffnen',
  reopened: 'Die Sitzung ist wieder offen.',
};
