import type { balance as source } from '../en/balance.ts';
import type { Translation } from '../message.ts';

/** Who writes and speaks how much, for whoever leads. */
export const balance: Translation<typeof source> = {
  item: 'Balans',
  title: 'Balans',
  about: 'Alleen begeleiders zien dit.',
  loading: 'Tellen …',
  cards: 'Kaarten op dit bord',
  turns: 'Spreekbeurten',
  cardCount: { one: '{count} kaart', other: '{count} kaarten' },
  turnCount: { one: '{count} beurt', other: '{count} beurten' },
  share: '{share}%',
  sinceStart: { one: '{count} sinds de sessie begon', other: '{count} sinds de sessie begon' },
  hidden: { one: 'er wordt nog {count} privé geschreven', other: 'er worden er nog {count} privé geschreven' },
  together: 'Kleinere organisaties samen',
  tooSmall: 'Minder dan drie mensen hier, dus geen cijfers en niet meegeteld in de percentages: {names}.',
  noneTitle: 'Nog geen cijfers',
  noneText:
    'Die zijn er zodra drie mensen van één organisatie hier zijn. Van minder mensen zou je zien wie hoeveel schreef.',
  nameless: 'Niet meegeteld: kaarten zonder naam.',
  unheard: 'Nog niet gehoord',
  unheardText: 'Tot nu toe geen kaart en geen beurt.',
  allHeard: 'Iedereen hier heeft een kaart geschreven of het woord gehad.',
  nobodyHere: 'Er is nog niemand die meedoet.',
  give: 'Het woord geven',
  askRound: 'Eén organisatie heeft veel meer geschreven dan de andere. Vraag om een ronde van {names}.',
  askAll:
    'Eén organisatie heeft veel meer geschreven dan de andere. Vraag om een ronde, eerst één stem van elke organisatie.',
};
