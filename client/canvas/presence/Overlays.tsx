import { Suspense, useRef } from 'react';
import { TldrawOverlays, useEditor, useValue } from 'tldraw';
import { lazyPart } from '../../ui/lazy-part.ts';
import { hasPrivateShapes } from '../private-shapes.ts';
import { isSomebodyPointing } from './seen.ts';

const WritingTags = lazyPart(async () => ({ default: (await import('./WritingTags.tsx')).WritingTags }));

const LaserTrails = lazyPart(async () => ({ default: (await import('./LaserTrails.tsx')).LaserTrails }));

const PrivateMarks = lazyPart(async () => ({ default: (await import('./PrivateMarks.tsx')).PrivateMarks }));

/** tldraw's own, who is writing where, what nobody else sees, and who points at what. */
export function Overlays() {
  const editor = useEditor();
  const isPointedAt = useValue('somebody points', () => isSomebodyPointing(editor), [editor]);
  const isPrivateHere = useValue('something is private', () => hasPrivateShapes(editor), [editor]);
  const wasPointedAt = useRef(false);
  // Once there it stays: what was pointed at fades after the pointing.
  if (isPointedAt) wasPointedAt.current = true;
  return (
    <>
      <TldrawOverlays />
      <Suspense fallback={null}>
        <WritingTags />
      </Suspense>
      <Suspense fallback={null}>{isPrivateHere && <PrivateMarks />}</Suspense>
      <Suspense fallback={null}>{wasPointedAt.current && <LaserTrails />}</Suspense>
    </>
  );
}
