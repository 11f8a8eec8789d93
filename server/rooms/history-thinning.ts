import type { StoredVersion } from '../storage/history-store.ts';

const HOUR_MS = 60 * 60 * 1_000;
const DAY_MS = 24 * HOUR_MS;
const WEEK_MS = 7 * DAY_MS;

/** Of versions that nobody named. */
const UNNAMED_MAX = 300;
/** Of those made before a loss, of one person in one hour: whoever deletes again and again must not push the others out. */
const LOSSES_PER_HOUR_MAX = 10;
const BEFORE_LOSS_MAX = 50;

/**
 * Named versions stay. Of the others all of the last day stay, then the newest of each hour for a week, the newest of each
 * day after that, and never more than 300, 50 of them from before a loss: of one
 * person's in one hour the first ten.
 * @param versions the newest first
 * @returns those to let go
 */
export function superfluous(versions: readonly StoredVersion[], nowMs: number): readonly StoredVersion[] {
  const taken = new Set<string>();
  let [kept, losses] = [0, 0];
  const repeated = repeatedLosses(versions);
  return versions.filter((version) => {
    if (version.kind === 'named') return false;
    const slot = slotOf(version, nowMs);
    const isLoss = version.kind === 'before-loss';
    if (kept >= UNNAMED_MAX || taken.has(slot) || repeated.has(version.id) || (isLoss && losses >= BEFORE_LOSS_MAX))
      return true;
    taken.add(slot);
    kept++;
    if (isLoss) losses++;
    return false;
  });
}

function repeatedLosses(versions: readonly StoredVersion[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  const repeated = new Set<string>();
  for (const { id, kind, by, createdAtMs } of versions.toReversed()) {
    if (kind !== 'before-loss') continue;
    const hour = `${by} ${Math.floor(createdAtMs / HOUR_MS)}`;
    const count = (counts.get(hour) ?? 0) + 1;
    counts.set(hour, count);
    if (count > LOSSES_PER_HOUR_MAX) repeated.add(id);
  }
  return repeated;
}

/** What only one version may fill. */
function slotOf({ id, createdAtMs }: StoredVersion, nowMs: number): string {
  const ageMs = nowMs - createdAtMs;
  if (ageMs < DAY_MS) return id;
  return ageMs < WEEK_MS ? `hour ${Math.floor(createdAtMs / HOUR_MS)}` : `day ${Math.floor(createdAtMs / DAY_MS)}`;
}
