import { type ReactNode, Suspense, useEffect, useState } from 'react';
import { can, type Role } from '../../../../shared/access/capabilities.ts';
import type { Version } from '../../../../shared/api/history.ts';
import type { BoardId, ParticipantId } from '../../../../shared/protocol/ids.ts';
import { lazyPart } from '../../../ui/lazy-part.ts';

/** Both are seldom needed, and the board is heavy enough without them. */
const loadHistoryDrawer = async () => ({ default: (await import('./HistoryDrawer.tsx')).HistoryDrawer });
const HistoryDrawer = lazyPart(loadHistoryDrawer);
const loadVersionPreview = async () => ({ default: (await import('./VersionPreview.tsx')).VersionPreview });
const VersionPreview = lazyPart(loadVersionPreview);

/** What of the canvas's editor is needed here. */
interface Editor {
  blur(): unknown;
  focus(options: { focusContainer: boolean }): unknown;
}

interface HistoryOptions {
  readonly boardId: BoardId;
  readonly me: { readonly participantId: ParticipantId; readonly name: string };
  readonly role: Role;
  readonly licenseKey: string | undefined;
  readonly editor: Editor | null;
  readonly open: boolean;
  readonly onClose: () => void;
}

interface History {
  /** A version stands in front of the board, which goes on behind it. */
  readonly isPreviewing: boolean;
  /** Null while none is looked at. */
  readonly preview: ReactNode;
  /** Null while it is closed. */
  readonly drawer: ReactNode;
}

/** Whether the drawer lies over the canvas instead of beside it; the same width as in its style sheet. */
const drawerCovers = (): boolean => matchMedia('(max-width: 1199px)').matches;

/** A board's history in its two places on the page: the drawer at the side, and a version in the board's place. */
export function useHistory({ boardId, me, role, licenseKey, editor, open, onClose }: HistoryOptions): History {
  const [shown, setShown] = useState<Version | null>(null);
  const isPreviewing = shown !== null;
  useEffect(() => {
    if (editor === null || !isPreviewing) return;
    editor.blur();
    // The keys come back to the board, the focus stays where it is.
    return () => void editor.focus({ focusContainer: false });
  }, [editor, isPreviewing]);

  const show = (version: Version | null) => {
    setShown(version);
    if (version !== null && drawerCovers()) onClose();
  };
  return {
    isPreviewing,
    preview: shown && (
      <Suspense fallback={null}>
        <VersionPreview
          key={shown.id}
          boardId={boardId}
          version={shown}
          me={me}
          licenseKey={licenseKey}
          mayRestore={can(role, 'canFacilitate')}
          onBack={() => setShown(null)}
        />
      </Suspense>
    ),
    drawer: open ? (
      <Suspense fallback={null}>
        <HistoryDrawer boardId={boardId} role={role} shown={shown} onShow={show} onClose={onClose} />
      </Suspense>
    ) : null,
  };
}
