import type { session as source } from '../en/session.ts';
import type { Translation } from '../message.ts';

export const session: Translation<typeof source> = {
  closedTitle: 'Cette séance est fermée.',
  closedText: 'Depuis {when}, personne ne modifie plus les tableaux. Tout le monde peut lire et emporter.',
  unsentKept:
    'Ce que vous avez écrit en dernier est gardé dans ce navigateur et ira sur le tableau quand la séance rouvrira.',
  unsentHere:
    'Ce que vous avez écrit en dernier n’est que dans cette page. Laissez-la ouverte : cela ira sur le tableau quand la séance rouvrira.',
  openAgain: 'Rouvrir la séance',
  reopened: 'La séance est rouverte.',
};
