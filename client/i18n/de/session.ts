import type { session as source } from '../en/session.ts';
import type { Translation } from '../message.ts';

export const session: Translation<typeof source> = {
  closedTitle: 'Diese Sitzung ist geschlossen.',
  closedText: 'Das Board bleibt, wie es ist, bis die Moderation die Sitzung wieder öffnet.',
  unsentKept:
    'Was Sie zuletzt geschrieben haben, bleibt in diesem Browser und kommt auf das Board, sobald die Sitzung wieder offen ist.',
  unsentHere:
    'Was Sie zuletzt geschrieben haben, steht nur auf dieser Seite. Lassen Sie sie offen: Es kommt auf das Board, sobald die Sitzung wieder offen ist.',
  openAgain: 'Sitzung wieder öffnen',
};
