/** Those before the door, for whoever leads. */
export const waiting = {
  title: 'Waiting to be let in',
  want: { one: '{count} person wants to come in', other: '{count} people want to come in' },
  who: '{name}, {organisation}',
  admit: 'Let in',
  admitName: 'Let in: {name}',
  admitAll: 'Let all in',
  decline: 'Not now',
  declineName: 'Not now: {name}',
  knocks: '{name} of {organisation} wants to come in.',
} as const;
