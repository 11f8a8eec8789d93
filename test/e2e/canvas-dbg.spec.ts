import { expect, test } from '@playwright/test';
import { startProductionServer } from '../support/production-server.ts';
import { arrive, boardIsThere, copyLink, createBoard, createWorkshop, joinByLink, writeNote } from './support/person.ts';
test('dbg', async ({ browser }) => {
  const server = await startProductionServer();
  const f = (await arrive(browser, server.address)).page;
  await createWorkshop(f, 'Full Plates', 'Fatima', 'City');
  const link = await copyLink(f, 'Copy link');
  await createBoard(f, { template: 'Root cause tree', title: 'Root cause tree', language: 'English' });
  await boardIsThere(f);
  const a = (await arrive(browser, server.address)).page;
  await joinByLink(a, link, 'Anna', 'Org2'); await boardIsThere(a);
  await writeNote(a, { x: 560, y: 560 }, 'seed');
  const open = async (page: any, key: string) => {
    await page.locator('.tl-canvas').getByText('seed', { exact: true }).dblclick();
    await page.waitForTimeout(800); await page.keyboard.press(key); await page.waitForTimeout(200);
  };
  await expect(f.locator('.tl-canvas').getByText('seed', { exact: true })).toBeVisible();
  await open(a, 'Control+Home'); await open(f, 'Control+End');
  for (const p of [a, f]) await p.evaluate(() => { const log: string[] = []; (window as any).log = log; const s = performance.now(); const t = () => Math.round(performance.now() - s) + ' ';
    const pm = () => document.querySelector('.ProseMirror'); let el = pm();
    addEventListener('keydown', (e) => log.push(t() + 'key ' + e.key + ' ' + (document.activeElement?.className ?? '') + ' ' + e.defaultPrevented), true);
    addEventListener('input', (e) => log.push(t() + 'input ' + (e as any).data + ' | ' + pm()?.textContent), true);
    new MutationObserver(() => { if (pm() !== el) { el = pm(); log.push(t() + 'PM CHANGED'); } log.push(t() + 'dom ' + pm()?.textContent + ' sel ' + getSelection()?.anchorOffset + ' ' + getSelection()?.anchorNode?.nodeName); }).observe(document.querySelector('.tl-rich-text-wrapper') ?? document.body, { childList: true, subtree: true, characterData: true });
    document.addEventListener('selectionchange', () => log.push(t() + 'selchange ' + getSelection()?.anchorOffset + ' ' + getSelection()?.anchorNode?.nodeName));
  });
  for (let i = 0; i < 8; i++) { await a.keyboard.type('a'); await f.keyboard.type('f'); }
  await a.waitForTimeout(1500);
  console.log(await a.evaluate(() => (window as any).log.join('\n')));
  console.log('-----'); console.log(await f.locator('.ProseMirror').textContent());
  await server.stop();
});
