import { Suspense } from 'react';
import { useEditor, useValue } from 'tldraw';
import { lazyPart } from '../../ui/lazy-part.ts';

const PenModeButton = lazyPart(async () => ({ default: (await import('./PenModeButton.tsx')).PenModeButton }));

/** Since a pen was on the canvas, fingers and mouse only move it about, so that a hand may rest there. */
export function PenMode() {
  const editor = useEditor();
  const isPenMode = useValue('pen mode', () => editor.getInstanceState().isPenMode, [editor]);
  return isPenMode ? (
    <Suspense fallback={null}>
      <PenModeButton />
    </Suspense>
  ) : null;
}
