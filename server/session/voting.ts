import type { ClosedRound, VotingCardsResponse } from '../../shared/api/voting.ts';
import type { CardShape } from '../../shared/board/card-shapes.ts';
import { createGeometry, type Records } from '../../shared/board/containment.ts';
import { emptyDiff } from '../../shared/board/diff.ts';
import { isEqualJson } from '../../shared/board/equal.ts';
import type { AnyRecord } from '../../shared/board/groups.ts';
import type { BoardShape } from '../../shared/board/read-board.ts';
import { inReadingOrder } from '../../shared/board/reading-order.ts';
import { plainText } from '../../shared/board/rich-text.ts';
import { isUntouchedStarter } from '../../shared/board/starter.ts';
import type { BoardId, ParticipantId, RoundId } from '../../shared/protocol/ids.ts';
import { formatRoomName } from '../../shared/protocol/room-name.ts';
import { type Tally, tally } from '../../shared/session/tally.ts';
import {
  type BallotFault,
  faultOf,
  QUESTION,
  type Votes,
  type VotingRound,
  type VotingScope,
} from '../../shared/session/voting.ts';
import type { Clock } from '../rooms/clock.ts';
import { writeRestored } from '../rooms/history-restore.ts';
import type { Registry } from '../rooms/registry.ts';
import type { Actor } from '../rooms/review.ts';
import { StorageError } from '../storage/update-log.ts';
import type { VoteStore } from '../storage/vote-store.ts';

export interface VotingOptions {
  readonly store: VoteStore;
  readonly registry: Pick<Registry, 'withRoom' | 'tellVoters'>;
  readonly clock: Pick<Clock, 'nowMs'>;
}

/** Takes ballots while a round is open and counts them when it is closed. */
export class Voting {
  readonly #options: VotingOptions;
  /** Rounds that take no ballots any more. */
  readonly #over = new Set<RoundId>();
  /** Ballots on their way into storage. */
  readonly #storing = new Map<RoundId, Set<Promise<boolean>>>();

  constructor(options: VotingOptions) {
    this.#options = options;
  }

  /**
   * Takes somebody's ballot, in the place of the one before. What it still gives to cards that are gone by now counts for
   * nothing.
   * @param round the one that is open
   * @returns the ballot as it is kept, or why it is not: of a program none is, and of whoever was removed.
   */
  async cast(
    round: VotingRound,
    participantId: ParticipantId,
    votes: Votes,
  ): Promise<Votes | 'round-over' | 'no-voter' | BallotFault> {
    const { store, registry } = this.#options;
    const cards = await this.#onBoard(round.boardId, (records) => new Set(votedOn(records, round.scope)));
    if ((await store.getClosedRound(round.id)) !== null) return 'round-over';
    const before = (await store.readBallot(round.id, participantId)) ?? {};
    const isGone = (id: string) => id in before && !cards.has(id) && round.method.type !== 'fist';
    const kept = Object.fromEntries(Object.entries(votes).filter(([id]) => !isGone(id)));
    const fault = faultOf(round.method, cards, kept);
    if (fault !== null) return fault;
    // From here to the storing nothing is waited for, so that no count misses it.
    if (this.#over.has(round.id)) return 'round-over';
    const storing = store.keepBallot(round.id, participantId, kept);
    const others = this.#storing.get(round.id) ?? new Set();
    this.#storing.set(round.id, others.add(storing));
    try {
      if (!(await storing)) return 'no-voter';
    } finally {
      others.delete(storing);
    }
    const ballots = await store.listBallots(round.id);
    if (!this.#over.has(round.id)) registry.tellVoters(round.boardId, { roundId: round.id, voters: ballots.length });
    return kept;
  }

  /**
   * What a round is about, frame by frame, the oldest card first.
   * @throws StorageError when storage is out of reach.
   */
  cardsOf({ boardId, scope }: VotingRound): Promise<readonly VotingCard[]> {
    return this.#onBoard(boardId, (records) => {
      const { placeOf } = createGeometry(records as unknown as Records);
      const cards = votedOn(records, scope).flatMap((id) => records.get(id) ?? []);
      const ordered = cards.map((card) => ({ card, frame: placeOf(card as unknown as BoardShape).frame }));
      // Frames of several sizes have one upper edge, but no common middle; what lies in none comes last.
      const frames = inReadingOrder([...new Set(ordered.flatMap(({ frame }) => frame ?? []))], ({ x, y }) => ({
        x,
        y,
      }));
      const place = ({ frame }: (typeof ordered)[number]) => (frame === null ? frames.length : frames.indexOf(frame));
      return ordered
        .sort((a, b) => place(a) - place(b) || createdAt(a.card) - createdAt(b.card) || compareIndex(a.card, b.card))
        .map(({ card }) => votingCard(card));
    });
  }

