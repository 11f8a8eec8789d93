import { CaretUpIcon } from '@phosphor-icons/react/dist/csr/CaretUp';
import { DropdownMenu } from 'radix-ui';
import { useState } from 'react';
import { type Editor, useEditor, useToasts, useValue } from 'tldraw';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { copyText } from '../../ui/clipboard.ts';
import { MenuCover } from '../../ui/MenuCover.tsx';
import { type Frame, useCurrentFrame, useFrames, zoomToFrame } from '../frames.ts';
import styles from './FrameList.module.css';
import { frameLink } from './frame-link.ts';

/** "3a" of "3a Four Ls"; null for frames that somebody named otherwise. */
const numberOf = (name: string): string | null => /^(\d+[a-z]?)\s/.exec(name)?.[1] ?? null;

/** Half of the toolbar with air beside it, the name of the frame in view, and one number. In px. */
const [toolbarPx, namePx, numberPx] = [250, 210, 36];

/** What the toolbar leaves at its side; panels beside the canvas push it together. */
function roomOf(editor: Editor, frames: number): 'wide' | 'narrow' | 'none' {
  const besidePx = editor.getViewportScreenBounds().w / 2 - toolbarPx;
  if (besidePx < namePx) return 'none';
  return besidePx < namePx + frames * numberPx ? 'narrow' : 'wide';
}

/** Moving about: one button per frame, and all names in a menu that also fits a phone. */
export function FrameList() {
  const t = useText();
  const editor = useEditor();
  const toasts = useToasts();
  const [isOpen, setIsOpen] = useState(false);
  const frames = useFrames(editor);
  const current = useCurrentFrame(editor);
  const room = useValue('room for frames', () => roomOf(editor, frames.length), [editor, frames.length]);
  if (frames.length < 2) return null;
  const label = (frame: Frame): string => frame.name || t('board.unnamedFrame');
  const short = (frame: Frame, index: number): string => numberOf(frame.name) ?? String(index + 1);
  const shown = frames.find(({ id }) => id === current);
  const copyLink = async (id: Frame['id']) => {
    const link = frameLink(id);
    const isCopied = await copyText(link);
    toasts.addToast({ title: isCopied ? t('tools.linkCopied') : t('tools.linkNotCopied', { link }), severity: 'info' });
  };
  return (
    <nav className={styles.frames} data-room={room} aria-label={t('board.frames')}>
      <ul>
        {frames.map((frame, index) => (
          <li key={frame.id}>
            <button
              type="button"
              aria-current={frame.id === current ? 'page' : undefined}
              aria-label={t('board.goToFrame', { name: label(frame) })}
              title={label(frame)}
              onClick={() => zoomToFrame(editor, frame.id)}
            >
              {short(frame, index)}
            </button>
          </li>
        ))}
      </ul>
      <DropdownMenu.Root modal={false} onOpenChange={setIsOpen}>
        {isOpen && <MenuCover />}
        <DropdownMenu.Trigger className={styles.all} title={t('board.frames')}>
          <span>{shown === undefined ? t('board.frames') : label(shown)}</span>
          <CaretUpIcon aria-hidden="true" weight="bold" />
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content className={styles.menu} side="top" align="start" sideOffset={8} collisionPadding={8}>
            {frames.map((frame) => (
              <DropdownMenu.Item key={frame.id} onSelect={() => zoomToFrame(editor, frame.id)}>
                {label(frame)}
              </DropdownMenu.Item>
            ))}
            {current !== null && (
              <DropdownMenu.Item className={styles.link} onSelect={() => void copyLink(current)}>
                {t('tools.linkToFrame')}
              </DropdownMenu.Item>
            )}
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
    </nav>
  );
}
