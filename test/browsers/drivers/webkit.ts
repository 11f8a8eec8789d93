import { mkdirSync, readdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { createTempFolder } from '../../support/temp-folder.ts';
import { handsThat } from './actions.ts';
import { startChild } from './child.ts';
import { type Driver, windowSize } from './driver.ts';

/** Where the two programs are. */
export interface WebKitPrograms {
  readonly driver: string;
  readonly display: string;
}

/** WebKitGTK tells nobody what its console says, so the page keeps it from here on. */
const keepComplaints = `
  window.complaints = [];
  for (const level of ['error', 'warn']) {
    const own = console[level];
    console[level] = (...said) => { complaints.push(said.map(String).join(' ')); own.apply(console, said); };
  }
  addEventListener('error', ({ message }) => complaints.push(message));
  addEventListener('unhandledrejection', ({ reason }) => complaints.push(String(reason)));
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    complaints.push(violatedDirective + ' ' + blockedURI));
`;

/** How long an expression may wait in the page. */
const waitMaxMs = 60_000;

/** WebKitGTK on a display that nobody sees, over WebDriver. */
export async function startWebKit(programs: WebKitPrograms): Promise<Driver> {
  const home = createTempFolder();
  const downloads = createTempFolder();
  mkdirSync(join(home.path, '.config'));
  writeFileSync(join(home.path, '.config', 'user-dirs.dirs'), `XDG_DOWNLOAD_DIR="${downloads.path}"\n`);
  const { width, height } = windowSize;
  const screen = ['-displayfd', '3', '-nolisten', 'tcp', '-screen', '0', `${width}x${height + barMax}x24`];
  const display = startChild(programs.display, screen, {});
  const driver = startChild(programs.driver, ['--port=0'], {
    ...{ HOME: home.path, LC_ALL: 'C.UTF-8', LANGUAGE: 'en_GB' },
    DISPLAY: `:${await display.says(/^(\d+)$/)}`,
  });
  const port = await portOf(driver.pid);
  const start = await ask(`http://127.0.0.1:${port}/session`, {
    capabilities: { alwaysMatch: { timeouts: { script: waitMaxMs } } },
  });
  const { sessionId, capabilities } = Started.parse(start);
  const session = `http://127.0.0.1:${port}/session/${sessionId}`;
  const evaluate = async (expression: string): Promise<unknown> => {
    const script = `const tell = arguments[0]; (async () => JSON.stringify({ value: await (${expression}) }))().then(
      tell, (error) => tell(JSON.stringify({ error: String(error) })));`;
    const json = z.string().parse(await ask(`${session}/execute/async`, { script, args: [] }));
    const { value, error } = JSON.parse(json) as { value?: unknown; error?: string };
    if (error !== undefined) throw new Error(error);
    return value;
  };
  return {
    version: `WebKitGTK ${capabilities.browserVersion}`,
    downloads: downloads.path,
    complaints: async () => z.array(z.string()).parse(await evaluate('window.complaints')),
    ...handsThat(async (actions) => {
      await ask(`${session}/actions`, { actions });
    }),
    open: async (url) => {
      await ask(`${session}/url`, { url });
      await evaluate(`(() => {${keepComplaints}})()`);
      await fitWindow(session, evaluate);
    },
    evaluate,
    screenshot: async () => Buffer.from(z.string().parse(await ask(`${session}/screenshot`)), 'base64'),
    close: async () => {
      await ask(session, null, 'DELETE');
      await driver.end();
      await display.end();
      home.remove();
      downloads.remove();
    },
  };
}

/** Room for the bar above the page, in pixels. */
const barMax = 200;

/** The page gets all of its size, whatever the bar above it takes. */
async function fitWindow(session: string, evaluate: Driver['evaluate']): Promise<void> {
  const { width, height } = windowSize;
  const isFitted = `new Promise((resolve) => {
    const look = () => innerWidth === ${width} && innerHeight === ${height} ? resolve() : requestAnimationFrame(look);
    look();
  })`;
  const { bar, wide } = z
    .object({ bar: z.number(), wide: z.number() })
    .parse(await evaluate('({ bar: outerHeight - innerHeight, wide: outerWidth - innerWidth })'));
  await ask(`${session}/window/rect`, { width: width + wide, height: height + bar });
  await evaluate(isFitted);
}

const Started = z.object({ sessionId: z.string(), capabilities: z.object({ browserVersion: z.string() }) });
const Answer = z.object({ value: z.unknown() });
const Refusal = z.object({ value: z.object({ error: z.string(), message: z.string() }) });

/** @param body null to send none @throws when the driver answers with an error */
async function ask(url: string, body: object | null = null, method = body === null ? 'GET' : 'POST'): Promise<unknown> {
  const response = await fetch(url, { method, ...(body !== null && { body: JSON.stringify(body) }) });
  const json: unknown = await response.json();
  if (response.ok) return Answer.parse(json).value;
  const { error, message } = Refusal.parse(json).value;
  throw new Error(`${method} ${new URL(url).pathname}: ${error}: ${message}`);
}

const portWaitMs = 10_000;

/**
 * The driver takes a free port and does not say which; the kernel knows. Without an event to wait for, it is asked again.
 * @param pid of the driver
 */
async function portOf(pid: number): Promise<number> {
  for (let waited = 0; waited < portWaitMs; waited += 50) {
    const own = new Set(
      readdirSync(`/proc/${pid}/fd`)
        .map((fd) => readLink(`/proc/${pid}/fd/${fd}`))
        .map((target) => /^socket:\[(\d+)\]$/.exec(target)?.[1]),
    );
    for (const row of readFileSync(`/proc/${pid}/net/tcp`, 'utf8').split('\n')) {
      // Number, local address, remote address, state (0A listens) … inode.
      const columns = row.trim().split(/\s+/);
      if (columns[3] === '0A' && own.has(columns[9])) return Number.parseInt(columns[1]?.split(':')[1] ?? '', 16);
    }
    await pause(50);
  }
  throw new Error('WebKitWebDriver listens nowhere');
}

function readLink(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    // Closed since the folder was read.
    return '';
  }
}
