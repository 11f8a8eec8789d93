import { Suspense } from 'react';
import { CanvasMenu } from '../../canvas/ui/CanvasMenu.tsx';
import { lazyPart } from '../../ui/lazy-part.ts';

/** They know layouts and actions, which come after the canvas. */
const loadItems = async () => ({ default: (await import('./CardMenuItems.tsx')).CardMenuItems });
const CardMenuItems = lazyPart(loadItems);

/** The menu of the canvas with what can be done with cards above it. */
export function CardMenu() {
  return (
    <CanvasMenu>
      <Suspense fallback={null}>
        <CardMenuItems />
      </Suspense>
    </CanvasMenu>
  );
}
