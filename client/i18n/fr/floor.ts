/** Who speaks, and who wants to. */
export const floor = {
  title: 'Tours de parole',
  raise: 'Lever la main',
  lower: 'Baisser la main',
  hands: { one: '{count} main levée', other: '{count} mains levées' },
  order: 'La parole tourne entre les organisations.',
  speaking: 'A la parole',
  giveNext: 'À suivre : {name}',
  giveTo: 'Donner la parole à {name}',
  end: 'Terminé',
  dismiss: 'Baisser la main de {name}',
  dismissAll: 'Baisser toutes les mains',
  yourTurn: 'Vous avez la parole.',
  turnOf: '{name} a la parole.',
  yourHandIsUp: 'Votre main est levée.',
  yourHandIsDown: 'Votre main est baissée.',
  handOf: '{name} a levé la main.',
} as const;
