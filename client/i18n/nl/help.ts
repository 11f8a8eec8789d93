import type { help as source } from '../en/help.ts';
import type { Translation } from '../message.ts';

export const help: Translation<typeof source> = {
  onCard: 'Hulp: {text}',
  about: 'Het bekijken waard',
  rewriteLabel: 'Zeg het met andere woorden',
  save: 'Bewaren',
  leaveIt: 'Laten zoals het is',
  reason: 'Waarom laat je het zoals het is?',
  reasonHint: 'De begeleider ziet dit bij de tip.',
  putAside: 'Opzijzetten',
  seeCards: 'Kaarten',
};
