import {
  type ComponentProps,
  type ReactNode,
  Suspense,
  useCallback,
  useEffect,
  useEffectEvent,
  useMemo,
  useState,
} from 'react';
import type { RosterEntry } from '../../../../shared/protocol/messages.ts';
import { showLinkedFrame } from '../../../canvas/ui/frame-link.ts';
import { lazyPart } from '../../../ui/lazy-part.ts';
import { useToast } from '../../../ui/toast.ts';
import type { BoardTools as Part } from './BoardTools.tsx';

/** The board does not wait for any of it. */
const BoardTools = lazyPart(async () => ({ default: (await import('./BoardTools.tsx')).BoardTools }));

export interface FollowedPerson extends Pick<RosterEntry, 'participantId' | 'name' | 'colour'> {
  /** They show everybody around: however long they are away, they are waited for. */
  readonly stays?: boolean;
}

/** What stands over the canvas; one at a time. */
export type OpenTool = 'find' | 'shortcuts';

export interface ToolState {
  readonly open: OpenTool | null;
  readonly followed: FollowedPerson | null;
  /** The board has the whole screen, for a room that looks at a wall. */
  readonly isProjecting: boolean;
  readonly show: (tool: OpenTool | null) => void;
  readonly follow: (person: FollowedPerson | null) => void;
  readonly project: (wanted: boolean) => void;
}

interface ToolOptions extends Pick<ComponentProps<typeof Part>, 'readOnly' | 'isOnBoard' | 'onShowBoard'> {
  readonly editor: ComponentProps<typeof Part>['editor'] | null;
}

/** Finding, following, pointing the way: what people use on a board beside the board itself. */
export function useBoardTools({ editor, ...options }: ToolOptions): ToolState & { readonly onBoard: ReactNode } {
  const [open, show] = useState<OpenTool | null>(null);
  const [followed, follow] = useState<FollowedPerson | null>(null);
  const [isProjecting, setProjecting] = useState(false);
  const toast = useToast();
  const goToLinked = useEffectEvent((there: NonNullable<typeof editor>) => {
    if (showLinkedFrame(there) === 'gone') toast((t) => t('tools.frameGone'));
  });
  useEffect(() => {
    if (editor !== null) goToLinked(editor);
  }, [editor]);
  useEffect(() => {
    const onChange = () => setProjecting(document.fullscreenElement !== null);
    document.addEventListener('fullscreenchange', onChange);
    return () => document.removeEventListener('fullscreenchange', onChange);
  }, []);
  const project = useCallback((wanted: boolean) => {
    setProjecting(wanted);
    if (wanted) show(null);
    // A browser without it, or one that refuses, shows the board in all of the page.
    if (wanted) void document.documentElement.requestFullscreen?.().catch(() => undefined);
    else if (document.fullscreenElement != null) void document.exitFullscreen().catch(() => undefined);
  }, []);
  const state = useMemo<ToolState>(
    () => ({ open, followed, isProjecting, show, follow, project }),
    [open, followed, isProjecting, project],
  );
  const onBoard = editor !== null && (
    <Suspense fallback={null}>
      <BoardTools editor={editor} tools={state} {...options} />
    </Suspense>
  );
  return { ...state, onBoard };
}
