import type { CloseCode } from '../../shared/protocol/close-codes.ts';
import type { Visitor } from '../access/visitor.ts';
import type { Backlog } from './backlog.ts';
import type { Socket } from './socket.ts';

/** One connection as a room sees it. */
export class Member {
  readonly socket: Socket;
  /** Replaced when what is known of the person changes. */
  visitor: Visitor;
  /** Whether it understands the messages from 100 on. */
  readonly isLive: boolean;
  readonly acks = new AckCounter();
  /** Awareness client that it speaks for; null until it has shown itself. */
  clientId: number | null = null;
  offences = 0;
  /** Has asked for the document: before that nothing of what goes on in it is told, to whoever only follows the session. */
  readsDocument = false;
  /** Position in the log up to which an answer has told it everything. */
  told = 0;
  /** What it missed because it reads too slowly; null while it keeps up. */
  backlog: Backlog | null = null;
  /** `leaving`: nothing that it sends is listened to any more. */
  phase: 'here' | 'leaving' | 'gone' = 'here';

  constructor(socket: Socket, visitor: Visitor, isLive: boolean) {
    this.socket = socket;
    this.visitor = visitor;
    this.isLive = isLive;
  }

  /** Shows it out; what it sends from now on is not applied. */
  dismiss(code: CloseCode, reason: string): void {
    if (this.phase !== 'here') return;
    this.phase = 'leaving';
    this.socket.close(code, reason);
  }
}

/** How many of a connection's sync step 2 and update messages, in the order of arrival, are durable. */
class AckCounter {
  /** Messages that arrived while the newest entry of the log was this; in ascending order. */
  readonly #waiting: { readonly at: number; messages: number }[] = [];
  #durable = 0;

  /** @param at position in the log at which everything up to this message is durable */
  note(at: number): void {
    const last = this.#waiting.at(-1);
    if (last?.at === at) last.messages++;
    else this.#waiting.push({ at, messages: 1 });
  }

  isDue(durable: number): boolean {
    const first = this.#waiting[0];
    return first !== undefined && first.at <= durable;
  }

  /** @returns the new count; null when it is the old one. */
  advance(durable: number): number | null {
    const before = this.#durable;
    for (let first = this.#waiting[0]; first !== undefined && first.at <= durable; first = this.#waiting[0]) {
      this.#durable += first.messages;
      this.#waiting.shift();
    }
    return this.#durable === before ? null : this.#durable;
  }
}
