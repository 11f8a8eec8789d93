/**
 * What a room needs of a socket; real ones wrap `ws`, tests use an in-memory pair.
 * `send` never throws: on a closed socket it does nothing.
 */
export interface Socket {
  /**
   * Sends messages in one write.
   * @param frames whole WebSocket frames behind each other, as frames.ts makes them. Other sockets may be sent the same
   * bytes, so nobody changes them.
   */
  send(frames: Uint8Array): void;
  close(code: number, reason: string): void;
  /** Bytes handed to `send` and not yet taken by the network. */
  readonly bufferedBytes: number;
  /** Calls once when the network has taken all; never, when the socket closes first. Ask only while something is buffered. */
  whenDrained(call: () => void): void;
}
