/** The beginning of a text, to know it by. */
export const excerptOf = (text: string, letters: number): string =>
  text.length > letters ? `${text.slice(0, letters)}…` : text;
