/** Something said, in the order of saying. */
export interface Said {
  readonly id: number;
  readonly text: string;
}

/** Long enough for every reader to have taken it up; what is older would only be found again by browsing. */
const keptMs = 12_000;

let said: readonly Said[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function change(next: readonly Said[]): void {
  said = next;
  for (const listener of listeners) listener();
}

/**
 * Says a sentence to whoever hears the page instead of seeing it, once they have heard what is being said. For what shows
 * elsewhere, or shows without words; never for what happens with every stroke.
 */
export function announce(text: string): void {
  lastId += 1;
  const id = lastId;
  change([...said, { id, text }]);
  setTimeout(() => change(said.filter((one) => one.id !== id)), keptMs);
}

export const whatIsSaid = {
  get: (): readonly Said[] => said,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
} as const;
