import type { VotingMethod } from '../../session/voting.ts';
import type { Text } from '../template.ts';

/** What people give points for in a vote: a part of the words of fields and values, for whoever needs no others. */

export const littleToMuch = {
  low: { en: 'A little', nl: 'Een beetje', fr: 'Un peu', de: 'Wenig' },
  high: { en: 'Very much', nl: 'Heel veel', fr: 'Énormément', de: 'Sehr' },
};

export const hardlyToFully = {
  low: { en: 'Hardly', nl: 'Nauwelijks', fr: 'À peine', de: 'Kaum' },
  high: { en: 'Fully', nl: 'Helemaal', fr: 'Tout à fait', de: 'Ganz' },
};

/** A field that votes are taken on. */
export type ScoredField = Extract<VotingMethod, { type: 'score' }>['field'];

export const scoreWords: Readonly<
  Record<ScoredField, { readonly label: Text; readonly low: Text; readonly high: Text }>
> = {
  weight: {
    label: {
      en: 'How much does it feed the problem?',
      nl: 'Hoe sterk voedt dit het probleem?',
      fr: 'À quel point cela nourrit-il le problème ?',
      de: 'Wie sehr nährt es das Problem?',
    },
    ...littleToMuch,
  },
  reach: {
    label: {
      en: 'How far can we change it together?',
      nl: 'Hoever kunnen we dit samen veranderen?',
      fr: 'Jusqu’où pouvons-nous le changer ensemble ?',
      de: 'Wie weit können wir es gemeinsam ändern?',
    },
    ...hardlyToFully,
  },
};
