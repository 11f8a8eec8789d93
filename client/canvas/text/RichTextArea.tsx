import type { ComponentPropsWithRef } from 'react';
import { type RichTextArea as TldrawRichTextArea, useEditor } from 'tldraw';
import { renderHtmlFromRichText } from './rich-text-html.ts';
import { useTextParts } from './text-parts.ts';

/** In the place of tldraw's: the text as it is, until the editor is there in which it can be written. */
export function RichTextArea(props: ComponentPropsWithRef<typeof TldrawRichTextArea>) {
  const editor = useEditor();
  const parts = useTextParts(editor);
  if (parts !== null) return <parts.RichTextArea {...props} />;
  const { isEditing, richText } = props;
  if (!isEditing || richText === undefined) return null;
  return (
    <div className="tl-rich-text tl-text tl-text-input">
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: written from the schema, as tldraw's own label beside it is. */}
      <div className="tl-rich-text" dangerouslySetInnerHTML={{ __html: renderHtmlFromRichText(editor, richText) }} />
    </div>
  );
}
