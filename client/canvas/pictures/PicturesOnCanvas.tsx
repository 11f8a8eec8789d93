import { Suspense } from 'react';
import { useEditor, useReadonly, useValue } from 'tldraw';
import type { BoardId } from '../../../shared/protocol/ids.ts';
import { lazyPart } from '../../ui/lazy-part.ts';
import { useWaitingPictures } from './waiting-pictures.ts';

const loadWaiting = async () => ({ default: (await import('./WaitingPictures.tsx')).WaitingPictures });
const WaitingPictures = lazyPart(loadWaiting);
const loadToolbar = async () => ({ default: (await import('./PictureToolbar.tsx')).PictureToolbar });
const PictureToolbar = lazyPart(loadToolbar);

/** Pictures that are on their way, and what can be done with the one that is selected. */
export function PicturesOnCanvas({ boardId }: { readonly boardId: BoardId }) {
  const editor = useEditor();
  const isReadonly = useReadonly();
  const hasWaiting = useWaitingPictures(boardId).length > 0;
  const selected = useValue('selected picture', () => pictureIn(editor), [editor]);
  return (
    <Suspense fallback={null}>
      {selected !== null && !isReadonly && <PictureToolbar key={selected} id={selected} />}
      {hasWaiting && <WaitingPictures boardId={boardId} />}
    </Suspense>
  );
}

function pictureIn(editor: ReturnType<typeof useEditor>) {
  const shape = editor.getOnlySelectedShape();
  return shape?.type === 'image' && !shape.isLocked ? shape.id : null;
}
