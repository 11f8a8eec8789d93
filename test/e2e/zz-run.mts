import { chromium } from 'playwright';
import { servePages } from './pages-canvas/serve.ts';
import { pairs } from './pages-canvas/pairs-table.ts';
const [from, to] = [Number(process.argv[2] ?? 0), Number(process.argv[3] ?? 9999)];
const t0 = Date.now();
const pages = await servePages();
console.log('built', Date.now() - t0);
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
const page = await browser.newPage();
let last = '';
page.on('pageerror', (e) => console.log('ERR', String(e.stack).slice(0, 600)));
page.on('console', (m) => { if (m.type() === 'info') last = m.text(); else console.log('C', m.text().slice(0, 300)); });
await page.goto(`${pages.url}lab.html`);
await page.waitForFunction(() => 'lab' in window, undefined, { timeout: 20000 });
console.log('loaded', Date.now() - t0);
const killer = setTimeout(() => { console.log('HUNG at', last); process.exit(1); }, Number(process.env.T ?? 90) * 1000);
const orders = process.env.FULL ? [['a','a'],['a','b'],['b','a'],['b','b']] : [['a','b'],['b','b']];
const list = pairs.slice(from, to).filter((p) => !process.env.ONLY || new RegExp(process.env.ONLY).test(`${p.a} ∥ ${p.b} on ${p.relation}`));
const wrong = await page.evaluate(async ([list, orders]) => {
  const room = (lab as any).pairs.openPairsRoom(new lab.Room(3));
  const wrong: string[] = [];
  let run = 0;
  for (const pair of list as any) {
    console.info(`${pair.a} ∥ ${pair.b} on ${pair.relation}`);
    for (const [first, greater] of orders as any) {
      run++;
      const faults = await (lab as any).pairs.playPair(room, pair, { first, greater }, run).catch((e: any) => [String(e.stack).slice(0, 700)]);
      if (faults.length) wrong.push(`${pair.a} ∥ ${pair.b} on ${pair.relation}, first ${first}, greater ${greater}: ${faults.join('; ')}`);
    }
  }
  return wrong;
}, [list, orders] as any);
console.log(list.length, 'pairs', Date.now() - t0, wrong.length);
for (const w of wrong) console.log('W', w);
clearTimeout(killer);
await browser.close(); await pages.close();
