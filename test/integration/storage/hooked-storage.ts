import { EventEmitter, once } from 'node:events';
import { BroadcastChannel } from 'node:worker_threads';
import { nanoid } from 'nanoid';
import type { Step } from '../../../server/storage/sqlite/steps.ts';
import { startThread } from '../../../server/storage/sqlite/thread.ts';
import type { Storage } from '../../../server/storage/storage.ts';
import { createTempFolder } from '../../support/temp-folder.ts';
import { eventually } from '../../support/wait.ts';
import type { HookedOptions, Order, Report } from './hooked-worker.ts';
import { silentLog } from './subjects.ts';

export interface HookedStorage {
  readonly storage: Storage;
  readonly dataDir: string;
  /** What the thread has done so far. */
  readonly steps: readonly Step[];
  stepsShow(what: string, holds: (steps: readonly Step[]) => boolean): Promise<void>;
  /** Lets the database grow to this many pages of 4 KiB and no further. */
  limitPages(pages: number): Promise<void>;
  /** Ends the thread from inside, as a bug might. */
  exit(): void;
  close(): Promise<void>;
}

const entry = new URL('./hooked-worker.ts', import.meta.url);

/** The real storage thread, with hooked-worker.ts for its entry. */
export async function openHookedStorage(
  given: Partial<Pick<HookedOptions, 'dataDir' | 'busyTimeoutMs' | 'crashAt'>> = {},
): Promise<HookedStorage> {
  const folder = given.dataDir === undefined ? createTempFolder() : null;
  const dataDir = given.dataDir ?? folder?.path ?? '';
  const channel = new BroadcastChannel(nanoid());
  const events = new EventEmitter();
  const steps: Step[] = [];
  channel.onmessage = (event) => {
    const report = (event as { data: Report }).data;
    if (report.report === 'step') steps.push(report.step);
    events.emit(report.report);
  };
  const options: HookedOptions = { busyTimeoutMs: 10_000, ...given, dataDir, channel: channel.name };
  const storage = await startThread(entry, options, silentLog);
  const order = (given: Order) => channel.postMessage(given);
  return {
    storage,
    dataDir,
    steps,
    stepsShow: (what, holds) =>
      eventually(
        what,
        () => holds(steps),
        (changed) => {
          events.on('step', changed);
          return () => events.off('step', changed);
        },
      ),
    limitPages: async (pages) => {
      const obeyed = once(events, 'obeyed');
      order({ order: 'max-pages', pages });
      await obeyed;
    },
    exit: () => order({ order: 'exit' }),
    close: async () => {
      await storage.close();
      channel.close();
      folder?.remove();
    },
  };
}
