/** While nobody may change anything. */
export const session = {
  closedTitle: 'This session is closed.',
  closedText: 'Since {when} nobody changes a board. Everybody can read and take home.',
  unsentKept: 'What you wrote last is kept in this browser and goes onto the board when the session is opened again.',
  unsentHere:
    'What you wrote last is only in this page. Keep it open: it goes onto the board when the session is opened again.',
  openAgain: 'Open the session again',
  reopened: 'The session is open again.',
} as const;
