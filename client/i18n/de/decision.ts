/** Putting down what was decided. */
export const decision = {
  item: 'Entscheidung festhalten …',
  step: 'Entscheidung festhalten',
  title: 'Entscheidung festhalten',
  about: 'Fragen Sie zuerst: Können alle damit leben und es mittragen? Sie steht auf dem Board und im Bericht.',
  what: 'Was wurde entschieden?',
  whatHint: 'Ein Satz, der sagt, wer was tut oder lässt.',
  noTitle: 'Schreiben Sie, was entschieden wurde.',
  fromVote: 'Aus der Fünf-Finger-Abfrage von eben.',
  present: 'Wer war dabei?',
  presentHint: 'Wer kein Häkchen hat, gilt als nicht dabei.',
  save: 'Festhalten',
  saved: 'Die Entscheidung steht auf dem Board.',
} as const;
