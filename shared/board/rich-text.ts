import { Extension, getSchema } from '@tiptap/core';
import Highlight from '@tiptap/extension-highlight';
import Link from '@tiptap/extension-link';
import type { Schema } from '@tiptap/pm/model';
import StarterKit from '@tiptap/starter-kit';
import { prosemirrorJSONToYXmlFragment, yXmlFragmentToProsemirrorJSON } from 'y-prosemirror';
import * as Y from 'yjs';

/** ProseMirror document as tldraw stores it in `props.richText`. */
export interface RichText {
  readonly type: string;
  readonly content: readonly unknown[];
}

interface RichTextNode {
  readonly type: string;
  readonly text?: string;
  readonly content?: readonly RichTextNode[];
}

const TextDirection = Extension.create({
  name: 'textDirection',
  addGlobalAttributes: () => [{ types: ['heading', 'paragraph'], attributes: { dir: { default: 'auto' } } }],
});

/**
 * The schema of tldraw 3.15.6's rich text, built from the same extensions without a browser, so that server and client
 * turn text into shared types alike. A test holds it against tldraw's own.
 */
export const richTextSchema: Schema = getSchema([
  StarterKit.configure({ blockquote: false, codeBlock: false, horizontalRule: false, history: false }),
  Link,
  Highlight,
  TextDirection,
]);

/** @throws RangeError when the text is not legal in the schema. */
export function richTextToFragment(richText: RichText): Y.XmlFragment {
  richTextSchema.nodeFromJSON(richText).check();
  return prosemirrorJSONToYXmlFragment(richTextSchema, richText, new Y.XmlFragment());
}

export function fragmentToRichText(fragment: Y.XmlFragment): RichText {
  const json = yXmlFragmentToProsemirrorJSON(fragment) as RichText;
  return json.content.length > 0 ? json : plainRichText('');
}

/** One paragraph per line. */
export function plainRichText(text: string): RichText {
  const content = text.split('\n').map((line) => ({
    type: 'paragraph',
    attrs: { dir: 'auto' },
    ...(line !== '' && { content: [{ type: 'text', text: line }] }),
  }));
  return { type: 'doc', content };
}

/** What somebody reads: one line per block, list items included, without marks. */
export function plainText(richText: RichText): string {
  const lines: string[] = [];
  const inline = (node: RichTextNode): string =>
    node.type === 'hardBreak' ? '\n' : (node.text ?? (node.content ?? []).map(inline).join(''));
  const block = (node: RichTextNode): void => {
    if (node.type === 'paragraph' || node.type === 'heading') lines.push(inline(node));
    else for (const child of node.content ?? []) block(child);
  };
  block(richText as RichTextNode);
  return lines.join('\n').trim();
}
