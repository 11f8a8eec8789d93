import type { privateWriting as source } from '../en/private-writing.ts';
import type { Translation } from '../message.ts';

export const privateWriting: Translation<typeof source> = {
  title: 'Privé schrijven',
  about:
    'Iedereen schrijft op het bord zoals altijd, maar ziet alleen de eigen nieuwe kaarten. Daarna onthul je alles tegelijk.',
  names: 'Namen',
  named: 'Met namen',
  namedText: 'Eenmaal onthuld zegt elke kaart van wie ze is, zoals altijd.',
  anonymous: 'Anoniem',
  anonymousText: 'Niemands naam wordt bewaard, ook niet voor jou. Dit kan niet ongedaan gemaakt worden.',
  start: 'Beginnen',
  elsewhere: 'Op “{board}” wordt privé geschreven. Onthul dat eerst.',
  elsewhereUnknown: 'Op een ander bord wordt privé geschreven. Onthul dat eerst.',
  toThatBoard: 'Naar dat bord',

  on: 'Privé schrijven.',
  onlyYou: 'Alleen jij ziet de nieuwe kaarten die je schrijft, tot ze onthuld worden.',
  onlyThey: 'Iedereen ziet alleen de eigen nieuwe kaarten, tot je alles onthult.',
  noName: 'Wat je schrijft, draagt geen naam.',
  noNames: 'Wat er geschreven wordt, draagt geen naam, ook niet voor jou.',
  watching: 'De groep schrijft privé.',
  watchingText: 'Je ziet het zodra het onthuld wordt.',

  counts: 'Tot nu toe geschreven',
  nothing: 'Nog niets geschreven',
  total: { one: '{count} kaart tot nu toe', other: '{count} kaarten tot nu toe' },
  byOrganisation: { one: '{organisation}: {count} kaart', other: '{organisation}: {count} kaarten' },
  reveal: 'Alles onthullen',
  revealingIn: 'Onthulling over {seconds} …',
  revealingNow: 'Wordt nu onthuld …',

  saidBegun: 'Het privé schrijven is begonnen.',
  saidRevealing: {
    one: 'Over {count} seconde wordt alles onthuld.',
    other: 'Over {count} seconden wordt alles onthuld.',
  },
  revealed: { one: 'Alles is onthuld: {count} kaart.', other: 'Alles is onthuld: {count} kaarten.' },
  ended: 'Het privé schrijven is afgelopen.',

  late: {
    one: '{count} kaart van jou kwam te laat en is alleen voor jou zichtbaar.',
    other: '{count} kaarten van jou kwamen te laat en zijn alleen voor jou zichtbaar.',
  },
  lateNoName: { one: 'Gepubliceerd draagt ze geen naam.', other: 'Gepubliceerd dragen ze geen naam.' },
  publish: 'Publiceren',
  keep: 'Nog even houden',
  published: { one: 'Iedereen ziet je kaart nu.', other: 'Iedereen ziet je {count} kaarten nu.' },

  notInFile: 'Wat privé geschreven is, zit er niet in.',
};
