import { useEditor } from 'tldraw';
import { useTextParts } from './text-parts.ts';

/** In the place of tldraw's, which comes with the text editor. */
export function DefaultRichTextToolbar() {
  const parts = useTextParts(useEditor());
  return parts === null ? null : <parts.RichTextToolbar />;
}
