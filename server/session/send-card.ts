import type { Records } from '../../shared/board/containment.ts';
import { emptyDiff } from '../../shared/board/diff.ts';
import { withPromise } from '../../shared/board/promise.ts';
import { addCard, isPlaceOf } from '../../shared/method/behaviours/add-card.ts';
import { loadTemplate } from '../../shared/method/templates.ts';
import type { BoardId, ParticipantId, SentCardId } from '../../shared/protocol/ids.ts';
import type { PutBackReason } from '../../shared/protocol/messages.ts';
import { formatRoomName } from '../../shared/protocol/room-name.ts';
import { phaseOn } from '../../shared/session/run.ts';
import { wasAnonymousOn } from '../../shared/session/session.ts';
import type { Visitor } from '../access/visitor.ts';
import { writeRestored } from '../rooms/history-restore.ts';
import type { Registry } from '../rooms/registry.ts';
import type { Room } from '../rooms/room.ts';
import { Turns } from '../rooms/turns.ts';
import type { SentStore } from '../storage/sent-store.ts';
import type { StoredBoard } from '../storage/workshop-store.ts';
import type { Sessions } from './sessions.ts';

export interface SendCardOptions {
  readonly registry: Pick<Registry, 'withRoom'>;
  readonly sessions: Pick<Sessions, 'now'>;
  readonly sent: SentStore;
}

export interface CardToSend {
  readonly id: SentCardId;
  readonly text: string;
  readonly place?: string | null | undefined;
  /** Whether its writer was told that nobody else sees it. */
  readonly isPrivate: boolean;
  /** Whether they were told that it says no name. */
  readonly isAnonymous: boolean;
}

export type SendOutcome =
  | { readonly status: 'new' | 'there'; readonly isPrivate: boolean }
  | {
      readonly status: 'refused';
      readonly why:
        | 'session-closed'
        | 'locked'
        | 'board-full'
        | 'no-such-place'
        | 'id-taken'
        | 'never-anonymous'
        | 'damaged';
    };

/**
 * Puts a card on a board for somebody who has no canvas before them, as theirs would: on the board that everybody sees, or
 * among what they write privately. It is durable when it resolves; sent again under the same id it is there once.
 *
 * What its writer was told counts: nothing that was written privately ever comes to the board but by a reveal, nothing that was
 * written without names says one, and while people write privately nothing comes there at all.
 * @param visitor whose session was loaded
 * @throws StorageError when storage is out of reach, or a reveal is under way; then it may be sent again.
 */
export type SendCard = (visitor: Visitor, board: StoredBoard, card: CardToSend) => Promise<SendOutcome>;

export function createSendCard(options: SendCardOptions): SendCard {
  // Of two that come at once the second finds the first.
  const turns = new Turns<`${BoardId} ${ParticipantId}`>();
  return (visitor, board, card) =>
    turns.take(`${board.id} ${visitor.participantId}`, () => new Sending(options, visitor, board, card).send());
}

const refused = (why: Extract<SendOutcome, { status: 'refused' }>['why']): SendOutcome => ({ status: 'refused', why });

/** Facilitators allow nothing new there just now; anything else is the board's own limits. */
const ofRules: ReadonlySet<PutBackReason> = new Set<PutBackReason>([
  'locked',
  'board-locked',
  'place-locked',
  'phase-look',
]);

class Sending {
  readonly #options: SendCardOptions;
  readonly #visitor: Visitor;
  readonly #board: StoredBoard;
  readonly #card: CardToSend;
  readonly #shapeId: string;

  constructor(options: SendCardOptions, visitor: Visitor, board: StoredBoard, card: CardToSend) {
    this.#options = options;
    this.#visitor = visitor;
    this.#board = board;
    this.#card = card;
    this.#shapeId = `shape:${card.id}`;
  }

  async send(): Promise<SendOutcome> {
    const { sent, registry } = this.#options;
    const { participantId } = this.#visitor;
    const { place, id } = this.#card;
    if (place !== undefined && place !== null && !this.#isPlace(place)) return refused('no-such-place');
    const key = { boardId: this.#board.id, participantId, cardId: id };
    const hasArrived = await sent.hasArrived(key);
    const outcome = await registry.withRoom(this.#roomName('own'), (own) =>
      registry.withRoom(this.#roomName('shared'), async (shared) => {
        const there = this.#find(own, shared);
        if (there !== null) return there;
        return hasArrived ? ({ status: 'there', isPrivate: false } as const) : this.#write(own, shared);
      }),
    );
    if (outcome === 'damaged') return refused('damaged');
    if (outcome.status !== 'refused' && !hasArrived) await sent.noteArrived(key);
    return outcome;
  }

  /** Of the template, or what a phase of the session calls one. */
  #isPlace(place: string): boolean {
    const { run } = this.#options.sessions.now(this.#visitor.workshopId);
    const isOfPhase = run?.boardId === this.#board.id && run.agenda.some((phase) => phase.place === place);
    return isOfPhase || isPlaceOf(loadTemplate(this.#board.template), place);
  }

  /** It came, and whoever sent it was not told. */
  #find(own: Room, shared: Room): SendOutcome | null {
    if (own.records.has(this.#shapeId)) return { status: 'there', isPrivate: true };
    const known = shared.records.get(this.#shapeId);
    if (known === undefined) return null;
    const { author } = known.meta as { readonly author?: unknown };
    return author === this.#visitor.participantId ? { status: 'there', isPrivate: false } : refused('id-taken');
  }

  /** In one turn from the look at the session to the edit: no reveal and no beginning of private writing comes between. */
  async #write(own: Room, shared: Room): Promise<SendOutcome> {
    const session = this.#options.sessions.now(this.#visitor.workshopId);
    if (session.closedAtMs !== null) return refused('session-closed');
    const { isAnonymous } = this.#card;
    if (isAnonymous && !wasAnonymousOn(session, this.#board.id)) return refused('never-anonymous');
    const isPrivate = this.#card.isPrivate || isAnonymous || session.privateWriting?.boardId === this.#board.id;
    const seen = isPrivate ? new Map([...shared.records, ...own.records]) : shared.records;
    const diff = addCard(seen as unknown as Records, loadTemplate(this.#board.template), {
      ...{ id: this.#shapeId, title: this.#card.text, isPrivate },
      place: this.#card.place === undefined ? (phaseOn(session.run, this.#board.id)?.place ?? null) : this.#card.place,
    });
    const promised = Object.entries(diff.added).map(([id, record]) => [id, withPromise(record)] as const);
    const added = isAnonymous ? Object.fromEntries(promised) : diff.added;
    const write = (doc: Parameters<typeof writeRestored>[0]) => writeRestored(doc, { ...emptyDiff(), ...diff, added });
    const made = await (isPrivate ? own : shared).editAs(this.#visitor, write);
    const why = made.putBack.find(({ id }) => id === this.#shapeId)?.reason;
    if (why === undefined) return { status: 'new', isPrivate };
    return refused(ofRules.has(why) ? 'locked' : 'board-full');
  }

  #roomName(layer: 'own' | 'shared') {
    const { id: boardId } = this.#board;
    return layer === 'own'
      ? formatRoomName({ layer, boardId, participantId: this.#visitor.participantId })
      : formatRoomName({ layer, boardId });
  }
}
