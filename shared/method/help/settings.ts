/** From where on help speaks up. Shares are of 1, times in days, the others counts or levels. */
export const helpSettings = {
  /** Fewer cards than this say nothing yet about who is heard. */
  heardFrom: 5,
  /** ALL-2 */
  organisationsFrom: 4,
  organisationCardsFrom: 10,
  organisationShare: 0.4,
  /** ALL-6, RCT-10: how much of the words of two cards is the same. */
  sameWords: 0.8,
  sameWordsFrom: 4,
  /** RCT-1: levels below the problem. */
  shallowDepth: 3,
  deepDepth: 5,
  /** RCT-8 */
  categoryShare: 0.7,
  categoryFrom: 5,
  /** ACT-1, ACT-2: actors on the map. */
  mappedFrom: 3,
  /** ACT-2: types without an actor. */
  manyTypes: 3,
  /** ACT-5 */
  hubShare: 0.35,
  hubFrom: 6,
  /** ACT-8 */
  silentDays: 30,
  /** ACT-9 */
  lowReadiness: 2,
  /** ACT-10 */
  coreMax: 25,
  /** VIS-1 */
  horizonYears: 3,
  /** VIS-7: scores of 1 to 5. */
  highScore: 4,
  lowScore: 2,
  /** VIS-8 */
  impactsMax: 5,
  /** VIS-9 */
  statementWords: 40,
  abstractNouns: 2,
  /** VIS-11: words in a row that divide. */
  dividingWords: 3,
  /** LES-6 */
  lensFrom: 4,
  likedShare: 0.25,
  /** LES-10: steps of the average from one month to the next. */
  moodDrop: 2,
} as const;
