import { Suspense, useEffect } from 'react';
import { useEditor } from 'tldraw';
import { lazyPart } from '../../ui/lazy-part.ts';
import { noticeEscapeLetGo } from './escape-let-go.ts';
import { ringForKeys } from './focus-ring.ts';
import { hearLateDoubleClicks } from './late-double-click.ts';
import { namePopovers } from './name-parts.ts';
import { keepOwnEnter } from './own-enter.ts';

const CanvasNews = lazyPart(async () => ({ default: (await import('./CanvasNews.tsx')).CanvasNews }));

/** What tldraw leaves out for whoever does not see the canvas, does not point at it, or has a slow computer. */
export function CanvasAccess() {
  const editor = useEditor();
  useEffect(() => {
    const container = editor.getContainer();
    const stops = [
      namePopovers(container),
      ringForKeys(container),
      keepOwnEnter(container),
      noticeEscapeLetGo(editor),
      hearLateDoubleClicks(editor),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [editor]);
  return (
    <Suspense fallback={null}>
      <CanvasNews />
    </Suspense>
  );
}
