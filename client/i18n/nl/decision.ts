/** Putting down what was decided. */
export const decision = {
  item: 'Beslissing vastleggen …',
  step: 'Beslissing vastleggen',
  title: 'Beslissing vastleggen',
  about: 'Vraag eerst: kan iedereen ermee leven en erachter staan? Ze staat op het bord en in het verslag.',
  what: 'Wat is er beslist?',
  whatHint: 'Eén zin die zegt wie wat doet of laat.',
  noTitle: 'Schrijf op wat er beslist is.',
  fromVote: 'Uit de vuist-tot-vijf van daarnet.',
  present: 'Wie was erbij?',
  presentHint: 'Wie geen vinkje heeft, wordt als afwezig genoteerd.',
  save: 'Vastleggen',
  saved: 'De beslissing staat op het bord.',
} as const;
