import { Node } from '@tiptap/pm/model';
import type { Editor, TLFontFace, TLRichText, TLTextOptions } from 'tldraw';
import { richTextSchema } from '../../../shared/board/rich-text-schema.ts';

type AddFonts = NonNullable<TLTextOptions['addFontsFromNode']>;
type FontState = Parameters<AddFonts>[1];

/** Stands in for the function of tldraw's editor (3.15.6, lib/utils/richText), which asks TipTap for the same schema. */
export function getFontsFromRichText(editor: Editor, richText: TLRichText, initial: FontState): TLFontFace[] {
  const { addFontsFromNode } = editor.getTextOptions();
  if (addFontsFromNode === undefined) throw new Error('no faces are known of texts');
  const found = new Set<TLFontFace>();
  const visit = (node: Node, state: FontState): void => {
    const own = addFontsFromNode(node, state, (face) => found.add(face));
    for (const child of node.children) visit(child, own);
  };
  visit(Node.fromJSON(richTextSchema, richText), initial);
  return [...found];
}
