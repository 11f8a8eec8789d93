import { Suspense } from 'react';
import { DefaultContextMenu, type TLUiContextMenuProps } from 'tldraw';
import { ContextMenuContent } from '../../canvas/ui/ContextMenuContent.tsx';
import { lazyPart } from '../../ui/lazy-part.ts';

/** They know layouts and actions, which come after the canvas. */
const loadItems = async () => ({ default: (await import('./CardMenuItems.tsx')).CardMenuItems });
const CardMenuItems = lazyPart(loadItems);

/** The menu of the canvas with what can be done with cards above it. */
export function CardMenu(props: TLUiContextMenuProps) {
  return (
    <DefaultContextMenu {...props}>
      <Suspense fallback={null}>
        <CardMenuItems />
      </Suspense>
      <ContextMenuContent />
    </DefaultContextMenu>
  );
}
