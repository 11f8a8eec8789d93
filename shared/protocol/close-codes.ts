/**
 * Why the server closed a socket. Codes from 4400 to 4499 mean "do not reconnect": y-websocket 3 stops there by itself,
 * on everything else it tries again.
 */
export const CloseCode = {
  /** The server restarts; come back with jitter. */
  restart: 1012,
  /** The document could not be loaded or stored for now; come back. */
  internal: 1011,
  /** As many are connected as the board, or the server, carries; come back, there may be a place by then. */
  full: 1013,
  noSession: 4401,
  /** Wrong role, or the right was taken away. */
  notAllowed: 4403,
  noSuchRoom: 4404,
  /** The page is older than the server's protocol. */
  oldPage: 4409,
  /** A limit of size or rate was passed. */
  limits: 4413,
  /**
   * The bytes of an edit were refused. Nothing that this replica sends later can be applied either: our page takes its
   * unacknowledged edits out, begins with a fresh replica and plays them again.
   */
  refused: 4422,
  /** The stored document is damaged and waits for the operator. */
  quarantined: 4423,
  /** The session was closed by a facilitator and something was written after it. What is unsent stays with the page. */
  sessionClosed: 4424,
} as const;
export type CloseCode = (typeof CloseCode)[keyof typeof CloseCode];

/** Whether a client has to give up after this code instead of reconnecting. */
export const isFinal = (code: number): boolean => code >= 4400 && code <= 4499;
