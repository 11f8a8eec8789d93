import * as Y from 'yjs';
import { type Diff, emptyDiff } from '../../shared/board/diff.ts';
import type { AnyRecord } from '../../shared/board/groups.ts';
import type { ParticipantId } from '../../shared/protocol/ids.ts';
import type { RoomName } from '../../shared/protocol/room-name.ts';
import { noRules, type Rules } from '../../shared/session/rules.ts';
import type { Visitor } from '../access/visitor.ts';
import type { Clock } from './clock.ts';
import type { BoardHistory } from './history.ts';
import type { Member } from './member.ts';
import type { Origin } from './origin.ts';
import { Followed } from './own-layers/followed.ts';
import type { Owners } from './owners.ts';
import type { Change, Persist } from './persist.ts';
import type { Edit } from './receive.ts';
import type { Finding } from './review/findings.ts';
import { isSayingSame } from './review/invitation.ts';
import { type Actor, type Outcome, type PromiseOf, Review } from './review.ts';

export interface EditsOptions {
  readonly doc: Y.Doc;
  readonly persist: Persist;
  readonly owners: Owners;
  readonly clock: Clock;
  /** Whose edits it keeps is asked for: those of connections and those made on somebody's behalf. */
  readonly history: Pick<BoardHistory, 'note'>;
  /** Of wider layers, as they are: what this document may refer to and cannot change. */
  readonly outside?: Records | undefined;
  /** What may be changed just now by somebody; by default what their role may. */
  readonly rules?: ((visitor: Visitor) => Rules) | undefined;
  readonly promiseOf?: PromiseOf | undefined;
}

/** What is to be kept for its writer alone: what did not come to the document, and words that followed it. */
export interface Kept {
  readonly kept: Diff;
  /** Invitations by the id of the card that is kept of what was written into them. */
  readonly invitations: ReadonlyMap<string, string>;
}

export type Applied =
  | ({ readonly status: 'applied'; readonly putBack: readonly Finding[] } & Kept)
  /** It writes under somebody else's client id; nothing was changed. */
  | { readonly status: 'foreign-client' }
  /** It comes with more client ids than one person can have; nothing was changed. */
  | { readonly status: 'too-many-clients' };

/** Writes something into the document. @param records as they were last accepted. */
export type Write = (doc: Y.Doc, records: Records) => void;

type Records = ReadonlyMap<string, AnyRecord>;

/**
 * The one way in which a document changes: an edit is applied, reviewed, and goes to the log together with what the
 * review mended, as one entry. So no crash and no reader can part them.
 */
export class Edits {
  readonly #options: EditsOptions;
  readonly #review: Review;
  readonly #followed: Followed;
  /** Of the transactions under way. */
  #made: { readonly update: Uint8Array; readonly origin: Origin }[] = [];

