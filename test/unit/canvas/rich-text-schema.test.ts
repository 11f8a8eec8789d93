import { getSchema } from '@tiptap/core';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import {
  fragmentToRichText,
  isLegalRichText,
  plainRichText,
  type RichText,
  richTextToFragment,
} from '../../../shared/board/rich-text.ts';
import { richTextSchema } from '../../../shared/board/rich-text-schema.ts';

const outline = (schema: typeof richTextSchema): unknown =>
  JSON.parse(
    JSON.stringify({
      nodes: Object.values(schema.nodes).map(({ name, spec }) => [
        name,
        spec.content,
        spec.marks,
        spec.group,
        spec.attrs,
      ]),
      marks: Object.values(schema.marks).map(({ name, spec }) => [name, spec.excludes, spec.inclusive, spec.attrs]),
    }),
  );

it('[CAN1] the shared schema of rich text is the one that tldraw itself makes', async () => {
  // tldraw changes TipTap's extensions when it is loaded, so ours has to be taken before.
  const ours = outline(richTextSchema);
  const { tipTapDefaultExtensions } = await import('tldraw');
  expect(ours).toEqual(outline(getSchema(tipTapDefaultExtensions)));
});

const inDocument = (richText: RichText): Y.XmlFragment => {
  const fragment = richTextToFragment(richText);
  new Y.Doc().getMap('root').set('text', fragment);
  return fragment;
};

it('[CAN2] text read back from a fragment is spelled as the editor spells it', () => {
  const text: RichText = {
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        content: [
          { type: 'text', marks: [{ type: 'code' }, { type: 'bold' }], text: 'both' },
          { type: 'text', marks: [{ type: 'link', attrs: { href: 'https://example.org' } }], text: 'link' },
        ],
      },
      { type: 'orderedList', content: [{ type: 'listItem', content: [{ type: 'paragraph' }] }] },
    ],
  };
  expect(fragmentToRichText(inDocument(text))).toEqual(richTextSchema.nodeFromJSON(text).toJSON());
});

it('[CAN2] reading a text never writes', () => {
  const fragment = inDocument(plainRichText('one\ntwo'));
  let writes = 0;
  fragment.doc?.on('update', () => writes++);
  fragmentToRichText(fragment);
  expect(writes).toBe(0);
});

it('[CAN3] a text with nodes or marks that nobody can draw is recognised', () => {
  const fragment = new Y.XmlFragment();
  new Y.Doc().getMap('root').set('text', fragment);
  fragment.insert(0, [new Y.XmlElement('script')]);
  expect(isLegalRichText(fragmentToRichText(fragment))).toBe(false);
  expect(isLegalRichText(plainRichText('fine'))).toBe(true);
});
