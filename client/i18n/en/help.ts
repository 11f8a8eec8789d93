export const help = {
  onCard: 'Help: {text}',
  about: 'Worth a look',
  rewriteLabel: 'Say it in other words',
  save: 'Save',
  leaveIt: 'Leave it',
  reason: 'Why do you leave it as it is?',
  reasonHint: 'The facilitator sees this with the hint.',
  putAside: 'Put aside',
  seeCards: 'Cards',
} as const;
