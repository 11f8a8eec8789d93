/** Putting down what was decided. */
export const decision = {
  item: 'Noter une décision …',
  step: 'Noter la décision',
  title: 'Noter une décision',
  about: 'Demandez d’abord : chacun peut-il l’accepter et la soutenir ? Elle figure sur le tableau et dans le rapport.',
  what: 'Qu’a-t-on décidé ?',
  whatHint: 'Une phrase qui dit qui fait ou cesse de faire quoi.',
  noTitle: 'Écrivez ce qui a été décidé.',
  fromVote: 'D’après le vote à cinq doigts qui vient d’avoir lieu.',
  present: 'Qui était là ?',
  presentHint: 'Les organisations non cochées sont notées absentes.',
  save: 'Noter',
  saved: 'La décision est sur le tableau.',
} as const;
