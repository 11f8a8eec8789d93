import type { TLShapeId } from 'tldraw';
import { joining } from '../actions/edges.ts';
import type { Method } from '../method.ts';

/** Joins two cards by what their kinds mean to each other, whichever way round. @returns null where they mean nothing. */
export function connect({ view, actions }: Method, from: string, to: string): TLShapeId | null {
  const { cards } = view.get();
  const [source, target] = [cards.get(from), cards.get(to)];
  if (source === undefined || target === undefined) return null;
  const [kind] = joining(source.kind, target.kind);
  if (kind !== undefined) return actions.link(from, to, kind);
  const [back] = joining(target.kind, source.kind);
  return back === undefined ? null : actions.link(to, from, back);
}
