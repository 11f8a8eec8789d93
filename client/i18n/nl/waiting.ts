/** Those before the door, for whoever leads. */
export const waiting = {
  title: 'Wachten op toelating',
  want: { one: '{count} persoon wil binnenkomen', other: '{count} mensen willen binnenkomen' },
  who: '{name}, {organisation}',
  admit: 'Binnenlaten',
  admitName: '{name} binnenlaten',
  admitAll: 'Iedereen binnenlaten',
  decline: 'Nu niet',
  declineName: '{name} nu niet binnenlaten',
  knocks: '{name} van {organisation} wil binnenkomen.',
} as const;
