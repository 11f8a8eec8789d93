import { ContextMenu } from 'radix-ui';
import type { ReactNode } from 'react';
import {
  preventDefault,
  TldrawUiMenuContextProvider,
  useContainer,
  useEditor,
  useEditorComponents,
  useMenuIsOpen,
  useTranslation,
} from 'tldraw';
import { ContextMenuContent } from './ContextMenuContent.tsx';

interface CanvasMenuProps {
  /** Above what every canvas has. */
  readonly children?: ReactNode;
}

/**
 * The canvas with its menu. tldraw 3.15 has one too, of which Radix alone knows whether it is open: a press elsewhere
 * takes it away behind Radix's back, and no menu comes any more. Here tldraw's list of open menus says it to both.
 */
export function CanvasMenu({ children }: CanvasMenuProps) {
  const editor = useEditor();
  const container = useContainer();
  const { Canvas } = useEditorComponents();
  const say = useTranslation();
  const [isOpen, setOpen] = useMenuIsOpen('context menu', (opens) => {
    if (opens) return selectUnderThumb();
    const shape = editor.getOnlySelectedShape();
    if (shape !== null && editor.isShapeOrAncestorLocked(shape)) editor.selectNone();
  });

  /** A long press does not select what is locked, and only its menu unlocks it. */
  function selectUnderThumb() {
    if (!editor.getInstanceState().isCoarsePointer) return;
    const selected = editor.getSelectedShapes();
    const pressed = editor.getShapesAtPoint(editor.inputs.currentPagePoint);
    const locked = pressed.filter((shape) => editor.isShapeOrAncestorLocked(shape));
    if (locked.length > 0 && !pressed.some((shape) => selected.includes(shape))) editor.select(...locked);
  }

  return (
    <ContextMenu.Root dir="ltr" modal={false} open={isOpen} onOpenChange={setOpen}>
      <ContextMenu.Trigger dir="ltr">{Canvas && <Canvas />}</ContextMenu.Trigger>
      <ContextMenu.Portal container={container}>
        <ContextMenu.Content
          className="tlui-menu tlui-scrollable"
          data-testid="context-menu"
          aria-label={say('context-menu.title')}
          alignOffset={-4}
          collisionPadding={4}
          onContextMenu={preventDefault}
          onEscapeKeyDown={(event) => {
            // It closes the menu and lets nothing go.
            event.stopPropagation();
            container.focus();
          }}
        >
          <TldrawUiMenuContextProvider type="context-menu" sourceId="context-menu">
            {children}
            <ContextMenuContent />
          </TldrawUiMenuContextProvider>
        </ContextMenu.Content>
      </ContextMenu.Portal>
    </ContextMenu.Root>
  );
}
