/** Putting down what was decided. */
export const decision = {
  item: 'Record a decision …',
  step: 'Record the decision',
  title: 'Record a decision',
  about: 'Ask first: can everybody live with it and back it? It stands on the board and in the report.',
  what: 'What was decided?',
  whatHint: 'One sentence that says who does or stops doing what.',
  noTitle: 'Write what was decided.',
  fromVote: 'From the fist to five just now.',
  present: 'Who was there?',
  presentHint: 'Those without a tick are noted as missing.',
  save: 'Record',
  saved: 'The decision is on the board.',
} as const;