  constructor(options: EditsOptions) {
    this.#options = options;
    this.#review = new Review(options.doc, { outside: options.outside, promiseOf: options.promiseOf });
    this.#followed = new Followed(options.clock);
    options.doc.on('update', (update: Uint8Array, origin: Origin) => this.#made.push({ update, origin }));
  }

  get unreadable(): ReadonlyMap<string, string> {
    return this.#review.unreadable;
  }

  get records(): Records {
    return this.#review.records;
  }

  /** An edit of a connection that the guard has let through. @param writers client ids under which it brings something. */
  apply(member: Member, edit: Edit, writers: readonly number[]): Applied {
    const { update } = edit;
    const { doc, owners } = this.#options;
    const { participantId, role } = member.visitor;
    const claim = owners.claim(writers, participantId);
    if (claim.status === 'foreign') return { status: 'foreign-client' };
    if (claim.status === 'too-many') return { status: 'too-many-clients' };
    const origin: Origin = { by: 'member', member };
    const actor = { participantId, role };
    const rules = this.#options.rules?.(member.visitor);
    const isWatched = this.#followed.isFollowing(participantId) || rules?.isNewPrivate === true;
    const before = isWatched ? Y.encodeStateVector(doc) : null;
    Y.applyUpdate(doc, update, origin);
    const outcome = this.#settle(actor, { actor, rules }, { writers: claim.fresh }, before);
    const { putBack } = outcome;
    if (before === null) return { status: 'applied', putBack, kept: emptyDiff(), invitations: new Map() };
    return { status: 'applied', putBack, ...this.#follow(participantId, outcome, edit, before) };
  }

  /** An edit of a connection that changes nothing here. @returns what it does to what was taken back from them */
  follow({ visitor: { participantId } }: Member, edit: Edit): Kept {
    if (!this.#followed.isFollowing(participantId)) return { kept: emptyDiff(), invitations: new Map() };
    const before = Y.encodeStateVector(this.#options.doc);
    const kept = this.#followed.write(participantId, edit, before);
    return { kept, invitations: this.#followed.invitationsOf(participantId) };
  }

  /** @param before state vector of the document without the edit */
  #follow(participantId: ParticipantId, { misplaced, accepted }: Outcome, edit: Edit, before: Uint8Array): Kept {
    const kept = this.#followed.write(participantId, edit, before);
    const known = this.#followed.invitationsOf(participantId);
    const isSaid = ([from, to]: readonly [AnyRecord, AnyRecord]) => !isSayingSame(from, to);
    const goOn = new Set(Object.entries(kept.updated).flatMap(([id, change]) => (isSaid(change) ? known.get(id) : [])));
    // What goes on in the card that is kept of an invitation already has come to that.
    const begun = accepted.filter(({ invitation }) => !goOn.has(invitation.id));
    for (const record of [...misplaced, ...begun.map(({ card }) => card)]) kept.added[record.id] = record;
    const ids = misplaced.map(({ id }) => id);
    if (ids.length > 0) this.#followed.take(participantId, ids, edit.update, before);
    for (const one of begun) this.#followed.takeAccepted(participantId, one);
    const invitations = new Map([...known, ...begun.map(({ card, invitation }) => [card.id, invitation.id] as const)]);
    return { kept, invitations };
  }

  /**
   * An edit that the server makes.
   * @param actor on whose behalf; null: on nobody's, and nobody is to know whose
   * @param retired documents that are empty from the moment in which it is stored
   * @returns what it came to, before it is durable.
   */
  write(actor: Actor | null, write: Write, retired: readonly RoomName[] = []): Diff {
    const { doc } = this.#options;
    const origin: Origin = { by: 'server' };
    doc.transact(() => write(doc, this.#review.records), origin);
    return this.#settle(actor, null, { retired }).changes;
  }

  /**
   * An edit that somebody asked for without a connection: it is held against their rights, and noted as theirs.
   * @returns what it came to, before it is durable.
   */
  writeAs(visitor: Visitor, write: Write): Outcome {
    const { doc, rules } = this.#options;
    const { participantId, role } = visitor;
    const actor = { participantId, role };
    const origin: Origin = { by: 'server' };
    doc.transact(() => write(doc, this.#review.records), origin);
    return this.#settle(actor, { actor, rules: rules?.(visitor) }, {});
  }

  /**
   * @param rights what the edit is held against; null: the server's own
   * @param before state vector of the document without the edit, where nobody else is to get what does not stand in it
   */
  #settle(
    actor: Actor | null,
    rights: Rights | null,
    along: Partial<Along>,
    before: Uint8Array | null = null,
  ): Outcome {
    const { persist, history, clock } = this.#options;
    const atMs = clock.nowMs();
    const followed = rights === null ? undefined : this.#followed.idsOf(rights.actor.participantId);
    const outcome = this.#review.settle(rights?.actor ?? null, atMs, rights?.rules ?? noRules, followed);
    // What was taken back is in the updates as they came, and in the document no more.
    const isHidden = before !== null && outcome.putBack.length > 0;
    const made = isHidden
      ? [{ update: Y.encodeStateAsUpdate(this.#options.doc, before), origin: byServer }]
      : this.#made;
    this.#made = [];
    const { retired = [] } = along;
    // What is retired must be somewhere else: better nothing is stored at all.
    if (retired.length > 0 && (outcome.putBack.length > 0 || made.length === 0))
      throw new Error('what was moved does not stand');
    persist.add(asOne(made, { writers: [], retired: [], ...along }));
    const participantId = actor?.participantId ?? null;
    history.note({ participantId, atMs, changes: outcome.changes, records: this.#review.records });
    return outcome;
  }
}

const byServer: Origin = { by: 'server' };

interface Rights {
  readonly actor: Actor;
  readonly rules: Rules | undefined;
}

type Along = Pick<Change, 'writers' | 'retired'>;

/** What has to reach readers together is one change. Whoever made the edit gets the whole too: it holds what was mended. */
function asOne(made: readonly { readonly update: Uint8Array; readonly origin: Origin }[], along: Along): Change[] {
  const [first] = made;
  if (first === undefined) return [];
  if (made.length === 1) return [{ ...first, ...along }];
  return [{ update: Y.mergeUpdates(made.map(({ update }) => update)), origin: { by: 'server' }, ...along }];
}
