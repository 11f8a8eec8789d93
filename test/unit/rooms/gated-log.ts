import { StorageError, type StorageFailure, type UpdateLog } from '../../../server/storage/update-log.ts';

type Call = 'append' | 'load' | 'compact';

/** A real log behind a gate: it is as slow as a test wants it, or out of reach. */
export class GatedLog implements UpdateLog {
  readonly #log: UpdateLog;
  #isShut = false;
  #waiting: { readonly call: Call; readonly pass: () => void }[] = [];
  readonly #arrivals: (() => void)[] = [];
  failure: StorageFailure | null = null;
  /** Whether a failure spares loads, as a full disk does. */
  isReadable = false;
  /** How many updates each append brought, successful or not. */
  readonly appends: number[] = [];
  loads = 0;
  readonly compactions: number[] = [];

  constructor(log: UpdateLog) {
    this.#log = log;
  }

  shut(): void {
    this.#isShut = true;
  }

  /** Lets one call through that waits at the gate. */
  letOne(): void {
    this.#waiting.shift()?.pass();
  }

  /** Lets the first call of a kind through. @throws when none waits */
  letFirst(kind: Call): void {
    const first = this.#waiting.find(({ call }) => call === kind);
    if (first === undefined) throw new Error(`no ${kind} waits`);
    this.#waiting = this.#waiting.filter((waiting) => waiting !== first);
    first.pass();
  }

  open(): void {
    this.#isShut = false;
    for (const { pass } of this.#waiting.splice(0)) pass();
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  /** Resolves when somebody waits at the gate. */
  async reached(): Promise<void> {
    if (this.#waiting.length === 0) await new Promise<void>((resolve) => this.#arrivals.push(resolve));
  }

  async append(...[document, updates, ...along]: Parameters<UpdateLog['append']>) {
    this.appends.push(updates.length);
    await this.#pass('append');
    return this.#log.append(document, updates, ...along);
  }

  list(prefix: string) {
    return this.#log.list(prefix);
  }

  async load(...[document]: Parameters<UpdateLog['load']>) {
    this.loads++;
    await this.#pass('load');
    return this.#log.load(document);
  }

  async compact(...[document, through, state]: Parameters<UpdateLog['compact']>) {
    this.compactions.push(through);
    await this.#pass('compact');
    await this.#log.compact(document, through, state);
  }

  async #pass(call: Call): Promise<void> {
    if (this.#isShut) {
      const passed = new Promise<void>((pass) => this.#waiting.push({ call, pass }));
      for (const arrived of this.#arrivals.splice(0)) arrived();
      await passed;
    }
    if (this.failure && !(call === 'load' && this.isReadable))
      throw new StorageError(this.failure, 'as the test wants it');
  }
}
