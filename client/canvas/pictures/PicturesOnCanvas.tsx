import { Suspense, useRef } from 'react';
import { useEditor, useReadonly, useValue } from 'tldraw';
import type { BoardId } from '../../../shared/protocol/ids.ts';
import { lazyPart } from '../../ui/lazy-part.ts';
import { useFocusInList } from '../../ui/use-focus-in-list.ts';
import { useWaitingPictures } from './waiting-pictures.ts';

// With what puts pictures on the board: the first one may come without a connection.
const loadWaiting = async () => {
  const [{ WaitingPictures }] = await Promise.all([import('./WaitingPictures.tsx'), import('./put-pictures.ts')]);
  return { default: WaitingPictures };
};
const WaitingPictures = lazyPart(loadWaiting, { ahead: true });
const loadToolbar = async () => ({ default: (await import('./PictureToolbar.tsx')).PictureToolbar });
const PictureToolbar = lazyPart(loadToolbar);

/** Pictures that are on their way, and what can be done with the one that is selected. */
export function PicturesOnCanvas({ boardId }: { readonly boardId: BoardId }) {
  const editor = useEditor();
  const isReadonly = useReadonly();
  const hasWaiting = useWaitingPictures(boardId).length > 0;
  const selected = useValue('selected picture', () => pictureIn(editor), [editor]);
  const canvas = useRef(editor.getContainer());
  const list = useFocusInList<HTMLUListElement>(canvas);
  // Each by itself: what waits must not go while the tools are on their way.
  return (
    <>
      <Suspense fallback={null}>
        {selected !== null && !isReadonly && <PictureToolbar key={selected} id={selected} />}
      </Suspense>
      <Suspense fallback={null}>{hasWaiting && <WaitingPictures boardId={boardId} list={list} />}</Suspense>
    </>
  );
}

function pictureIn(editor: ReturnType<typeof useEditor>) {
  const shape = editor.getOnlySelectedShape();
  return shape?.type === 'image' && !shape.isLocked ? shape.id : null;
}
