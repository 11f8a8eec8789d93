/** Who speaks, and who wants to. */
export const floor = {
  title: 'Turns to speak',
  raise: 'Raise your hand',
  lower: 'Lower your hand',
  hands: { one: '{count} hand up', other: '{count} hands up' },
  order: 'The turn goes round the organisations.',
  speaking: 'Speaking now',
  giveNext: 'Next: {name}',
  giveTo: 'Give the floor to {name}',
  end: 'Finished',
  dismiss: 'Take down the hand of {name}',
  dismissAll: 'Take down all hands',
  yourTurn: 'You have the floor.',
  turnOf: '{name} has the floor.',
  yourHandIsUp: 'Your hand is up.',
  yourHandIsDown: 'Your hand is down.',
  handOf: '{name} has raised a hand.',
} as const;
