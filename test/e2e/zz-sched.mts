import { chromium } from 'playwright';
import { servePages } from './pages-canvas/serve.ts';
const [from, to, steps] = [Number(process.argv[2]), Number(process.argv[3]), Number(process.argv[4] ?? 25)];
const t0 = Date.now();
const pages = await servePages();
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
const page = await browser.newPage();
page.on('pageerror', (e) => console.log('ERR', String(e.stack).slice(0, 800)));
await page.goto(`${pages.url}lab.html`);
await page.waitForFunction(() => 'lab' in window, undefined, { timeout: 20000 });
let seed = from;
const killer = setTimeout(() => { console.log('HUNG at', seed); process.exit(1); }, Number(process.env.T ?? 90) * 1000);
for (; seed < to; seed++) {
  const faults = await page.evaluate(([s, n]) => (lab as any).playSchedule(s, n), [seed, steps]) as string[];
  if (faults.length) console.log('W', seed, faults.slice(0, 6).join('\n    ').slice(0, 1500));
}
console.log('done', to - from, Date.now() - t0);
clearTimeout(killer);
await browser.close(); await pages.close();
