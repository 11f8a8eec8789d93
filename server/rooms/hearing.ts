import type * as Y from 'yjs';
import { isEmptyDiff } from '../../shared/board/diff.ts';
import { CloseCode } from '../../shared/protocol/close-codes.ts';
import type { ParticipantId } from '../../shared/protocol/ids.ts';
import type { RoomName } from '../../shared/protocol/room-name.ts';
import type { Log } from '../observe/log.ts';
import type { Delivery } from './delivery.ts';
import type { Edits, Kept } from './edits.ts';
import type { ConnectionLimits, RoomLimits } from './limits.ts';
import type { Member } from './member.ts';
import type { KeepPrivately } from './own-layers/keep-privately.ts';
import type { Persist } from './persist.ts';
import { judge, type Verdict } from './receive.ts';
import { type Finding, findingOf } from './review/findings.ts';
import type { SessionView } from './session-view.ts';

/** Of what one notice names. */
const PUT_BACK_MAX = 100;

export interface HearingOptions {
  readonly name: RoomName;
  readonly doc: Y.Doc;
  readonly persist: Pick<Persist, 'unstoredBytes'>;
  readonly edits: Edits;
  readonly delivery: Delivery;
  readonly members: ReadonlySet<Member>;
  readonly sessions: Pick<SessionView, 'isFrozen'>;
  readonly keepPrivately?: KeepPrivately | undefined;
  readonly limits: { readonly connection: ConnectionLimits; readonly room: RoomLimits };
  readonly log: Log;
}

/** What comes of the messages of a room's connections: each is judged, then done or refused, in the turn in which it comes. */
export class Hearing {
  readonly #options: HearingOptions;
  /** Work under way. */
  readonly #keeping = new Set<Promise<void>>();
  /** Words to be given back to people who have left. */
  readonly #owed = new Map<ParticipantId, readonly Finding[]>();

  constructor(options: HearingOptions) {
    this.#options = options;
  }

  /** @throws when there is a bug: nobody knows then what the document is. */
  hear(member: Member, frame: Uint8Array): void {
    const { doc, sessions, limits } = this.#options;
    const { role, workshopId } = member.visitor;
    const sender = { role, isFrozen: sessions.isFrozen(workshopId) };
    this.#obey(member, judge(doc, sender, frame, limits.connection));
  }

  #obey(member: Member, verdict: Verdict): void {
    switch (verdict.kind) {
      case 'apply':
        this.#apply(member, verdict);
        break;
      case 'count':
        this.#options.delivery.count(member);
        this.#answer(member, { putBack: [], ...this.#options.edits.follow(member, verdict) });
        break;
      case 'ignore':
        break;
      case 'offence':
        this.#punish(member);
        break;
      case 'answer':
        if (this.#options.delivery.answer(member, verdict.stateVector) === 'too-many')
          this.#refuse(member, CloseCode.limits, 'asks without waiting for the answers');
        break;
      case 'present':
        this.#options.delivery.hear(member, verdict.entries);
        break;
      case 'tell-presence':
        this.#options.delivery.tellPresence(member);
        break;
      case 'close':
        this.#refuse(member, verdict.code, verdict.reason);
        break;
    }
  }

