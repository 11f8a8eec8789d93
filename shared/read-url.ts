/** @returns null for what is no address. `URL.canParse` is younger than the oldest browsers that we support. */
export function readUrl(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}
