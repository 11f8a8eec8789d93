/** While everybody writes for themselves, and what came too late for the revealing. */
export const privateWriting = {
  title: 'Private writing',
  about:
    'Everybody writes on the board as always, but each sees only their own new cards. You then reveal everything at once.',
  names: 'Names',
  named: 'With names',
  namedText: 'Once revealed, each card says whose it is, as always.',
  anonymous: 'Anonymous',
  anonymousText: 'Nobody’s name is kept, not even for you. This cannot be undone.',
  start: 'Start',
  elsewhere: 'People are writing privately on “{board}”. Reveal that first.',
  elsewhereUnknown: 'People are writing privately on another board. Reveal that first.',
  toThatBoard: 'Go to that board',

  on: 'Private writing.',
  onlyYou: 'Only you see the new cards you write until they are revealed.',
  onlyThey: 'Everybody sees only the new cards they write, until you reveal them.',
  noName: 'What you write will carry no name.',
  noNames: 'What is written will carry no name, not even for you.',
  watching: 'The group is writing privately.',
  watchingText: 'You see it when it is revealed.',

  counts: 'Written so far',
  nothing: 'Nothing written yet',
  total: { one: '{count} card so far', other: '{count} cards so far' },
  byOrganisation: { one: '{organisation}: {count} card', other: '{organisation}: {count} cards' },
  reveal: 'Reveal everything',
  revealingIn: 'Revealing in {seconds} …',
  revealingNow: 'Revealing now …',

  saidBegun: 'Private writing has begun.',
  saidRevealing: {
    one: 'Everything is revealed in {count} second.',
    other: 'Everything is revealed in {count} seconds.',
  },
  revealed: { one: 'Everything is revealed: {count} card.', other: 'Everything is revealed: {count} cards.' },
  ended: 'Private writing has ended.',

  late: {
    one: '{count} card of yours came too late, and only you see it.',
    other: '{count} cards of yours came too late, and only you see them.',
  },
  lateNoName: { one: 'Published, it carries no name.', other: 'Published, they carry no name.' },
  publish: 'Publish',
  keep: 'Keep for now',
  published: { one: 'Everybody sees your card now.', other: 'Everybody sees your {count} cards now.' },

  notInFile: 'What is written privately is not in it.',
} as const;
