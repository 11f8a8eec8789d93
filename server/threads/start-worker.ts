import { Worker, type WorkerOptions } from 'node:worker_threads';

/**
 * Where the file of a thread is: beside the one that starts it in the sources, and beside the server's in the build, which
 * names it the same.
 * @param url `import.meta.url` of whoever starts it
 */
export const entryBeside = (url: string, name: string): URL =>
  new URL(`./${name}${new URL(url).pathname.endsWith('.ts') ? '.ts' : '.js'}`, url);

/** Starts a thread, from the sources or from the build. */
export function startWorker(entry: URL, options: WorkerOptions & { readonly name: string }): Worker {
  const execArgv = entry.pathname.endsWith('.ts') ? ['--import', sourceLoader()] : [];
  return new Worker(entry, { ...options, execArgv });
}

/** `--import tsx` would leave threads alone: it registers itself in main threads only. */
function sourceLoader(): string {
  const code = `import { register } from ${JSON.stringify(import.meta.resolve('tsx/esm/api'))}; register();`;
  return `data:text/javascript,${encodeURIComponent(code)}`;
}
