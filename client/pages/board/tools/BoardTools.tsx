import { type ComponentProps, Suspense, use, useEffect, useState } from 'react';
import { FirstHints } from '../../../canvas/ui/FirstHints.tsx';
import type { ProjectorView as Projector } from '../../../canvas/ui/ProjectorView.tsx';
import { turnPage } from '../../../canvas/ui/turn-pages.ts';
import { MethodContext } from '../../../cards/method.ts';
import { useText } from '../../../i18n/LanguageProvider.tsx';
import { lazyPart } from '../../../ui/lazy-part.ts';
import { FollowFrame } from './FollowFrame.tsx';
import { applyCursors } from './own-cursors.ts';
import { SheetOffer } from './SheetOffer.tsx';
import type { ToolState } from './use-board-tools.tsx';
import { useToolKeys } from './use-tool-keys.ts';

const loadFind = async () => ({ default: (await import('./FindPanel.tsx')).FindPanel });
const FindPanel = lazyPart(loadFind, { ahead: true });
const loadShortcuts = async () => ({ default: (await import('./ShortcutsDialog.tsx')).ShortcutsDialog });
const ShortcutsDialog = lazyPart(loadShortcuts, { ahead: true });
const loadProjector = async () => ({ default: (await import('../../../canvas/ui/ProjectorView.tsx')).ProjectorView });
const ProjectorView = lazyPart(loadProjector, { ahead: true });

interface BoardToolsProps {
  readonly editor: ComponentProps<typeof Projector>['editor'];
  readonly tools: ToolState;
  readonly readOnly: boolean;
  /** False while the table or an earlier version is in front of the canvas. */
  readonly isOnBoard: boolean;
  readonly onShowBoard: () => void;
}

/** Everything that stands over a board's canvas while people move about on it. */
export function BoardTools({ editor, tools, readOnly, isOnBoard, onShowBoard }: BoardToolsProps) {
  const t = useText();
  const method = use(MethodContext);
  const [said, say] = useState('');
  useEffect(applyCursors, []);
  const turn = (step: 1 | -1) => {
    const place = turnPage(editor, step);
    if (place !== null) say(t('tools.atFrame', { ...place, name: place.name || t('board.unnamedFrame') }));
  };
  useToolKeys({ editor, tools, isOnBoard, onTurn: turn });
  const { followed } = tools;
  const close = () => {
    tools.show(null);
    if (isOnBoard) editor.getContainer().focus();
  };
  return (
    <>
      <p className="visually-hidden" role="status">
        {said}
      </p>
      {isOnBoard && followed !== null && (
        <FollowFrame
          key={followed.participantId}
          editor={editor}
          person={followed}
          onEnd={() => {
            tools.follow(null);
            say(t('tools.noLongerFollowing'));
          }}
        />
      )}
      {isOnBoard && !tools.isProjecting && <FirstHints editor={editor} readOnly={readOnly} />}
      {isOnBoard && !readOnly && method !== null && <SheetOffer />}
      <Suspense fallback={null}>
        {tools.open === 'find' && method !== null && <FindPanel onShowBoard={onShowBoard} onClose={close} />}
        {tools.open === 'shortcuts' && (
          <ShortcutsDialog readOnly={readOnly} leads={method?.me.role === 'facilitator'} onClose={close} />
        )}
        {tools.isProjecting && <ProjectorView editor={editor} onTurn={turn} onEnd={() => tools.project(false)} />}
      </Suspense>
    </>
  );
}
