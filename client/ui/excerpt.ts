/** No longer than that; a sign of two letters is there whole or not at all. */
export const beginningOf = (text: string, letters: number): string =>
  text.length > letters ? text.slice(0, letters).replace(/[\ud800-\udbff]$/, '') : text;

/** The beginning of a text, to know it by. */
export const excerptOf = (text: string, letters: number): string =>
  text.length > letters ? `${beginningOf(text, letters)}…` : text;
