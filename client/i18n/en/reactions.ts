/** What people show each other without a word. */
export const reactions = {
  open: 'React',
  title: 'Reactions',
  agree: 'I agree',
  applause: 'Applause',
  heart: 'With all my heart',
  smile: 'That makes me smile',
  idea: 'I have an idea',
  question: 'I have a question',
  close: 'Close the reactions',
  of: '{name}: {what}',
  several: { one: '{count} reaction', other: '{count} reactions' },
} as const;
