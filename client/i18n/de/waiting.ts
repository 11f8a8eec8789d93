/** Those before the door, for whoever leads. */
export const waiting = {
  title: 'Warten auf Einlass',
  want: { one: '{count} Person möchte hereinkommen', other: '{count} Personen möchten hereinkommen' },
  who: '{name}, {organisation}',
  admit: 'Einlassen',
  admitName: 'Einlassen: {name}',
  admitAll: 'Alle einlassen',
  decline: 'Jetzt nicht',
  declineName: 'Jetzt nicht: {name}',
  knocks: '{name} ({organisation}) möchte hereinkommen.',
} as const;