  #apply(member: Member, edit: Extract<Verdict, { kind: 'apply' }>): void {
    if (this.#options.persist.unstoredBytes > this.#options.limits.room.unstoredMaxBytes) {
      member.dismiss(CloseCode.internal, 'storage is out of reach');
      return;
    }
    const applied = this.#options.edits.apply(member, edit, edit.writers);
    this.#options.delivery.gather();
    switch (applied.status) {
      case 'foreign-client':
        this.#refuse(member, CloseCode.refused, "update refused: somebody else's client id");
        break;
      case 'too-many-clients':
        this.#refuse(member, CloseCode.limits, 'update refused: too many client ids');
        break;
      case 'applied':
        this.#options.delivery.count(member);
        this.#answer(member, applied);
        break;
    }
  }

  #answer(member: Member, { putBack, ...kept }: Kept & { readonly putBack: readonly Finding[] }): void {
    const moved: Finding[] = [];
    const others: Finding[] = [];
    for (const finding of putBack) (finding.reason === 'private-writing' ? moved : others).push(finding);
    if (others.length > 0) this.#tellPutBack(member, others);
    if (moved.length === 0 && isEmptyDiff(kept.kept)) return;
    const keeping = this.#keepPrivately(member, moved, kept);
    this.#keeping.add(keeping);
    void keeping.then(() => this.#keeping.delete(keeping));
  }

  /** Only what could be kept nowhere is given back in words, an invitation's under the id of the invitation. Never rejects. */
  async #keepPrivately(member: Member, moved: readonly Finding[], { kept, invitations }: Kept): Promise<void> {
    const lost = (await this.#options.keepPrivately?.(member.visitor, kept)) ?? new Set();
    const givenBack = [...lost].flatMap((id): Finding[] => {
      const record = kept.added[id] ?? kept.updated[id]?.[1];
      const finding = findingOf(invitations.get(id) ?? id, 'invalid', undefined, record);
      return id in kept.added || finding.words !== undefined ? [finding] : [];
    });
    if (givenBack.length > 0) this.#tellPutBack(member, givenBack);
    const told = new Set(givenBack.map(({ id }) => id));
    const there = moved
      .filter(({ id }) => !lost.has(id) && !told.has(id))
      .map(({ id, reason }): Finding => ({ id, reason }));
    if (there.length > 0) this.#tellPutBack(member, there);
  }

  /** Resolves once all that is to be kept privately is, or its writers were told. */
  async settled(): Promise<void> {
    await Promise.all(this.#keeping);
  }

  /** What could be kept nowhere since they left. */
  tellOwed(member: Member): void {
    if (!member.isLive) return;
    const { participantId } = member.visitor;
    const owed = this.#owed.get(participantId) ?? [];
    if (owed.length === 0) return;
    this.#owed.delete(participantId);
    this.#tellPutBack(member, owed);
  }

  #tellPutBack(member: Member, putBack: readonly Finding[]): void {
    const { log, name } = this.#options;
    const reasons = [...new Set(putBack.map(({ reason }) => reason))];
    log.warn({ room: name, sessionId: member.visitor.sessionId, reasons, records: putBack.length }, 'records.put-back');
    // What somebody wrote is told before what was only moved.
    const records = putBack.toSorted((a, b) => Number(b.words !== undefined) - Number(a.words !== undefined));
    const listener = this.#listenerFor(member);
    if (listener !== undefined) {
      this.#options.delivery.notify([listener], { code: 'put-back', records: records.slice(0, PUT_BACK_MAX) });
      return;
    }
    const { participantId } = member.visitor;
    const owed = [...(this.#owed.get(participantId) ?? []), ...records.filter(({ words }) => words !== undefined)];
    this.#owed.set(participantId, owed.slice(0, PUT_BACK_MAX));
  }

  /** Where a connection ended, the next one of the same person may have begun already. */
  #listenerFor(member: Member): Member | undefined {
    if (member.phase === 'here') return member;
    const { participantId } = member.visitor;
    const isTheirs = ({ phase, isLive, visitor }: Member) =>
      phase === 'here' && isLive && visitor.participantId === participantId;
    return [...this.#options.members].find(isTheirs);
  }

  #refuse(member: Member, code: CloseCode, reason: string): void {
    this.#options.log.warn(
      { room: this.#options.name, sessionId: member.visitor.sessionId, reason },
      'message.refused',
    );
    member.dismiss(code, reason);
  }

  #punish(member: Member): void {
    member.offences++;
    this.#options.delivery.notify([member], { code: 'read-only' });
    if (member.offences >= this.#options.limits.connection.offencesMax) {
      member.dismiss(CloseCode.notAllowed, 'may only read');
    }
  }
}
