import {
  defaultHandleExternalTextContent,
  type Editor,
  renderHtmlFromRichText,
  renderRichTextFromHTML,
  type TLAssetId,
  type TLContent,
  type TLShape,
  toRichText,
  type VecLike,
} from 'tldraw';
import { addPictures } from './pictures/picture-request.ts';
import { putContent } from './put-content.ts';
import { offerSheet } from './ui/sheet-request.ts';

/** Shapes that may come in through the clipboard; films are none, templates come from the server. */
const pastable: ReadonlySet<string> = new Set([
  'arrow',
  'card',
  'draw',
  'frame',
  'geo',
  'group',
  'highlight',
  'image',
  'line',
  'mirror',
  'note',
  'relation',
  'text',
]);

/**
 * What pasting and dropping does. Nothing is ever fetched: an address becomes a text with a link, pictures are put on the
 * board, other files and foreign drawings are refused with a word to the person.
 */
export function registerExternalContent(editor: Editor, refuse: (what: 'files' | 'drawing') => void): void {
  editor.registerExternalContentHandler('text', async ({ point, text, html }) => {
    if (!offerSheet(editor, { text, html: html ?? '', point })) await putText(editor, { text, html, point });
  });
  editor.registerExternalContentHandler('url', ({ point, url }) =>
    defaultHandleExternalTextContent(editor, {
      ...(point && { point }),
      text: url,
      ...(isWebAddress(url) && { html: linkHtml(url) }),
    }),
  );
  editor.registerExternalContentHandler('tldraw', ({ point, content }) => {
    const kept = keepPastable(editor, content);
    if (kept.shapes.length < content.shapes.length) refuse('files');
    if (kept.shapes.length === 0) return;
    editor.run(() => {
      editor.markHistoryStoppingPoint('paste');
      putContent(editor, unlocked(kept), point);
    });
  });
  editor.registerExternalContentHandler('files', ({ point, files }) => {
    const pictures = files.filter(mayBePicture);
    if (pictures.length < files.length) refuse('files');
    return addPictures(editor, pictures, point);
  });
  editor.registerExternalContentHandler('svg-text', () => refuse('drawing'));
  editor.registerExternalContentHandler('excalidraw', () => refuse('drawing'));
}

interface PastedText {
  readonly text: string;
  readonly html?: string | undefined;
  readonly point?: VecLike | undefined;
}

/** Puts it on the board as one text. */
export const putText = (editor: Editor, { text, html, point }: PastedText): Promise<void> =>
  defaultHandleExternalTextContent(editor, { ...(point && { point }), text, ...htmlOf(editor, text, html) });

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

/** What a file is, its bytes say later; drawings are refused before they are looked at. */
const mayBePicture = ({ type }: File): boolean => type.startsWith('image/') && !type.startsWith('image/svg');

/** Only shapes that may be pasted and whose ancestors may be, without assets: a picture has to be on the board already. */
function keepPastable(editor: Editor, content: TLContent): TLContent {
  const byId = new Map<string, TLShape>(content.shapes.map((shape) => [shape.id, shape]));
  const isKept = (shape: TLShape): boolean => {
    const parent = byId.get(shape.parentId);
    return pastable.has(shape.type) && !isStrange(shape) && (parent === undefined || isKept(parent));
  };
  const isStrange = ({ type, props }: TLShape): boolean => {
    const { assetId } = props as { readonly assetId?: TLAssetId | null };
    return type === 'image' && (assetId == null || editor.getAsset(assetId) === undefined);
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
