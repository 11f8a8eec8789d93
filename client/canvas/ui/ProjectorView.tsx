import { CaretLeftIcon } from '@phosphor-icons/react/dist/csr/CaretLeft';
import { CaretRightIcon } from '@phosphor-icons/react/dist/csr/CaretRight';
import { CornersInIcon } from '@phosphor-icons/react/dist/csr/CornersIn';
import { useEffect, useRef } from 'react';
import { type Editor, useValue } from 'tldraw';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { findCurrentFrame, zoomToFrame } from '../frames.ts';
import styles from './ProjectorView.module.css';
import { placeOfFrame } from './turn-pages.ts';

interface ProjectorViewProps {
  readonly editor: Editor;
  readonly onTurn: (step: 1 | -1) => void;
  readonly onEnd: () => void;
}

/** What is left on a screen that a room looks at: which frame this is, and a hint that goes away. */
export function ProjectorView({ editor, onTurn, onEnd }: ProjectorViewProps) {
  const t = useText();
  const place = useValue('frame in view', () => placeOfFrame(editor, findCurrentFrame(editor)), [editor]);
  useFrameInView(editor);
  useEffect(() => {
    editor.selectNone();
    editor.getContainer().focus();
  }, [editor]);
  return (
    <>
      <p className={styles.hint} role="status">
        {t('tools.fullScreenHint')}
      </p>
      <nav className={styles.pages} aria-label={t('board.frames')}>
        {place !== null && (
          <>
            <button type="button" aria-label={t('tools.previousFrame')} onClick={() => onTurn(-1)}>
              <CaretLeftIcon aria-hidden="true" weight="bold" />
            </button>
            <span>
              {place.name || t('board.unnamedFrame')}
              <small className="num">
                {place.number} / {place.count}
              </small>
            </span>
            <button type="button" aria-label={t('tools.nextFrame')} onClick={() => onTurn(1)}>
              <CaretRightIcon aria-hidden="true" weight="bold" />
            </button>
          </>
        )}
        <button
          type="button"
          aria-label={t('tools.leaveFullScreen')}
          title={t('tools.leaveFullScreen')}
          onClick={onEnd}
        >
          <CornersInIcon aria-hidden="true" />
        </button>
      </nav>
    </>
  );
}

/** The frame one was at keeps filling the window while bars go and the window grows. */
function useFrameInView(editor: Editor): void {
  const frame = useRef(findCurrentFrame(editor));
  const size = useValue('size of the canvas', () => {
    const { w, h } = editor.getViewportScreenBounds();
    return `${Math.round(w)} ${Math.round(h)}`;
  }, [editor]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: for each new size, and no other reason.
  useEffect(() => {
    if (frame.current !== null) zoomToFrame(editor, frame.current, false);
    return () => {
      frame.current = findCurrentFrame(editor);
    };
  }, [editor, size]);
}
