/** Who speaks, and who wants to. */
export const floor = {
  title: 'Spreekbeurten',
  raise: 'Hand opsteken',
  lower: 'Hand laten zakken',
  hands: { one: '{count} hand omhoog', other: '{count} handen omhoog' },
  order: 'De beurt gaat de organisaties rond.',
  speaking: 'Nu aan het woord',
  giveNext: 'Volgende: {name}',
  giveTo: 'Het woord geven aan {name}',
  end: 'Klaar',
  dismiss: 'De hand van {name} laten zakken',
  dismissAll: 'Alle handen laten zakken',
  yourTurn: 'Je hebt het woord.',
  turnOf: '{name} heeft het woord.',
  yourHandIsUp: 'Je hand is omhoog.',
  yourHandIsDown: 'Je hand is omlaag.',
  handOf: '{name} heeft een hand opgestoken.',
} as const;
