import {
  defaultHandleExternalTextContent,
  type Editor,
  renderHtmlFromRichText,
  renderRichTextFromHTML,
  type TLContent,
  type TLShape,
  toRichText,
} from 'tldraw';
import { putContent } from './put-content.ts';

/** Shapes that may come in through the clipboard; pictures and films wait for uploads, templates come from the server. */
const pastable: ReadonlySet<string> = new Set([
  'arrow',
  'card',
  'draw',
  'frame',
  'geo',
  'group',
  'highlight',
  'line',
  'mirror',
  'note',
  'relation',
  'text',
]);

/**
 * What pasting and dropping does. Nothing is ever fetched: an address becomes a text with a link, files and foreign
 * drawings are refused with a word to the person.
 */
export function registerExternalContent(editor: Editor, refuse: (what: 'files' | 'drawing') => void): void {
  editor.registerExternalContentHandler('text', ({ point, text, html }) =>
    defaultHandleExternalTextContent(editor, {
      ...(point && { point }),
      text,
      ...htmlOf(editor, text, html),
    }),
  );
  editor.registerExternalContentHandler('url', ({ point, url }) =>
    defaultHandleExternalTextContent(editor, {
      ...(point && { point }),
      text: url,
      ...(isWebAddress(url) && { html: linkHtml(url) }),
    }),
  );
  editor.registerExternalContentHandler('tldraw', ({ point, content }) => {
    const kept = keepPastable(content);
    if (kept.shapes.length < content.shapes.length) refuse('files');
    if (kept.shapes.length === 0) return;
    editor.run(() => {
      editor.markHistoryStoppingPoint('paste');
      putContent(editor, unlocked(kept), point);
    });
  });
  editor.registerExternalContentHandler('files', () => refuse('files'));
  editor.registerExternalContentHandler('svg-text', () => refuse('drawing'));
  editor.registerExternalContentHandler('excalidraw', () => refuse('drawing'));
}

/**
 * What a text of ours can hold of what is pasted. tldraw measures it by putting it into the page as HTML, plain text too,
 * where pictures would be fetched and handlers tried.
 */
function htmlOf(editor: Editor, text: string, html: string | undefined): { readonly html?: string } {
  if (html !== undefined) return { html: renderHtmlFromRichText(editor, renderRichTextFromHTML(editor, html)) };
  return /[<&]/.test(text) ? { html: renderHtmlFromRichText(editor, toRichText(text)) } : {};
}

const isWebAddress = (url: string): boolean => /^(https?|mailto):/i.test(url);

function linkHtml(url: string): string {
  const link = document.createElement('a');
  link.href = url;
  link.textContent = url;
  return link.outerHTML;
}

/** What was locked where it comes from is the person's own here. */
const unlocked = (content: TLContent): TLContent => ({
  ...content,
  shapes: content.shapes.map((shape) =>
    content.rootShapeIds.includes(shape.id) ? { ...shape, isLocked: false } : shape,
  ),
});

/** Only shapes that may be pasted and whose ancestors may be, without assets. */
function keepPastable(content: TLContent): TLContent {
  const byId = new Map<string, TLShape>(content.shapes.map((shape) => [shape.id, shape]));
  const isKept = (shape: TLShape): boolean => {
    const parent = byId.get(shape.parentId);
    return pastable.has(shape.type) && (parent === undefined || isKept(parent));
  };
  const shapes = content.shapes.filter(isKept);
  const ids = new Set<string>(shapes.map(({ id }) => id));
  return {
    ...content,
    shapes,
    rootShapeIds: content.rootShapeIds.filter((id) => ids.has(id)),
    bindings: content.bindings?.filter(({ fromId, toId }) => ids.has(fromId) && ids.has(toId)) ?? [],
    assets: [],
  };
}
