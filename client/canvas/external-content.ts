import {
  defaultHandleExternalTextContent,
  type Editor,
  renderHtmlFromRichText,
  renderRichTextFromHTML,
  type TLAsset,
  type TLAssetId,
  type TLContent,
  type TLShape,
  toRichText,
  type VecLike,
} from 'tldraw';
import type { WorkshopId } from '../../shared/protocol/ids.ts';
import { copyByName, ownPictures } from './pictures/copied-pictures.ts';
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

/** Files that are no pictures, drawings of other programs, pictures that another workshop keeps, and scenery. */
export type RefusedContent = 'files' | 'drawing' | 'pictures' | 'parts';

interface ExternalContentOptions {
  readonly workshopId: WorkshopId;
  readonly refuse: (what: RefusedContent) => void;
}

/**
 * What copying, pasting and dropping does. Nothing is ever fetched: an address becomes a text with a link, pictures are put
 * on the board or come from another board of the workshop, and what else there is is refused with a word to the person.
 */
export function registerExternalContent(editor: Editor, { workshopId, refuse }: ExternalContentOptions): void {
  copyByName(editor, workshopId);
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
    const pictures = ownPictures(content, workshopId);
    const isHere = (id: TLAssetId) => pictures.has(id) || editor.getAsset(id) !== undefined;
    const { kept, refused } = keepPastable(content, isHere);
    if (refused !== null) refuse(refused);
    if (kept.shapes.length === 0) return;
    editor.run(() => {
      editor.markHistoryStoppingPoint('paste');
      bringPictures(editor, kept, pictures);
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

/** Those that what is pasted shows and the board does not know. They stay when it is undone, as every picture does. */
function bringPictures(editor: Editor, { shapes }: TLContent, pictures: ReadonlyMap<TLAssetId, TLAsset>): void {
  const shown = new Set(shapes.map(assetOf));
  const fresh = [...pictures.values()].filter(({ id }) => shown.has(id) && editor.getAsset(id) === undefined);
  editor.run(() => editor.createAssets(fresh), { history: 'ignore' });
}

const assetOf = ({ type, props }: TLShape): TLAssetId | null =>
  type === 'image' ? ((props as { readonly assetId?: TLAssetId | null }).assetId ?? null) : null;

/** Only shapes that may be pasted and whose ancestors may be, without assets. @param isHere whether a picture can be shown */
function keepPastable(content: TLContent, isHere: (id: TLAssetId) => boolean) {
  const byId = new Map<string, TLShape>(content.shapes.map((shape) => [shape.id, shape]));
  const isStrange = (shape: TLShape): boolean => {
    const asset = assetOf(shape);
    return shape.type === 'image' && (asset === null || !isHere(asset));
  };
  const isKept = (shape: TLShape): boolean => {
    const parent = byId.get(shape.parentId);
    return pastable.has(shape.type) && !isStrange(shape) && (parent === undefined || isKept(parent));
  };
  const shapes = content.shapes.filter(isKept);
  const ids = new Set<string>(shapes.map(({ id }) => id));
  const kept: TLContent = {
    ...content,
    shapes,
    rootShapeIds: content.rootShapeIds.filter((id) => ids.has(id)),
    bindings: content.bindings?.filter(({ fromId, toId }) => ids.has(fromId) && ids.has(toId)) ?? [],
    assets: [],
  };
  const isAll = shapes.length === content.shapes.length;
  const refused = isAll ? null : content.shapes.some(isStrange) ? ('pictures' as const) : ('parts' as const);
  return { kept, refused };
}
