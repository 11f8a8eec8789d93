import type { ReportInput } from './compose/report-input.ts';
import type { DisplayList, DisplayPage } from './display-list.ts';
import { openWriter, type Writer, WriterNotRunning } from './run-writer.ts';
import type { WrittenPdf } from './write/write-pdf.ts';

/**
 * A writer that comes when it is needed. One that was stopped or failed is not used again: the next call opens another.
 * Pages are laid out here where no thread can be had, so that they can at least be printed.
 */
export interface OwnWriter {
  compose(input: ReportInput, signal: AbortSignal): Promise<readonly DisplayPage[]>;
  write(list: DisplayList, signal: AbortSignal, onPage: (index: number) => void): Promise<WrittenPdf>;
  close(): void;
}

export function createOwnWriter(): OwnWriter {
  let current: Writer | null = null;
  const end = (writer: Writer | null): void => {
    writer?.close();
    // The next job may have opened its own already.
    if (current === writer) current = null;
  };
  /** @throws the signal's reason once it is aborted */
  const use = async <Value>(signal: AbortSignal, work: (writer: Writer) => Promise<Value>): Promise<Value> => {
    signal.throwIfAborted();
    current ??= startWriter();
    const writer = current;
    const close = (): void => end(writer);
    signal.addEventListener('abort', close);
    try {
      return await work(writer);
    } catch (error) {
      close();
      signal.throwIfAborted();
      throw error;
    } finally {
      signal.removeEventListener('abort', close);
    }
  };
  return {
    async compose(input, signal) {
      try {
        return await use(signal, (writer) => writer.compose(input));
      } catch (error) {
        if (!(error instanceof WriterNotRunning)) throw error;
        const { composeHere } = await import('./compose-here.ts');
        const pages = await composeHere(input);
        signal.throwIfAborted();
        return pages;
      }
    },
    write: (list, signal, onPage) => use(signal, (writer) => writer.write(list, onPage)),
    close: () => end(current),
  };
}

function startWriter(): Writer {
  try {
    return openWriter();
  } catch (error) {
    throw new WriterNotRunning(String(error));
  }
}
