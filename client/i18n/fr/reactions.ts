/** What people show each other without a word. */
export const reactions = {
  open: 'Réagir',
  title: 'Réactions',
  agree: 'D’accord',
  applause: 'Applaudissements',
  heart: 'De tout cœur',
  smile: 'Ça me fait sourire',
  idea: 'J’ai une idée',
  question: 'J’ai une question',
  close: 'Fermer les réactions',
  of: '{name} : {what}',
  several: { one: '{count} réaction', other: '{count} réactions' },
} as const;
