import type { Ledger } from './ledger.ts';

/** A board without its document record or without any page is none. @returns ids of those that stand again */
export function keepRoots(ledger: Ledger): readonly string[] {
  const lost = [...ledger.changedIds()]
    .map((id) => (ledger.get(id) === undefined ? ledger.was(id) : undefined))
    .filter((record) => record?.typeName === 'document' || record?.typeName === 'page')
    .filter((record) => record !== undefined);
  if (lost.length === 0) return [];
  const hasPage = ledger.pages.size > 0;
  const kept = lost.filter(({ typeName }) => typeName !== 'page' || !hasPage);
  for (const record of kept) ledger.put(record);
  return kept.map(({ id }) => id);
}
