import { ArrowsOutIcon } from '@phosphor-icons/react/dist/csr/ArrowsOut';
import { ChatCircleIcon } from '@phosphor-icons/react/dist/csr/ChatCircle';
import { CirclesThreeIcon } from '@phosphor-icons/react/dist/csr/CirclesThree';
import { ClockCounterClockwiseIcon } from '@phosphor-icons/react/dist/csr/ClockCounterClockwise';
import { CornersOutIcon } from '@phosphor-icons/react/dist/csr/CornersOut';
import { CursorIcon } from '@phosphor-icons/react/dist/csr/Cursor';
import { ExportIcon } from '@phosphor-icons/react/dist/csr/Export';
import { FrameCornersIcon } from '@phosphor-icons/react/dist/csr/FrameCorners';
import { HandPalmIcon } from '@phosphor-icons/react/dist/csr/HandPalm';
import { KeyboardIcon } from '@phosphor-icons/react/dist/csr/Keyboard';
import { LinkIcon } from '@phosphor-icons/react/dist/csr/Link';
import { MagnifyingGlassIcon } from '@phosphor-icons/react/dist/csr/MagnifyingGlass';
import { ShareNetworkIcon } from '@phosphor-icons/react/dist/csr/ShareNetwork';
import { SmileyIcon } from '@phosphor-icons/react/dist/csr/Smiley';
import { SquaresFourIcon } from '@phosphor-icons/react/dist/csr/SquaresFour';
import { TableIcon } from '@phosphor-icons/react/dist/csr/Table';
import { useCurrentFrame, useFrames } from '../../../canvas/frames.ts';
import { frameLink } from '../../../canvas/ui/frame-link.ts';
import { useText } from '../../../i18n/LanguageProvider.tsx';
import { copyText } from '../../../ui/clipboard.ts';
import { Menu, MenuItem } from '../../../ui/Menu.tsx';
import { isStill } from '../../../ui/theme.ts';
import { useToast } from '../../../ui/toast.ts';
import type { Hands } from '../attention/use-hands.ts';
import { commentsLabel } from '../comments/comments-label.ts';
import { showTray } from '../reactions/tray.ts';
import type { BoardViewName } from '../use-board-view.ts';
import { FacilitateItems, type Facilitation } from './FacilitateItems.tsx';
import { hideCursors, useHiddenCursors } from './own-cursors.ts';
import type { BarRoom } from './use-bar-room.ts';
import type { ToolState } from './use-board-tools.tsx';

export interface MoreMenuProps {
  readonly facilitation: Facilitation;
  /** Undefined for those who only look on. */
  readonly hands: Hands | undefined;
  readonly room: BarRoom;
  readonly editor: Parameters<typeof useFrames>[0];
  readonly tools: ToolState;
  readonly view: BoardViewName;
  readonly unread: number;
  readonly isMentioned: boolean;
  readonly onView: (view: BoardViewName) => void;
  readonly onComments: () => void;
  readonly onHistory: () => void;
  readonly onVotes: (() => void) | undefined;
  readonly onShare: (() => void) | undefined;
  readonly onExport: (() => void) | undefined;
}

