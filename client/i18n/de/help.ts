import type { help as source } from '../en/help.ts';
import type { Translation } from '../message.ts';

export const help: Translation<typeof source> = {
  onCard: 'Hilfe: {text}',
  about: 'Einen Blick wert',
  rewriteLabel: 'Sagen Sie es mit anderen Worten',
  save: 'Speichern',
  leaveIt: 'So lassen',
  reason: 'Warum lassen Sie es so?',
  reasonHint: 'Die Moderation sieht das beim Hinweis.',
  putAside: 'Beiseitelegen',
  seeCards: 'Karten',
};
