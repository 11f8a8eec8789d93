import { expect, test } from '@playwright/test';
import { CreateSessionResponse } from '../../shared/api/sessions.ts';
import { recordsOf } from '../../shared/board/document.ts';
import { createGroups } from '../../shared/board/groups.ts';
import { BoardId } from '../../shared/protocol/ids.ts';
import { formatRoomName } from '../../shared/protocol/room-name.ts';
import { Program } from '../integration/rooms/program.ts';
import { noteGroups, noteParts } from '../support/notes.ts';
import { type ProductionServer, startProductionServer } from '../support/production-server.ts';
import { arrive, boardIsThere, copyLink, createBoard, createWorkshop, isSaved } from './support/person.ts';

let server: ProductionServer;
test.beforeAll(async () => {
  server = await startProductionServer();
});
test.afterAll(async () => {
  await server?.stop();
});

const script = 'javascript:window.hacked=1';
const drawing = `<svg xmlns="http://www.w3.org/2000/svg" onload="window.hacked=2"><script>window.hacked=3</script><a href="${script}"><rect width="50" height="50"/></a></svg>`;
const markup = `<img src="http://evil.example/x.png" onerror="window.hacked=4"><a href="${script}">a link</a><script>window.hacked=5</script>`;

const linked = {
  type: 'doc',
  content: [
    {
      type: 'paragraph',
      attrs: { dir: 'auto' },
      content: [
        {
          type: 'text',
          text: 'a tempting link',
          marks: [{ type: 'link', attrs: { href: script, target: '_blank', rel: null, class: null } }],
        },
      ],
    },
  ],
};

/** Records that a program with a participant's session writes, one by one. */
const hostileRecords = {
  'shape:link': createGroups({ ...noteParts('shape:link'), rich: linked }),
  'shape:address': createGroups({
    ...noteParts('shape:address'),
    props: { ...noteParts('shape:address').props, url: script },
  }),
  'shape:markup': noteGroups('shape:markup', markup),
  'shape:embed': createGroups({
    base: { typeName: 'shape', type: 'embed', parentId: 'page:page', index: 'a2V' },
    at: [0, 0, 0],
    flags: { isLocked: false, opacity: 1 },
    props: { w: 300, h: 300, url: 'http://evil.example/' },
  }),
  'shape:bookmark': createGroups({
    base: { typeName: 'shape', type: 'bookmark', parentId: 'page:page', index: 'a3V' },
    at: [0, 0, 0],
    flags: { isLocked: false, opacity: 1 },
    props: { w: 300, h: 300, assetId: null, url: 'http://evil.example/' },
  }),
  'asset:picture': createGroups({
    base: { typeName: 'asset', type: 'image' },
    props: {
      ...{ name: 'x.svg', mimeType: 'image/svg+xml', isAnimated: false, w: 50, h: 50 },
      src: `data:image/svg+xml,${encodeURIComponent(drawing)}`,
    },
  }),
  'shape:picture': createGroups({
    base: { typeName: 'shape', type: 'image', parentId: 'page:page', index: 'a4V' },
    at: [0, 0, 0],
    flags: { isLocked: false, opacity: 1 },
    props: {
      ...{ w: 50, h: 50, playing: true, url: '', assetId: 'asset:picture', crop: null, flipX: false, flipY: false },
      altText: '',
    },
  }),
};

test('[RELY34] nothing that is written, pasted or named runs as a script or fetches from elsewhere', async ({
  browser,
}) => {
  const person = await arrive(browser, server.address);
  const { page } = person;
  const reports: string[] = [];
  await page.exposeFunction('report', (what: string) => reports.push(what));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      (window as unknown as { report(what: string): void }).report(`${violatedDirective} ${blockedURI}`);
    });
  });
  page.on('dialog', (dialog) => reports.push(dialog.message()));
  await createWorkshop(
    page,
    `<b onclick="${script}">Water</b>`,
    '<img src=x onerror=alert(1)>',
    '"><script>alert(2)</script>',
  );
  const link = await copyLink(page, 'Copy link');
  await createBoard(page, { template: 'Blank board', title: '<svg onload=alert(3)>', language: 'English' });
  await boardIsThere(page);
  const boardId = BoardId.parse(page.url().split('/').at(-1));

  const answer = await fetch(`${server.address}/api/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      ...{ token: link.split('#')[1], name: '<script>alert(4)</script>', organisation: '{{alert(5)}}', bearer: true },
    }),
  });
  const { sessionToken = '' } = CreateSessionResponse.parse(await answer.json());
  const room = formatRoomName({ layer: 'shared', boardId });
  const program = await new Program({ address: server.address, room, token: sessionToken }).synced();
  let sent = 0;
  for (const [id, groups] of Object.entries(hostileRecords)) {
    recordsOf(program.doc).set(id, groups);
    sent += 1;
    await program.acknowledged(sent);
  }
  await expect(page.locator('.tl-canvas').getByText(markup)).toBeAttached();

  await page.locator('.tl-canvas').click({ position: { x: 600, y: 300 } });
  for (const clip of [{ 'text/html': markup, 'text/plain': 'a pasted page' }, { 'text/plain': drawing }]) {
    await page.evaluate(async (kinds) => {
      const blobs = Object.entries(kinds).map(([type, text]) => [type, new Blob([text], { type })]);
      await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
    }, clip);
    await page.keyboard.press('Control+v');
  }
  await page.evaluate((svg) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([svg], 'x.svg', { type: 'image/svg+xml' }));
    const place = { bubbles: true, cancelable: true, clientX: 600, clientY: 400, dataTransfer };
    document.querySelector('.tl-canvas')?.dispatchEvent(new DragEvent('drop', place));
  }, drawing);
  await expect(page.getByText('Only pictures can be put on a board: PNG, JPEG, WebP or GIF.').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await isSaved(page);

  const found = await page.evaluate(
    (own) => ({
      hacked: (window as unknown as { hacked?: number }).hacked ?? null,
      polluted: Object.keys(Object.prototype),
      links: [...document.querySelectorAll('a[href], iframe, embed, object, [onerror], [onload], [onclick]')]
        .map((element) => element.getAttribute('href') ?? element.tagName)
        .filter((href) => !href.startsWith('/') && !href.startsWith('https://tldraw.dev') && !href.startsWith(own)),
    }),
    server.address,
  );
  expect(found).toEqual({ hacked: null, polluted: [], links: [] });
  // Chromium says this of a handler in any HTML that is parsed, also of what is never part of a page.
  expect(reports.filter((report) => report !== 'script-src-attr inline')).toEqual([]);
  expect(person.strangers).toEqual([]);
  program.close();
  await person.context.close();
});
