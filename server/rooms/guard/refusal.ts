/** Why bytes are refused before Yjs sees them; the name goes into the log and the close reason, never what they said. */
export type GuardReason =
  // Not an update at all, or not one that Yjs writes.
  | 'truncated'
  | 'trailing-bytes'
  | 'number'
  | 'text'
  | 'struct-kind'
  | 'struct-length'
  | 'client-id'
  | 'client-twice'
  | 'delete-set'
  // Not about anything that this document holds.
  | 'clock-gap'
  | 'dependency'
  | 'delete-beyond-state'
  // Not of the form that documents have.
  | 'root'
  | 'key'
  | 'content'
  | 'parent'
  | 'mixed-parents'
  | 'order'
  | 'depth'
  // Legal, but too much.
  | 'too-many-structs'
  | 'too-many-clients'
  | 'too-many-deletes'
  | 'too-many-marks'
  | 'too-dear'
  | 'too-long'
  | 'value-depth';

/** Thrown inside the guard alone, to leave a walk from any depth. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly reason: GuardReason;
  constructor(reason: GuardReason) {
    super(reason);
    this.reason = reason;
  }
}

export function refuse(reason: GuardReason): never {
  throw new Refusal(reason);
}
