import { tipTapDefaultExtensions } from 'tldraw-text:extensions';
import { generateHTML, generateJSON, generateText, type JSONContent } from '@tiptap/core';
import type { Editor, TLRichText } from 'tldraw';
import {
  renderHtmlFromRichText,
  renderPlaintextFromRichText,
  renderRichTextFromHTML,
} from '../../../client/canvas/text/rich-text-html.ts';

// Neither asks its editor anything.
const nobody = {} as Editor;

/** A text as we draw it, and as tldraw itself does with TipTap. */
export function htmlOf(richText: TLRichText): Record<'html' | 'text', { ours: string; tldraws: string }> {
  const html = generateHTML(richText as JSONContent, tipTapDefaultExtensions);
  const isEmpty = richText.content.length === 1 && !(richText.content[0] as { content?: unknown }).content;
  return {
    html: {
      ours: renderHtmlFromRichText(nobody, richText),
      tldraws: html.replaceAll('<p dir="auto"></p>', '<p><br /></p>'),
    },
    text: {
      ours: renderPlaintextFromRichText(nobody, richText),
      tldraws: isEmpty ? '' : generateText(richText as JSONContent, tipTapDefaultExtensions, { blockSeparator: '\n' }),
    },
  };
}

export const readHtml = (html: string): { readonly ours: unknown; readonly tldraws: unknown } => ({
  ours: renderRichTextFromHTML(nobody, html),
  tldraws: generateJSON(html, tipTapDefaultExtensions),
});
