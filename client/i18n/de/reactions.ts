/** What people show each other without a word. */
export const reactions = {
  open: 'Reagieren',
  title: 'Reaktionen',
  agree: 'Einverstanden',
  applause: 'Applaus',
  heart: 'Von Herzen',
  smile: 'Das freut mich',
  idea: 'Ich habe eine Idee',
  question: 'Ich habe eine Frage',
  close: 'Reaktionen schließen',
  of: '{name}: {what}',
  several: { one: '{count} Reaktion', other: '{count} Reaktionen' },
} as const;
