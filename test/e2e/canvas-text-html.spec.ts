import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import type { TLRichText } from 'tldraw';
import { openLab } from './support/lab-page.ts';

const page = openLab();
const seed = 20_261_128;

const words = fc.constantFrom(
  'word',
  'é ü ß',
  ' <b>&amp;"\'',
  'https://example.org',
  '日本',
  'שלום',
  '  two  ',
  '\t',
  '🙂',
);
const address = fc.constantFrom(
  'https://example.org/a?b=1&c="x"',
  'mailto:a@b.example',
  '/here',
  'example.org',
  'javascript:alert(1)',
  ' java\u0001script:alert(1)',
  'JAVASCRIPT:alert(1)',
  'data:text/html,x',
  'vbscript:x',
  '#part',
);
const mark = fc.oneof(
  fc.constantFrom('bold', 'italic', 'strike', 'code', 'highlight').map((type) => ({ type })),
  address.map((href) => ({ type: 'link', attrs: { href } })),
);
const inline = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      type: fc.constant('text'),
      text: words,
      marks: fc.uniqueArray(mark, { maxLength: 3, selector: ({ type }) => type }),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ type: 'hardBreak' }) },
);
const line = fc.array(inline, { maxLength: 4 });
const dir = fc.constantFrom('auto', 'ltr', 'rtl');
const { block } = fc.letrec((tie) => ({
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record({ type: fc.constant('paragraph'), attrs: fc.record({ dir }), content: line }),
    fc.record({
      type: fc.constant('heading'),
      attrs: fc.record({ dir, level: fc.integer({ min: 1, max: 6 }) }),
      content: line,
    }),
    fc.record({ type: fc.constant('bulletList'), content: fc.array(tie('item'), { minLength: 1, maxLength: 3 }) }),
    fc.record({
      type: fc.constant('orderedList'),
      attrs: fc.record({ start: fc.constantFrom(1, 3), type: fc.constantFrom(null, 'a') }),
      content: fc.array(tie('item'), { minLength: 1, maxLength: 3 }),
    }),
  ),
  item: fc
    .tuple(line, fc.array(tie('block'), { maxLength: 1 }))
    .map(([content, blocks]) => ({ type: 'listItem', content: [{ type: 'paragraph', content }, ...blocks] })),
}));
const text = fc
  .array(block, { minLength: 1, maxLength: 4 })
  .map((content) => ({ type: 'doc', content }) as unknown as TLRichText);

test('[CAN115] texts are drawn and read without an editor exactly as tldraw does it', async () => {
  const texts = fc.sample(text, { numRuns: 300, seed });
  const drawn = await page().evaluate((all) => all.map((each) => lab.htmlOf(each)), texts);
  expect(new Set(drawn.map(({ html }) => html.ours)).size).toBeGreaterThan(200);
  for (const { html, text: said } of drawn) {
    expect(html.ours).toBe(html.tldraws);
    expect(said.ours).toBe(said.tldraws);
  }
  expect(drawn.map(({ html }) => html.ours).join('')).not.toMatch(/href="[^"]*script:/i);
});

test('[CAN115] pasted HTML is read as tldraw reads it', async () => {
  const sources = [
    '<p>one</p>\n<p dir="rtl">two <b>bold</b> <b style="font-weight: normal">not</b> <i>i</i> <em>em</em></p>',
    '<span style="font-weight: 700">b</span><span style="font-weight:400">n</span> <span style="font-style: italic">i</span>',
    '<strong>a <span style="font-weight:400">n</span></strong> <del>x</del><s>y</s><strike>z</strike>',
    '<span style="text-decoration: underline line-through">st</span> <code>c</code> <mark style="background-color:red">m</mark>',
    '<ul>\n  <li>a</li><li><p>b</p><ol start="4" type="i"><li>c</li></ol></li></ul><h2>h</h2><h6 dir="x">s</h6>',
    '<a href="https://example.org" target="_self" rel="me" class="c">l</a> <a href="javascript:alert(1)">bad</a><a>none</a>',
    '<table><tr><td>1</td><td>2</td></tr></table><script>alert(1)</script><style>p{}</style>text<br>after',
    'a\n\n  b<div>c<div>d</div></div>  <blockquote>q</blockquote><pre>  p\n  q</pre><hr>',
    '',
  ];
  const read = await page().evaluate((all) => all.map((html) => lab.readHtml(html)), sources);
  for (const { ours, tldraws } of read) expect(ours).toEqual(tldraws);
});
