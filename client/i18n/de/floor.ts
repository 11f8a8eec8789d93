/** Who speaks, and who wants to. */
export const floor = {
  title: 'Wortmeldungen',
  raise: 'Hand heben',
  lower: 'Hand senken',
  hands: { one: '{count} Hand oben', other: '{count} Hände oben' },
  order: 'Das Wort geht reihum durch die Organisationen.',
  speaking: 'Spricht gerade',
  giveNext: 'Als Nächstes: {name}',
  giveTo: '{name} das Wort erteilen',
  end: 'Fertig',
  dismiss: 'Die Hand von {name} senken',
  dismissAll: 'Alle Hände senken',
  yourTurn: 'Sie haben das Wort.',
  turnOf: '{name} hat das Wort.',
  yourHandIsUp: 'Ihre Hand ist oben.',
  yourHandIsDown: 'Ihre Hand ist unten.',
  handOf: '{name} hat sich gemeldet.',
} as const;
