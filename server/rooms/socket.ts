/**
 * What a room needs of a socket; real ones wrap `ws`, tests use an in-memory pair.
 * `send` never throws: on a closed socket it does nothing.
 */
export interface Socket {
  send(frame: Uint8Array): void;
  close(code: number, reason: string): void;
  /** Bytes handed to `send` and not yet taken by the network. */
  readonly bufferedBytes: number;
}
