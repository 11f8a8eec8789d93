const digits = 6;

/** A code that can be said aloud and typed on a phone's keys. */
export function suggestPasscode(): string {
  const [number = 0] = crypto.getRandomValues(new Uint32Array(1));
  return String(number % 10 ** digits).padStart(digits, '0');
}
