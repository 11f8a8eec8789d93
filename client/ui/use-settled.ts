import { useEffect, useState } from 'react';

/** A second press that was meant for what was there before is none for what came in its place. */
const settledMs = 700;

/**
 * Whether what a press would do has been there for a while; what was there from the start has.
 * @param what another one is another deed
 */
export function useSettled(what: string): boolean {
  const [settled, setSettled] = useState(what);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(what), settledMs);
    return () => clearTimeout(timer);
  }, [what]);
  return settled === what;
}
