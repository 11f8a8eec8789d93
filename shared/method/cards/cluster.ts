import type { Fields } from './fields.ts';

/** The same name is the same cluster, however its letters and the space between them came about. */
const plain = (name: string): string => name.normalize('NFC').replace(/\s+/gu, ' ').trim();

/** The name of the cluster that a card is in; null for none. */
export function clusterOf({ cluster }: Fields): string | null {
  const name = typeof cluster === 'string' ? plain(cluster) : '';
  return name === '' ? null : name;
}
