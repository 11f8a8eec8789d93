import { AssetRecordType, createShapeId, type Editor } from 'tldraw';
import { imagePath } from '../../../shared/api/images.ts';
import type { BoardId } from '../../../shared/protocol/ids.ts';
import { beginningOf } from '../../ui/excerpt.ts';
import { removeWaiting, setWaiting, waitingPicture } from './waiting-pictures.ts';

/** Letters to know a file by; the server takes a few more. */
const nameMax = 200;

/** Puts what has arrived in place of what waited, and selects it if nothing else is meanwhile. Idempotent. */
export function putArrived(editor: Editor, boardId: BoardId, waitingId: string): void {
  const picture = waitingPicture(boardId, waitingId);
  // It may be on the board already, or given up.
  if (picture?.state.status !== 'arrived') return;
  const { name, place, state } = picture;
  const { id, type, width, height, isAnimated } = state.image;
  const assetId = AssetRecordType.createId();
  const shapeId = createShapeId();
  // The size that the server found counts: this browser may have known none.
  const h = (place.w * height) / width;
  editor.run(() => {
    editor.markHistoryStoppingPoint('picture');
    editor.createShapes([
      {
        ...{ id: shapeId, type: 'image', parentId: editor.getCurrentPageId(), x: place.x },
        ...{ y: place.y + (place.h - h) / 2, props: { assetId, w: place.w, h } },
      },
    ]);
  });
  // Somebody may have locked the place meanwhile.
  if (editor.getShape(shapeId) === undefined) {
    setWaiting(boardId, waitingId, { status: 'refused', fault: 'not-allowed' });
    return;
  }
  // After its shape, so that what may not stand there leaves nothing; both go to the others together. It stays when the
  // picture is undone: others may have copied it, and it can be done again.
  editor.createAssets([
    {
      ...{ id: assetId, typeName: 'asset', type: 'image', meta: {} },
      props: {
        ...{ name: beginningOf(name, nameMax), src: imagePath(id), w: width, h: height },
        ...{ mimeType: type, isAnimated },
      },
    },
  ]);
  removeWaiting(boardId, waitingId);
  if (editor.isIn('select.idle') && editor.getSelectedShapeIds().length === 0) editor.select(shapeId);
}
