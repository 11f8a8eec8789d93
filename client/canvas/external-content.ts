import type { Editor } from 'tldraw';
import type { WorkshopId } from '../../shared/protocol/ids.ts';
import { untilThere } from '../ui/lazy-part.ts';
import { copyByName } from './pictures/copy-by-name.ts';
import { addPictures } from './pictures/picture-request.ts';
import { offerSheet } from './ui/sheet-request.ts';

/** Files that are no pictures, drawings of other programs, pictures that another workshop keeps, and scenery. */
export type RefusedContent = 'files' | 'drawing' | 'pictures' | 'parts';

type Paste = typeof import('./paste-content.ts');
/** Asked for once: what is pasted first comes first. */
let loading: Promise<Paste> | undefined;

interface ExternalContentOptions {
  readonly workshopId: WorkshopId;
  readonly refuse: (what: RefusedContent) => void;
}

/**
 * What copying, pasting and dropping does. Nothing is ever fetched: an address becomes a text with a link, pictures are put
 * on the board or come from another board of the workshop, and what else there is is refused with a word to the person.
 * tldraw has read the clipboard, which is empty once its event is over, before it asks here: what puts things on the board
 * may come with the first of them.
 */
export function registerExternalContent(editor: Editor, { workshopId, refuse }: ExternalContentOptions): void {
  copyByName(editor, workshopId);
  const withPaste = async (put: (paste: Paste) => unknown): Promise<void> => {
    loading ??= untilThere(() => import('./paste-content.ts'));
    const paste = await loading;
    if (!editor.isDisposed) await put(paste);
  };
  editor.registerExternalContentHandler('text', async ({ point, text, html }) => {
    if (offerSheet(editor, { text, html: html ?? '', point })) return;
    await withPaste(({ putText }) => putText(editor, { text, html, point }));
  });
  editor.registerExternalContentHandler('url', ({ point, url }) =>
    withPaste(({ putAddress }) => putAddress(editor, url, point)),
  );
  editor.registerExternalContentHandler('tldraw', ({ point, content }) =>
    withPaste(({ putShapes }) => {
      const refused = putShapes(editor, { content, workshopId, point });
      if (refused !== null) refuse(refused);
    }),
  );
  editor.registerExternalContentHandler('files', ({ point, files }) => {
    const pictures = files.filter(mayBePicture);
    if (pictures.length < files.length) refuse('files');
    return addPictures(editor, pictures, point);
  });
  editor.registerExternalContentHandler('svg-text', () => refuse('drawing'));
  editor.registerExternalContentHandler('excalidraw', () => refuse('drawing'));
}

/** What a file is, its bytes say later; drawings are refused before they are looked at. */
const mayBePicture = ({ type }: File): boolean => type.startsWith('image/') && !type.startsWith('image/svg');