  /**
   * Counts a round and writes what it came to on the cards. Done again it comes to the same.
   * @param actor who closes it
   * @throws StorageError when storage is out of reach.
   */
  async close(round: VotingRound, actor: Actor): Promise<ClosedRound> {
    this.#over.add(round.id);
    try {
      return await this.#count(round, actor);
    } catch (error) {
      this.#over.delete(round.id);
      throw error;
    }
  }

  async #count(round: VotingRound, actor: Actor): Promise<ClosedRound> {
    const { store, clock } = this.#options;
    await Promise.allSettled(this.#storing.get(round.id) ?? []);
    const known = await store.getClosedRound(round.id);
    if (known !== null) {
      // The server stopped before the session knew: what came since then counts for nothing.
      await store.closeRound(known);
      return known;
    }
    const ballots = await store.listBallots(round.id);
    const counted = await this.#onBoard(round.boardId, (records) => {
      const ids = round.method.type === 'fist' ? [QUESTION] : votedOn(records, round.scope);
      return tally(round, ids, ballots);
    });
    await this.#write(round, counted, actor);
    const closed: ClosedRound = {
      ...{ round, closedAtMs: clock.nowMs(), tally: counted },
      ballots: round.isOpen ? ballots.map(({ participantId, votes }) => ({ participantId, votes })) : null,
    };
    await store.closeRound(closed);
    return closed;
  }

  async #write(round: VotingRound, counted: Tally, actor: Actor): Promise<void> {
    const room = formatRoomName({ layer: 'shared', boardId: round.boardId });
    if (round.method.type === 'fist') return;
    const done = await this.#options.registry.withRoom(room, (open) => {
      const updated = counted.standings.flatMap((standing): readonly [string, [AnyRecord, AnyRecord]][] => {
        const card = open.records.get(standing.id);
        const after = card && withCount(card, round, standing);
        return card === undefined || after === undefined || isEqualJson(card, after) ? [] : [[card.id, [card, after]]];
      });
      return open.edit(actor, (doc) => writeRestored(doc, { ...emptyDiff(), updated: Object.fromEntries(updated) }));
    });
    if (done === 'damaged') throw unreadable();
  }

  async #onBoard<Result>(boardId: BoardId, look: (records: ReadonlyMap<string, AnyRecord>) => Result): Promise<Result> {
    const room = formatRoomName({ layer: 'shared', boardId });
    const found = await this.#options.registry.withRoom(room, async ({ records }) => ({ result: look(records) }));
    if (found === 'damaged') throw unreadable();
    return found.result;
  }
}

type VotingCard = VotingCardsResponse['cards'][number];

function votingCard({ id, props }: AnyRecord): VotingCard {
  const { kind, fields, richText } = props as unknown as CardShape['props'];
  const { org, voice } = fields as Readonly<Record<string, unknown>>;
  return {
    ...{ id, kind, title: plainText(richText as Parameters<typeof plainText>[0]).trim() },
    ...{ org: typeof org === 'string' ? org : null, isVoice: voice === 'affected' || voice === 'heard' },
  };
}

function createdAt({ meta }: AnyRecord): number {
  const { created } = (meta ?? {}) as { readonly created?: unknown };
  return typeof created === 'number' ? created : Number.MAX_SAFE_INTEGER;
}

const compareIndex = (a: AnyRecord, b: AnyRecord): number => (String(a.index) < String(b.index) ? -1 : 1);

const unreadable = () => new StorageError('io', 'the board cannot be read');

/** Ids of the cards that a scope means, as they lie on the board. */
function votedOn(records: ReadonlyMap<string, AnyRecord>, { frameId, kind }: VotingScope): readonly string[] {
  const { placeOf } = createGeometry(records as unknown as Records);
  return [...records.values()]
    .filter((card) => card.type === 'card' && !isUntouchedStarter(card as never))
    .filter(({ props }) => kind === null || (props as { kind?: unknown }).kind === kind)
    .filter((card) => frameId === null || placeOf(card as unknown as BoardShape).frame?.id === frameId)
    .map(({ id }) => id);
}

/** Field scores have this step. */
const scoreStep = 0.5;

function withCount(
  card: AnyRecord,
  { method }: VotingRound,
  { people, organisations }: Tally['standings'][number],
): AnyRecord {
  const props = card.props as { readonly fields: Readonly<Record<string, unknown>> };
  const { votes_people: _people, votes_orgs: _organisations, ...others } = props.fields;
  const fields =
    method.type === 'dots'
      ? {
          ...others,
          ...(people !== null && people > 0 && { votes_people: people }),
          ...(organisations !== null && organisations > 0 && { votes_orgs: organisations }),
        }
      : method.type === 'score' && people !== null
        ? { ...props.fields, [method.field]: Math.round(people / scoreStep) * scoreStep }
        : props.fields;
  return { ...card, props: { ...props, fields } } as AnyRecord;
}
