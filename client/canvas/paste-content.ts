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
import type { RefusedContent } from './external-content.ts';
import { ownPictures } from './pictures/copied-pictures.ts';
import { putContent } from './put-content.ts';

interface PastedText {
  readonly text: string;
  readonly html?: string | undefined;
  readonly point?: VecLike | undefined;
}

/** Puts it on the board as one text. One step of undo. */
export function putText(editor: Editor, { text, html, point }: PastedText): Promise<void> {
  // tldraw has done so when it was pasted, which may be a while ago.
  editor.markHistoryStoppingPoint('paste');
  return defaultHandleExternalTextContent(editor, { ...(point && { point }), text, ...htmlOf(editor, text, html) });
}

/**
 * What a text of ours can hold of what is pasted. tldraw measures it by putting it into the page as HTML, plain text too,
 * where pictures would be fetched and handlers tried.
 */
function htmlOf(editor: Editor, text: string, html: string | undefined): { readonly html?: string } {
  if (html !== undefined) return { html: renderHtmlFromRichText(editor, renderRichTextFromHTML(editor, html)) };
  return /[<&]/.test(text) ? { html: renderHtmlFromRichText(editor, toRichText(text)) } : {};
}

/** Puts an address on the board as a text that leads there. One step of undo. */
export function putAddress(editor: Editor, url: string, point?: VecLike): Promise<void> {
  editor.markHistoryStoppingPoint('paste');
  return defaultHandleExternalTextContent(editor, {
    ...(point && { point }),
    text: url,
    ...(isWebAddress(url) && { html: linkHtml(url) }),
  });
}

const isWebAddress = (url: string): boolean => /^(https?|mailto):/i.test(url);

function linkHtml(url: string): string {
  const link = document.createElement('a');
  link.href = url;
  link.textContent = url;
  return link.outerHTML;
}

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

interface PastedShapes {
  readonly content: TLContent;
  /** Of the board. */
  readonly workshopId: WorkshopId;
  readonly point?: VecLike | undefined;
}

/** Puts on the board what may be of it. One step of undo. @returns what stays behind; null for nothing */
export function putShapes(editor: Editor, { content, workshopId, point }: PastedShapes): RefusedContent | null {
  const pictures = ownPictures(content, workshopId);
  const isHere = (id: TLAssetId) => pictures.has(id) || editor.getAsset(id) !== undefined;
  const { kept, refused } = keepPastable(content, isHere);
  if (kept.shapes.length > 0)
    editor.run(() => {
      editor.markHistoryStoppingPoint('paste');
      bringPictures(editor, kept, pictures);
      putContent(editor, unlocked(kept), point);
    });
  return refused;
}

/** What was locked where it comes from is the person's own here. */
const unlocked = (content: TLContent): TLContent => ({
  ...content,
  shapes: content.shapes.map((shape) =>
    content.rootShapeIds.includes(shape.id) ? { ...shape, isLocked: false } : shape,
  ),
});

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
