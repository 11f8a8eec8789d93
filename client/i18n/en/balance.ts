/** Who writes and speaks how much, for whoever leads. */
export const balance = {
  item: 'Balance',
  title: 'Balance',
  about: 'Only facilitators see this.',
  loading: 'Counting …',
  cards: 'Cards on this board',
  turns: 'Turns to speak',
  cardCount: { one: '{count} card', other: '{count} cards' },
  turnCount: { one: '{count} turn', other: '{count} turns' },
  share: '{share}%',
  sinceStart: { one: '{count} since the session began', other: '{count} since the session began' },
  hidden: { one: '{count} more is being written alone', other: '{count} more are being written alone' },
  together: 'Smaller organisations together',
  tooSmall: 'Fewer than three people here, so no figures and no part in the shares: {names}.',
  noneTitle: 'No figures yet',
  noneText:
    'There are some once three people of one organisation are here. Of fewer, they would tell who wrote how much.',
  nameless: 'Not counted: cards without a name.',
  unheard: 'Not heard yet',
  unheardText: 'Neither a card nor a turn so far.',
  allHeard: 'Everybody here has written a card or had a turn.',
  nobodyHere: 'Nobody who takes part is here yet.',
  give: 'Give the floor',
  askRound: 'One organisation has written far more than the others. Ask for a round from {names}.',
  askAll:
    'One organisation has written far more than the others. Ask for a round, one voice of each organisation first.',
} as const;
