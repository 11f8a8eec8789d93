import type { session as source } from '../en/session.ts';
import type { Translation } from '../message.ts';

export const session: Translation<typeof source> = {
  closedTitle: 'Deze sessie is afgesloten.',
  closedText: 'Sinds {when} verandert niemand meer een bord. Iedereen kan lezen en meenemen.',
  unsentKept: 'Wat je het laatst schreef, blijft in deze browser en komt op het bord zodra de sessie weer open is.',
  unsentHere:
    'Wat je het laatst schreef, staat alleen op deze pagina. Laat die open: het komt op het bord zodra de sessie weer open is.',
  openAgain: 'Sessie weer openen',
  reopened: 'De sessie is weer open.',
};
