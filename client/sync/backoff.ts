/** The first wait has room for everybody in a room whose server restarted; later ones double up to the last. */
const firstMs = 1_600;
const lastMs = 15_000;

/**
 * How long to wait before connecting again, with full jitter, so that the clients of one server do not come back together.
 * @param failures connections in a row that ended before they had synced.
 * @param random from 0 to 1.
 */
export function reconnectDelayMs(failures: number, random: number): number {
  return Math.round(Math.min(firstMs * 2 ** failures, lastMs) * random);
}
