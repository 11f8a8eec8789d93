import {
  type ReactNode,
  Suspense,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useState,
  useSyncExternalStore,
} from 'react';
import { type Editor, registerDefaultSideEffects, type TldrawOptions, useEditor, useToasts } from 'tldraw';
import type { Diff } from '../../shared/board/diff.ts';
import type { WorkshopId } from '../../shared/protocol/ids.ts';
import { useLanguage } from '../i18n/LanguageProvider.tsx';
import { activeLayer, type OwnLayer } from '../sync/board-rooms.ts';
import type { OpenRoom } from '../sync/open-room.ts';
import { lazyPart } from '../ui/lazy-part.ts';
import { Loading } from '../ui/Spinner.tsx';
import { bindRooms } from './binding/recover.ts';
import { createTextBinding, fetchTextEditor, type TextBinding } from './binding/rich-text.ts';
import { createBoardStore } from './board-store.ts';
import { CanvasFrame } from './CanvasFrame.tsx';
import type { Surroundings } from './card-shapes/surroundings.ts';
import { type RefusedContent, registerExternalContent } from './external-content.ts';
import { showStart } from './frames.ts';
import { takePictures } from './pictures/picture-request.ts';
import { bindPresence } from './presence/bind-presence.ts';
import { RosterContext } from './presence/roster-context.ts';
import { CanvasMenu } from './ui/CanvasMenu.tsx';
import type { CanvasUi } from './ui/canvas-ui.ts';
import { components } from './ui/components.ts';
import { useTakenBack } from './ui/use-taken-back.ts';
import type { Me } from './user.ts';

const loadPictures = async () => ({ default: (await import('./pictures/PicturesOnCanvas.tsx')).PicturesOnCanvas });
const PicturesOnCanvas = lazyPart(loadPictures, { ahead: true });

export interface BoardCanvasProps {
  /** Boards of one workshop take each other's pictures. */
  readonly workshopId: WorkshopId;
  readonly room: OpenRoom;
  /** What this person alone sees of the board. */
  readonly own?: OwnLayer | null;
  readonly me: Me;
  /** For viewers: nothing can be changed and no presence is sent. The server checks it on its own. */
  readonly readOnly: boolean;
  /** tldraw's licence key, where the operator has one. */
  readonly licenseKey?: string | undefined;
  /** The editor once the board is on it; null when it goes. */
  onEditor?(editor: Editor | null): void;
  readonly ui?: CanvasUi;
  /** People, template and language of the board, for its cards. */
  readonly surroundings?: Surroundings;
  /** Drawn inside the canvas, with tldraw's editor at hand. */
  readonly children?: ReactNode;
}

const options: Partial<TldrawOptions> = {
  maxPages: 1,
  actionShortcutsLocation: 'toolbar',
  // A computer that is busy hears the second click late; tldraw's 450 would make two clicks of it.
  doubleClickDurationMs: 650,
};

/** The board of a room. Until the server has sent all of it once, it says so instead of showing an empty page. */
export function BoardCanvas(props: BoardCanvasProps) {
  const { loaded } = props.room;
  const isLoaded = useSyncExternalStore(loaded.subscribe, loaded.get);
  const { t } = useLanguage();
  useEffect(() => {
    // Whoever needs it asks again where this fails.
    fetchTextEditor().catch(() => undefined);
  }, []);
  return isLoaded ? <LoadedCanvas key={props.room.id} {...props} /> : <Loading label={t('board.opening')} />;
}

function LoadedCanvas({
  workshopId,
  room,
  own,
  me,
  readOnly,
  licenseKey,
  onEditor,
  ui,
  surroundings,
  children,
}: BoardCanvasProps) {
  const [{ store, text }] = useState(() => ({
    store: createBoardStore([room, ...(own ? [own.room] : [])].map(({ layer, doc }) => ({ name: layer, doc }))),
    text: createTextBinding(),
  }));
  const [allComponents] = useState(() => ({ ...components, ...ui?.components }));
  const Menu = allComponents.ContextMenu ?? CanvasMenu;
  return (
    <RosterContext value={room.roster}>
      <CanvasFrame
        {...{ store, text, me, options, licenseKey, ui, surroundings }}
        components={allComponents}
        initialTool="select"
      >
        <Bound {...{ workshopId, room, text, readOnly, onEditor }} own={own ?? null} />
        <Menu />
        <Suspense fallback={null}>
          <PicturesOnCanvas boardId={room.boardId} />
        </Suspense>
        {children}
      </CanvasFrame>
    </RosterContext>
  );
}

interface BoundProps extends Pick<BoardCanvasProps, 'workshopId' | 'room' | 'readOnly'> {
  readonly own: OwnLayer | null;
  readonly text: TextBinding;
  readonly onEditor: BoardCanvasProps['onEditor'];
}

/** Ties the editor to the room, from before its first picture until it goes. */
function Bound({ workshopId, room, own, text, readOnly, onEditor }: BoundProps) {
  const editor = useEditor();
  const toasts = useToasts();
  const { t } = useLanguage();
  const sayRefused = useEffectEvent((what: RefusedContent) => {
    toasts.addToast({ title: t(`board.${what}Refused`), severity: 'info' });
  });
  const sayUnreadable = useEffectEvent((ids: readonly string[]) => {
    if (ids.length > 0) toasts.addToast({ title: t('board.unreadable', { count: ids.length }), severity: 'warning' });
  });
  const takenBack = useTakenBack();
  const sayTakenBack = useEffectEvent((change: Diff) => takenBack(change));
  const tell = useEffectEvent((next: Editor | null) => onEditor?.(next));
  const { awareness } = useSyncExternalStore(room.replica.subscribe, room.replica.get);
  const active = activeLayer(own);
  const isWritingPrivately = useSyncExternalStore(active.subscribe, active.get) === 'own';

  useLayoutEffect(() => {
    const stopSideEffects = registerDefaultSideEffects(editor);
    // What tldraw 3.15 asks the device it reads the wrong way round: the first tap would be a mouse's.
    editor.updateInstanceState({ isCoarsePointer: matchMedia('(pointer: coarse)').matches });
    takePictures(editor, room.boardId);
    registerExternalContent(editor, { workshopId, refuse: (what) => sayRefused(what) });
    const rooms = own === null ? [room] : [room, own.room];
    const binding = bindRooms(editor, rooms, {
      text,
      active: own?.active,
      isAnonymous: () => own?.isAnonymous() ?? false,
      onQuarantine: sayUnreadable,
      onTakenBack: sayTakenBack,
    });
    const stopsLeave = rooms.map(({ onLeave }) => onLeave(binding.flush));
    editor.run(() => showStart(editor), { history: 'ignore' });
    tell(editor);
    return () => {
      tell(null);
      for (const stop of stopsLeave) stop();
      binding.dispose();
      stopSideEffects();
    };
  }, [editor, workshopId, room, own, text]);

  useLayoutEffect(() => {
    const canvas = editor.getContainer();
    canvas.setAttribute('aria-label', t('board.canvas'));
    canvas.setAttribute('aria-description', t('board.canvasKeys'));
    text.name(t('board.textHere'));
  }, [editor, text, t]);

  useLayoutEffect(() => {
    editor.updateInstanceState({ isReadonly: readOnly });
    const { roster } = room;
    return bindPresence(editor, { awareness, roster, carets: text.carets, silent: readOnly, isWritingPrivately });
  }, [editor, room, awareness, text, readOnly, isWritingPrivately]);
  return null;
}
