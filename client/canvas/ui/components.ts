import { type TLComponents, TldrawHandles, TldrawScribble, TldrawSelectionForeground } from 'tldraw';
import { Cursor } from '../presence/Cursor.tsx';
import { Overlays } from '../presence/Overlays.tsx';
import { Scribble } from '../presence/Scribble.tsx';
import { CardLayer } from '../rendering/CardLayer.tsx';
import { ShapeIndicators } from '../rendering/ShapeIndicators.tsx';
import { CanvasAccess } from './CanvasAccess.tsx';
import { CanvasToasts } from './CanvasToasts.tsx';
import { FrameList } from './FrameList.tsx';
import { PenMode } from './PenMode.tsx';
import { StylePanel } from './StylePanel.tsx';
import { Toolbar } from './Toolbar.tsx';
import { ZoomControls } from './ZoomControls.tsx';

/**
 * tldraw's interface as a board has it. The page's own bar takes the place of menus, page list and share zone; undo, redo
 * and the menu of actions stand above the toolbar.
 */
export const components: TLComponents = {
  Scribble,
  CollaboratorScribble: TldrawScribble,
  ShapeIndicators,
  OnTheCanvas: CardLayer,
  SelectionForeground: TldrawSelectionForeground,
  Handles: TldrawHandles,
  Overlays,
  CollaboratorCursor: Cursor,
  A11y: CanvasAccess,
  StylePanel,
  Toolbar,
  NavigationPanel: FrameList,
  HelpMenu: ZoomControls,
  CursorChatBubble: null,
  DebugMenu: null,
  DebugPanel: null,
  HelperButtons: PenMode,
  ImageToolbar: null,
  KeyboardShortcutsDialog: null,
  LoadingScreen: null,
  MainMenu: null,
  MenuPanel: null,
  PageMenu: null,
  SharePanel: null,
  Toasts: CanvasToasts,
  TopPanel: null,
  VideoToolbar: null,
};
