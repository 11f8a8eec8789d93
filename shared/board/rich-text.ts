import { prosemirrorJSONToYXmlFragment, yXmlFragmentToProsemirrorJSON } from 'y-prosemirror';
import * as Y from 'yjs';
import { richTextSchema } from './rich-text-schema.ts';

/** ProseMirror document as tldraw stores it in `props.richText`. */
export interface RichText {
  readonly type: string;
  readonly content: readonly unknown[];
}

/** Longest text that a board keeps in one shape, in UTF-16 code units; ends of lines do not count. */
export const textMax = 20_000;

interface RichTextNode {
  readonly type: string;
  readonly text?: string;
  readonly content?: readonly RichTextNode[];
}

/**
 * @returns a fragment that is part of no document yet.
 * @throws RangeError when the text is not legal in the schema.
 */
export function richTextToFragment(richText: RichText): Y.XmlFragment {
  richTextSchema.nodeFromJSON(richText).check();
  // y-prosemirror reads back what it writes, which Yjs allows inside a document only.
  const written = new Y.Doc().getXmlFragment('text');
  return prosemirrorJSONToYXmlFragment(richTextSchema, richText, written).clone();
}

const known = new WeakSet<RichText>();

/**
 * The text in the one spelling that the editor itself would give it (all attributes, marks in order), so that equal texts
 * are equal JSON. Never changes the fragment. What the schema does not know comes back as it is; see `isLegalRichText`.
 */
export function fragmentToRichText(fragment: Y.XmlFragment): RichText {
  const json = yXmlFragmentToProsemirrorJSON(fragment) as RichText;
  return canonicalRichText(json.content.length > 0 ? json : plainRichText('')) ?? json;
}

/** @returns null when the schema does not know a node or mark of the text. */
export function canonicalRichText(richText: RichText): RichText | null {
  try {
    const text = richTextSchema.nodeFromJSON(richText).toJSON() as RichText;
    known.add(text);
    return text;
  } catch {
    return null;
  }
}

/** Whether a canvas can draw the text; one that it cannot would take the whole canvas down. */
export const isLegalRichText = (richText: RichText): boolean =>
  known.has(richText) || canonicalRichText(richText) !== null;

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
