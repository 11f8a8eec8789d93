/** A place in the window, in CSS pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What a person's hands do at keyboard and mouse. */
export interface Hands {
  /** Letters, one key after the other. */
  type(text: string): Promise<void>;
  /** One key by its name (`a`, `Escape`), with those held down meanwhile before it: `Control+z`. */
  press(chord: string): Promise<void>;
  click(at: Point): Promise<void>;
}

/** A browser with one window of 1440 × 900 pixels, a profile of its own, and a person at it. */
export interface Driver extends Hands {
  /** Name and version, as the browser itself says them. */
  readonly version: string;
  /** Folder that its downloads land in. */
  readonly downloads: string;
  open(url: string): Promise<void>;
  /** Errors and warnings of its console since the page was opened, violations of the policy among them. */
  complaints(): Promise<readonly string[]>;
  /**
   * @param expression of JavaScript, run in the page; a promise is waited for
   * @returns its value, as JSON carries it
   */
  evaluate(expression: string): Promise<unknown>;
  /** @returns a PNG of what the window shows */
  screenshot(): Promise<Buffer>;
  /** Ends everything that was started for it. */
  close(): Promise<void>;
}

export const windowSize = { width: 1440, height: 900 };
