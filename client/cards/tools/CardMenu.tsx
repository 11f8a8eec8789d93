import { lazy, Suspense } from 'react';
import { DefaultContextMenu, DefaultContextMenuContent, type TLUiContextMenuProps } from 'tldraw';

/** They know layouts and actions, which come after the canvas. */
const loadItems = async () => ({ default: (await import('./CardMenuItems.tsx')).CardMenuItems });
const CardMenuItems = lazy(loadItems);

/** tldraw's menu with what can be done with cards above it. */
export function CardMenu(props: TLUiContextMenuProps) {
  return (
    <DefaultContextMenu {...props}>
      <Suspense fallback={null}>
        <CardMenuItems />
      </Suspense>
      <DefaultContextMenuContent />
    </DefaultContextMenu>
  );
}
