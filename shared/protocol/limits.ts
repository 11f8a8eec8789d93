/**
 * How many connections are carried at the same time, of one board and of all together; whoever comes then is asked to come
 * again. Far above any workshop: a hundred people on a board are as quick as ten, and a connection takes 75 kB. Never
 * counted by address, because sixty people sit behind one NAT.
 */
export const capacityLimits = { perBoardMax: 300, inAllMax: 1_500 } as const;

/** Limits of one connection. Caps count sessions, not addresses: sixty people sit behind one NAT. */
export const connectionLimits = {
  updatesBurst: 2_000,
  updatesPerSecond: 300,
  /** How long a socket over its rate stays paused before it is closed. */
  pausedMaxMs: 5_000,
  messageMaxBytes: 1_000_000,
  syncStep2MaxBytes: 16_000_000,
  awarenessMaxBytes: 4_096,
  awarenessPerSecond: 30,
  /** Unsent bytes at which a reader that does not read is cut off. */
  bufferedMaxBytes: 8_000_000,
  /** Non-empty writes of a viewer after which the socket is closed. */
  offencesMax: 3,
  /** y-websocket drops a connection on which it received nothing for 30 s; pings do not count. */
  silenceMs: 10_000,
  /** A peer that does not answer pings for this long is gone. */
  heartbeatMs: 15_000,
  deadAfterMs: 45_000,
  handshakeMaxMs: 5_000,
} as const;

/** Text lengths in UTF-16 code units, after trimming. */
export const textLimits = {
  workshopTitle: 120,
  boardTitle: 120,
  personName: 60,
  organisationName: 80,
  versionName: 80,
  passcode: 40,
  comment: 2_000,
  frameName: 120,
  /** Of a card that is sent to a board; on the canvas one may write more. */
  sentCard: 120,
  question: 160,
  phaseTitle: 80,
  phasePrompt: 300,
} as const;

/** Of a link's passcode, as `textLimits` count: guesses are slowed down, but not made impossible. */
export const passcodeMin = 4;

/** A logo for reports, in bytes of the picture itself and in pixels: 10 cm wide at 300 to the inch. */
export const logoLimits = { maxBytes: 200_000, maxWidth: 1_200, maxHeight: 480 } as const;

/** Pictures that are put on a board. */
export const imageLimits = {
  fileMaxBytes: 10_000_000,
  /** Of the file as it comes; what is kept is at most `keptMaxPx` wide and high. */
  pixelsMax: 50_000_000,
  keptMaxPx: 4_096,
  /** Of those that are not known to be unused. */
  perBoardMax: 300,
  /** With those that nothing but a version or an undo shows any more. */
  keptPerBoardMax: 900,
} as const;

export const commentLimits = { perBoardMax: 2_000, mentionsMax: 20 } as const;

/** Of the phases of a session on a board; minutes of one of them. */
export const agendaLimits = { phasesMax: 40, minutesMax: 240, toolsMax: 8 } as const;

/** Of all boards of a workshop together; everybody is told of all of them whenever one changes. */
export const lockLimits = { locksMax: 200 } as const;

/** Everybody is told of all hands whenever one goes up. */
export const floorLimits = { handsMax: 300 } as const;

/** JSON bodies of the HTTP interface. */
export const httpLimits = { bodyMaxBytes: 64_000 } as const;

/** Of files that boards are made of or brought up to date with. */
export const fileLimits = {
  fileMaxBytes: 50_000_000,
  recordsMax: 20_000,
  /** A page of a `.tldr` file becomes a board. */
  boardsMax: 40,
  /** Of one picture as data URL: room for the largest that a board keeps. */
  pictureMaxCharacters: 14_000_000,
} as const;
