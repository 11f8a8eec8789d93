import { createBreachOf } from '../../../shared/board/breaches.ts';
import type { Records } from '../../../shared/board/containment.ts';
import type { AnyRecord } from '../../../shared/board/groups.ts';
import { type PlacedBoard, type PlaceShape, placedBoard } from '../../../shared/board/locked-places.ts';
import { lockName } from '../../../shared/method/lock-name.ts';
import type { PutBackReason } from '../../../shared/protocol/messages.ts';
import { noRules, type Rules } from '../../../shared/session/rules.ts';
import { templateOf } from './continued.ts';
import type { Ledger } from './ledger.ts';

const nameOfPlace = (place: PlaceShape): string => lockName(place, templateOf(place.id));

/**
 * Puts back, in the ledger alone, what the rules of the moment do not allow in this turn's edit. What goes back may be what
 * something else was allowed for, so it is asked again until nothing more goes back.
 * @returns ids of what went back, each with its reason and what the edit had made of it
 */
export function putBackBreaches(ledger: Ledger, rules: Rules, participantId: string): readonly PutBack[] {
  const found: PutBack[] = [];
  for (;;) {
    const { before, after } = statesOf(ledger);
    const breachOf = createBreachOf({ rules, participantId, before, after, nameOf: nameOfPlace });
    const breaches = [...ledger.changedIds()].flatMap((id) => {
      const reason = breachOf(id);
      return reason === null ? [] : [{ id, reason, refused: ledger.get(id), before: ledger.was(id) }];
    });
    if (breaches.length === 0) return found;
    found.push(...breaches);
    for (const { id, before: stood } of breaches) {
      if (stood === undefined) ledger.remove(id);
      else ledger.put(stood);
    }
  }
}

/** Whether the rules of the moment keep somebody from bringing this to a board, by another way than writing on it. */
export function isBreach(
  rules: Rules,
  participantId: string,
  records: ReadonlyMap<string, AnyRecord>,
  added: readonly AnyRecord[],
): boolean {
  if (rules === noRules) return false;
  const boardOf = (state: ReadonlyMap<string, AnyRecord>) => placedBoard(state as unknown as Records);
  const before = boardOf(records);
  const after = boardOf(new Map([...records, ...added.map((record) => [record.id, record] as const)]));
  const breachOf = createBreachOf({ rules, participantId, before, after, nameOf: nameOfPlace });
  return added.some(({ id }) => breachOf(id) !== null);
}

interface PutBack {
  readonly id: string;
  readonly reason: PutBackReason;
  readonly before: AnyRecord | undefined;
  /** Undefined: it was taken away. */
  readonly refused: AnyRecord | undefined;
}

/** The board when the turn began, and as the edit left it. */
function statesOf(ledger: Ledger): { readonly before: PlacedBoard; readonly after: PlacedBoard } {
  const was = new Map([...ledger.changedIds()].map((id) => [id, ledger.was(id)]));
  const wasIn = new Map<string, string[]>();
  const wasBound: AnyRecord[] = [];
  for (const record of was.values()) {
    if (record?.typeName === 'binding') wasBound.push(record);
    if (record?.typeName !== 'shape') continue;
    const children = wasIn.get(record.parentId as string) ?? [];
    wasIn.set(record.parentId as string, [...children, record.id]);
  }
  const unchanged = (ids: Iterable<string>) => [...ids].filter((id) => !was.has(id));
  const { get } = ledger;
  const bindings = (id: string) => ledger.bindingsOf(id);
  return {
    after: {
      get: get as Lookup,
      childrenOf: (id) => ledger.childrenOf(id),
      targetOf: (arrowId, terminal) => targetIn([...bindings(arrowId)].map(get), arrowId, terminal),
      places: ledger.places,
    },
    before: {
      get: ledger.was as Lookup,
      childrenOf: (id) => [...unchanged(ledger.childrenOf(id)), ...(wasIn.get(id) ?? [])],
      targetOf: (arrowId, terminal) =>
        targetIn([...wasBound, ...unchanged(bindings(arrowId)).map(get)], arrowId, terminal),
      places: [...ledger.places, ...was.keys()],
    },
  };
}

type Lookup = PlacedBoard['get'];

function targetIn(bindings: readonly (AnyRecord | undefined)[], arrowId: string, terminal: string): string | undefined {
  const bound = bindings.find(
    (binding) => binding?.fromId === arrowId && (binding.props as { terminal?: string }).terminal === terminal,
  );
  return bound?.toId as string | undefined;
}
