import { type ComponentProps, Suspense } from 'react';
import type { Board, GetWorkshopResponse } from '../../../shared/api/workshops.ts';
import { pictureRequestOf, usePictureRequest } from '../../canvas/ui/picture-request.ts';
import { lazyPart } from '../../ui/lazy-part.ts';

const loadPictureDialog = async () => ({
  default: (await import('../../export/picture/PictureDialog.tsx')).PictureDialog,
});
const PictureDialog = lazyPart(loadPictureDialog);

interface BoardPictureProps {
  readonly editor: ComponentProps<typeof PictureDialog>['editor'];
  readonly data: GetWorkshopResponse;
  readonly board: Board;
}

/** The dialog for a picture of what somebody asked for on the canvas. */
export function BoardPicture({ editor, data, board }: BoardPictureProps) {
  const request = usePictureRequest(editor);
  if (request === null) return null;
  const close = (): void => {
    pictureRequestOf(editor).set(null);
    editor.getContainer().focus();
  };
  return (
    <Suspense fallback={null}>
      <PictureDialog editor={editor} data={data} board={board} selection={request} onClose={close} />
    </Suspense>
  );
}
