/** What people show each other without a word. */
export const reactions = {
  open: 'Reageren',
  title: 'Reacties',
  agree: 'Mee eens',
  applause: 'Applaus',
  heart: 'Van harte',
  smile: 'Daar word ik blij van',
  idea: 'Ik heb een idee',
  question: 'Ik heb een vraag',
  close: 'Reacties sluiten',
  of: '{name}: {what}',
  several: { one: '{count} reactie', other: '{count} reacties' },
} as const;
