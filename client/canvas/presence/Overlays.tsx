import { TldrawOverlays } from 'tldraw';
import { WritingTags } from './WritingTags.tsx';

/** tldraw's own, and who is writing where. */
export function Overlays() {
  return (
    <>
      <TldrawOverlays />
      <WritingTags />
    </>
  );
}