/** What is rarely wanted, and what the bar has no room for. */
export function MoreMenu(props: MoreMenuProps) {
  const t = useText();
  const { room, editor, tools, view } = props;
  return (
    <Menu label={t('tools.more')}>
      {room === 'phone' && <PhoneItems {...props} />}
      {room !== 'wide' && (
        <MenuItem icon={<SmileyIcon aria-hidden="true" />} onSelect={() => showTray(true)}>
          {t('reactions.open')}
        </MenuItem>
      )}
      <MenuItem icon={<MagnifyingGlassIcon aria-hidden="true" />} onSelect={() => tools.show('find')}>
        {t('tools.find')}
      </MenuItem>
      {view === 'board' && editor !== null && <PlaceItems editor={editor} tools={tools} />}
      {props.onVotes !== undefined && (
        <MenuItem icon={<CirclesThreeIcon aria-hidden="true" />} onSelect={props.onVotes}>
          {t('voting.votes')}
        </MenuItem>
      )}
      <CursorItem />
      <MenuItem icon={<KeyboardIcon aria-hidden="true" />} onSelect={() => tools.show('shortcuts')}>
        {t('tools.shortcuts')}
      </MenuItem>
      {room !== 'wide' && (
        <>
          <FacilitateItems facilitation={props.facilitation} />
          <MenuItem icon={<ClockCounterClockwiseIcon aria-hidden="true" />} onSelect={props.onHistory}>
            {t('history.open')}
          </MenuItem>
          {props.onExport !== undefined && (
            <MenuItem icon={<ExportIcon aria-hidden="true" />} onSelect={props.onExport}>
              {t('boardPage.exportBoard')}
            </MenuItem>
          )}
        </>
      )}
    </Menu>
  );
}

function PhoneItems(props: MoreMenuProps) {
  const { view, hands, onView, onComments, onShare } = props;
  const t = useText();
  const other = view === 'board' ? 'table' : 'board';
  return (
    <>
      {hands !== undefined && !hands.leads && (
        <MenuItem icon={<HandPalmIcon aria-hidden="true" />} onSelect={hands.act}>
          {t(hands.isUp ? 'floor.lower' : 'floor.raise')}
        </MenuItem>
      )}
      <MenuItem
        icon={other === 'table' ? <TableIcon aria-hidden="true" /> : <SquaresFourIcon aria-hidden="true" />}
        onSelect={() => onView(other)}
      >
        {t(`table.${other}`)}
      </MenuItem>
      <MenuItem icon={<ChatCircleIcon aria-hidden="true" />} onSelect={onComments}>
        {commentsLabel(props, t)}
      </MenuItem>
      {onShare !== undefined && (
        <MenuItem icon={<ShareNetworkIcon aria-hidden="true" />} onSelect={onShare}>
          {t('boardPage.share')}
        </MenuItem>
      )}
    </>
  );
}

interface PlaceItemsProps {
  readonly editor: NonNullable<MoreMenuProps['editor']>;
  readonly tools: ToolState;
}

function PlaceItems({ editor, tools }: PlaceItemsProps) {
  const t = useText();
  const toast = useToast();
  const frames = useFrames(editor);
  const current = useCurrentFrame(editor);
  const copyLink = async (id: NonNullable<typeof current>) => {
    const link = frameLink(id);
    const isCopied = await copyText(link);
    toast((t) => (isCopied ? t('tools.linkCopied') : t('tools.linkNotCopied', { link })));
  };
  return (
    <>
      {frames.length > 1 && (
        <MenuItem icon={<FrameCornersIcon aria-hidden="true" />} onSelect={() => tools.show('find')}>
          {t('tools.goToFrame')}
        </MenuItem>
      )}
      <MenuItem
        icon={<ArrowsOutIcon aria-hidden="true" />}
        onSelect={() => editor.zoomToFit(isStill() ? { immediate: true } : { animation: { duration: 200 } })}
      >
        {t('tools.overview')}
      </MenuItem>
      {current !== null && (
        <MenuItem icon={<LinkIcon aria-hidden="true" />} onSelect={() => void copyLink(current)}>
          {t('tools.linkToFrame')}
        </MenuItem>
      )}
      <MenuItem icon={<CornersOutIcon aria-hidden="true" />} onSelect={() => tools.project(true)}>
        {t('tools.fullScreen')}
      </MenuItem>
    </>
  );
}

function CursorItem() {
  const t = useText();
  const areHidden = useHiddenCursors();
  return (
    <MenuItem icon={<CursorIcon aria-hidden="true" />} onSelect={() => hideCursors(!areHidden)}>
      {t(areHidden ? 'tools.showCursors' : 'tools.hideCursors')}
    </MenuItem>
  );
}
