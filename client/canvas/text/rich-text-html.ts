import { DOMSerializer, Node, DOMParser as TextParser } from '@tiptap/pm/model';
import { DefaultFontFaces, type Editor, type TLFontFace, type TLRichText, type TLTextOptions } from 'tldraw';
import { richTextSchema } from '../../../shared/board/rich-text-schema.ts';

/**
 * Stands in for tldraw's module of the same functions (tldraw 3.15.6, lib/utils/text/richText), which brings TipTap: here
 * texts are drawn from the schema alone. The same text gives the same HTML; a test holds the two against each other.
 */

const cached = <Value>(make: (richText: TLRichText) => Value) => {
  const known = new WeakMap<TLRichText, { readonly value: Value }>();
  return (richText: TLRichText): Value => {
    const found = known.get(richText) ?? { value: make(richText) };
    known.set(richText, found);
    return found.value;
  };
};

const nodeOf = (richText: TLRichText): Node => Node.fromJSON(richTextSchema, richText);

const htmlOf = cached((richText) => {
  // In a document of its own nothing is fetched or run.
  const place = document.implementation.createHTMLDocument().createElement('div');
  place.append(DOMSerializer.fromSchema(richTextSchema).serializeFragment(nodeOf(richText).content));
  // An empty paragraph would have no height.
  return place.innerHTML.replaceAll('<p dir="auto"></p>', '<p><br /></p>');
});

export const renderHtmlFromRichText = (_editor: Editor, richText: TLRichText): string => htmlOf(richText);

export const renderHtmlFromRichTextForMeasurement = (_editor: Editor, richText: TLRichText): string =>
  `<div class="tl-rich-text">${htmlOf(richText)}</div>`;

export const isEmptyRichText = ({ content }: TLRichText): boolean =>
  content.length === 1 && !(content[0] as { readonly content?: unknown }).content;

const textOf = cached((richText) => {
  const doc = nodeOf(richText);
  let text = '';
  doc.descendants((node, at) => {
    if (node.isBlock && at > 0) text += '\n';
    if (node.type.name === 'hardBreak') text += '\n';
    text += node.text ?? '';
  });
  return text;
});

export const renderPlaintextFromRichText = (_editor: Editor, richText: TLRichText): string =>
  isEmptyRichText(richText) ? '' : textOf(richText);

export function renderRichTextFromHTML(_editor: Editor, html: string): TLRichText {
  const { body } = new DOMParser().parseFromString(`<body>${html}</body>`, 'text/html');
  withoutIndentation(body);
  return TextParser.fromSchema(richTextSchema).parse(body).toJSON();
}

/** Line ends between elements are how the source was written, not text. */
function withoutIndentation(element: Element): void {
  for (const child of [...element.childNodes]) {
    if (child instanceof Text && /^(\n\s\s|\n)$/.test(child.data)) child.remove();
    else if (child instanceof Element) withoutIndentation(child);
  }
}

type Faces = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, TLFontFace>>>>>>;

/** Told of the face that the words of a node are in, which its marks say. */
export const defaultAddFontsFromNode: NonNullable<TLTextOptions['addFontsFromNode']> = (node, state, addFont) => {
  const marks = new Set(node.marks.map(({ type }) => type.name));
  const family = marks.has('code') ? 'tldraw_mono' : state.family;
  const style = marks.has('italic') ? 'italic' : state.style;
  const weight = marks.has('bold') ? 'bold' : state.weight;
  const face = (DefaultFontFaces as unknown as Faces)[family]?.[style]?.[weight];
  if (face !== undefined) addFont(face);
  return { family, style, weight };
};

/** Named by tldraw's index, and used by nobody before the editor is there. */
export const tipTapDefaultExtensions: readonly never[] = [];
export const KeyboardShiftEnterTweakExtension = null;
export const TextDirection = null;
