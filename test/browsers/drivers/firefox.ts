import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import { z } from 'zod';
import { createTempFolder } from '../../support/temp-folder.ts';
import { handsThat } from './actions.ts';
import { startChild } from './child.ts';
import { type Driver, windowSize } from './driver.ts';

/** Downloads without a question, and nothing of Firefox's own to the network or over the page. */
const preferences = (downloads: string): Readonly<Record<string, string | number | boolean>> => ({
  'browser.download.dir': downloads,
  'browser.download.folderList': 2,
  'browser.download.always_ask_before_handling_new_types': false,
  'browser.download.open_pdf_attachments_inline': false,
  'browser.download.manager.addToRecentDocs': false,
  'pdfjs.disabled': true,
  'app.normandy.enabled': false,
  'app.update.disabledForTesting': true,
  'browser.aboutwelcome.enabled': false,
  'browser.region.network.url': '',
  'browser.safebrowsing.downloads.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.getAddons.cache.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
  'toolkit.telemetry.server': '',
  // A window without a desktop is never in front, and would not have the focus.
  'focusmanager.testmode': true,
  // Movement only delays tests.
  'ui.prefersReducedMotion': 1,
  'intl.accept_languages': 'en-GB',
});

/** Firefox over WebDriver BiDi, which it speaks itself. @param program path of Firefox */
export async function startFirefox(program: string): Promise<Driver> {
  const folder = createTempFolder();
  const downloads = createTempFolder();
  const lines = Object.entries(preferences(downloads.path)).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  writeFileSync(join(folder.path, 'user.js'), lines.join('\n'));
  const args = ['--headless', '--no-remote', '--new-instance', '--profile', folder.path, '--remote-debugging-port=0'];
  const firefox = startChild(program, args, { HOME: folder.path, LC_ALL: 'C.UTF-8' });
  const session = await openSession(`${await firefox.says(/^WebDriver BiDi listening on (ws:.*)$/)}/session`);
  const { call, complaints } = session;
  const { capabilities } = Started.parse(await call('session.new', { capabilities: {} }));
  const { contexts } = Tree.parse(await call('browsingContext.getTree', {}));
  const context = contexts[0]?.context;
  if (context === undefined) throw new Error('Firefox has no window');
  await call('session.subscribe', { events: ['log.entryAdded'] });
  await call('browsingContext.setViewport', { context, viewport: windowSize });
  return {
    version: `${capabilities.browserName} ${capabilities.browserVersion}`,
    downloads: downloads.path,
    complaints: async () => complaints,
    ...handsThat(async (actions) => {
      await call('input.performActions', { context, actions });
    }),
    open: async (url) => {
      await call('browsingContext.navigate', { context, url, wait: 'complete' });
    },
    evaluate: async (expression) => {
      const asked = `(async () => JSON.stringify(await (${expression})))()`;
      const answer = Evaluated.parse(
        await call('script.evaluate', { expression: asked, target: { context }, awaitPromise: true }),
      );
      if (answer.type === 'exception') throw new Error(answer.exceptionDetails.text);
      return answer.result.value === undefined ? undefined : JSON.parse(answer.result.value);
    },
    screenshot: async () => {
      const { data } = Picture.parse(await call('browsingContext.captureScreenshot', { context }));
      return Buffer.from(data, 'base64');
    },
    close: async () => {
      session.close();
      await firefox.end();
      folder.remove();
      downloads.remove();
    },
  };
}

const Started = z.object({ capabilities: z.object({ browserName: z.string(), browserVersion: z.string() }) });
const Tree = z.object({ contexts: z.array(z.object({ context: z.string() })) });
const Picture = z.object({ data: z.string() });
const Evaluated = z.discriminatedUnion('type', [
  z.object({ type: z.literal('success'), result: z.object({ value: z.string().optional() }) }),
  z.object({ type: z.literal('exception'), exceptionDetails: z.object({ text: z.string() }) }),
]);
const Message = z.discriminatedUnion('type', [
  z.object({ type: z.literal('success'), id: z.number(), result: z.unknown() }),
  z.object({ type: z.literal('error'), id: z.number().nullable(), error: z.string(), message: z.string() }),
  z.object({ type: z.literal('event'), method: z.string(), params: z.unknown() }),
]);
const LogEntry = z.object({ level: z.string(), text: z.string().nullable() });

interface Session {
  /** @throws when the browser answers with an error */
  call(method: string, params: object): Promise<unknown>;
  readonly complaints: string[];
  close(): void;
}

async function openSession(url: string): Promise<Session> {
  const socket = new WebSocket(url);
  await once(socket, 'open');
  const complaints: string[] = [];
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let last = 0;
  socket.on('message', (data) => {
    const message = Message.parse(JSON.parse(String(data)));
    if (message.type === 'event') {
      if (message.method !== 'log.entryAdded') return;
      const { level, text } = LogEntry.parse(message.params);
      if (level === 'error' || level === 'warn') complaints.push(text ?? level);
      return;
    }
    const waiter = waiting.get(message.id ?? 0);
    waiting.delete(message.id ?? 0);
    if (message.type === 'success') waiter?.resolve(message.result);
    else waiter?.reject(new Error(`${message.error}: ${message.message}`));
  });
  socket.once('close', () => {
    for (const { reject } of waiting.values()) reject(new Error('Firefox closed the connection'));
  });
  return {
    complaints,
    call: (method, params) =>
      new Promise((resolve, reject) => {
        last++;
        waiting.set(last, { resolve, reject });
        socket.send(JSON.stringify({ id: last, method, params }));
      }),
    close: () => socket.close(),
  };
}
