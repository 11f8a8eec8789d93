/** Those before the door, for whoever leads. */
export const waiting = {
  title: 'Wachten op toelating',
  want: { one: '{count} persoon wil binnenkomen', other: '{count} mensen willen binnenkomen' },
  who: '{name}, {organisation}',
  admit: 'Binnenlaten',
  admitName: 'Binnenlaten: {name}',
  admitAll: 'Iedereen binnenlaten',
  decline: 'Nu niet',
  declineName: 'Nu niet: {name}',
  knocks: '{name} van {organisation} wil binnenkomen.',
} as const;
