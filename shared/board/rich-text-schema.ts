import { type DOMOutputSpec, type Mark, type Node, Schema } from '@tiptap/pm/model';

const addressesAllowed = ['http', 'https', 'ftp', 'ftps', 'mailto', 'tel', 'callto', 'sms', 'cid', 'xmpp'];
// biome-ignore lint/suspicious/noControlCharactersInRegex: browsers skip these in an address, so they are skipped here.
const invisible = /[\u0000-\u0020\u00A0\u1680\u180E\u2000-\u2029\u205F\u3000]/g;
const allowed = new RegExp(`^(?:(?:${addressesAllowed.join('|')}):|[^a-z]|[a-z0-9+.-]+(?:[^a-z+.\\-:]|$))`, 'i');

/** Whether a link leads somewhere, rather than running a script. No address at all is harmless. */
const isAddress = (href: unknown): boolean =>
  typeof href !== 'string' || href === '' || allowed.test(href.replace(invisible, ''));

const dir = { default: 'auto' };
const directions: readonly (string | null)[] = ['ltr', 'rtl', 'auto'];

function directionOf(element: HTMLElement): { readonly dir: string } {
  const found = element.getAttribute('dir');
  return { dir: found !== null && directions.includes(found) ? found : 'auto' };
}

const levels = [1, 2, 3, 4, 5, 6] as const;

/** Without what the node has anyway, so that equal texts are equal HTML. */
const numbering = ({ attrs: { start, type } }: Node): Record<string, unknown> =>
  start === 1 ? { type } : { start, type };

const link = ({ attrs: { href, target, rel, class: name } }: Mark): DOMOutputSpec => [
  'a',
  // In the order that TipTap writes them.
  isAddress(href) ? { target, rel, class: name, href } : { target, rel, class: name, href: '' },
  0,
];

/**
 * The schema of tldraw 3.15.6's rich text, which tldraw itself makes from TipTap's extensions. Written down here so that
 * neither the server nor a page on which nobody writes yet needs an editor to read, check, draw or merge a text. Tests hold
 * it against tldraw's own, and the HTML too.
 */
export const richTextSchema = new Schema({
  topNode: 'doc',
  nodes: {
    paragraph: {
      content: 'inline*',
      group: 'block',
      attrs: { dir },
      parseDOM: [{ tag: 'p', getAttrs: directionOf }],
      toDOM: ({ attrs }) => ['p', { dir: attrs.dir }, 0],
    },
    bulletList: {
      content: 'listItem+',
      group: 'block list',
      parseDOM: [{ tag: 'ul' }],
      toDOM: () => ['ul', 0],
    },
    doc: { content: 'block+' },
    hardBreak: {
      group: 'inline',
      inline: true,
      selectable: false,
      linebreakReplacement: true,
      parseDOM: [{ tag: 'br' }],
      toDOM: () => ['br'],
    },
    heading: {
      content: 'inline*',
      group: 'block',
      defining: true,
      attrs: { dir, level: { default: 1 } },
      parseDOM: levels.map((level) => ({
        tag: `h${level}`,
        getAttrs: (element: HTMLElement) => ({ level, ...directionOf(element) }),
      })),
      toDOM: ({ attrs }) => [`h${levels.find((level) => level === attrs.level) ?? 1}`, { dir: attrs.dir }, 0],
    },
    listItem: {
      content: 'paragraph block*',
      defining: true,
      parseDOM: [{ tag: 'li' }],
      toDOM: () => ['li', 0],
    },
    orderedList: {
      content: 'listItem+',
      group: 'block list',
      attrs: { start: { default: 1 }, type: { default: null } },
      parseDOM: [
        {
          tag: 'ol',
          getAttrs: (element) => ({
            start: element.hasAttribute('start') ? Number.parseInt(element.getAttribute('start') ?? '', 10) : 1,
            type: element.getAttribute('type'),
          }),
        },
      ],
      toDOM: (node) => ['ol', numbering(node), 0],
    },
    text: { group: 'inline' },
  },
  marks: {
    highlight: { parseDOM: [{ tag: 'mark' }], toDOM: () => ['mark', 0] },
    link: {
      inclusive: true,
      attrs: {
        href: { default: null },
        target: { default: '_blank' },
        rel: { default: 'noopener noreferrer nofollow' },
        class: { default: null },
      },
      parseDOM: [{ tag: 'a[href]', getAttrs: linkOf }],
      toDOM: link,
    },
    bold: {
      parseDOM: [
        { tag: 'strong' },
        { tag: 'b', getAttrs: (element) => element.style.fontWeight !== 'normal' && null },
        { style: 'font-weight=400', clearMark: ({ type }) => type.name === 'bold' },
        { style: 'font-weight', getAttrs: (value) => /^(bold(er)?|[5-9]\d{2,})$/.test(value) && null },
      ],
      toDOM: () => ['strong', 0],
    },
    code: { code: true, parseDOM: [{ tag: 'code' }], toDOM: () => ['code', 0] },
    italic: {
      parseDOM: [
        { tag: 'em' },
        { tag: 'i', getAttrs: (element) => element.style.fontStyle !== 'normal' && null },
        { style: 'font-style=normal', clearMark: ({ type }) => type.name === 'italic' },
        { style: 'font-style=italic' },
      ],
      toDOM: () => ['em', 0],
    },
    strike: {
      parseDOM: [
        { tag: 's' },
        { tag: 'del' },
        { tag: 'strike' },
        {
          style: 'text-decoration',
          consuming: false,
          getAttrs: (style) => style.includes('line-through') && null,
        },
      ],
      toDOM: () => ['s', 0],
    },
  },
});

function linkOf(element: HTMLElement): Record<string, string> | false {
  const href = element.getAttribute('href');
  if (href === null || href === '' || !isAddress(href)) return false;
  const attributes = ['target', 'rel', 'class'].flatMap((name) => {
    const value = element.getAttribute(name);
    return value === null ? [] : [[name, value] as const];
  });
  return { href, ...Object.fromEntries(attributes) };
}
