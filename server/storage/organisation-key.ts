/**
 * What two spellings of one organisation's name have in common: everything but case. Upper case first, because only that
 * way ß meets SS, and the two small sigmas of Greek each other.
 */
export const organisationKey = (name: string): string =>
  name.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC');
