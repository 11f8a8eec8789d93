import { LockSimpleIcon } from '@phosphor-icons/react/dist/csr/LockSimple';
import { useMemo } from 'react';
import { type Editor, type TLShape, useValue } from 'tldraw';
import type { Language } from '../../../shared/api/text.ts';
import { isPlace, lockedShapes } from '../../../shared/board/locked-places.ts';
import { lockName } from '../../../shared/method/lock-name.ts';
import type { Template } from '../../../shared/method/template.ts';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { boardOf, isScenery } from './editor-board.ts';
import styles from './LockSigns.module.css';
import { nameOfPlace } from './place-name.ts';

interface LockSignsProps {
  readonly editor: Editor;
  readonly template: Template | null;
  /** Of the board. */
  readonly language: Language;
  /** As locks call them. */
  readonly places: ReadonlySet<string>;
}

/** In px: a place that is narrower on the screen has the sign without the word. */
const widePx = 260;
/** How high a sign is; it stands across the upper edge. */
const signPx = 24;

/** A lock at the corner of everything that is locked for participants, as large at every zoom. Cards draw their own. */
export function LockSigns({ editor, template, language, places }: LockSignsProps) {
  const t = useText();
  const board = useMemo(() => boardOf(editor), [editor]);
  const signs = useValue('lock signs', () => {
    const locked = lockedShapes(board, places, (place) => lockName(place, template));
    const things = editor.getCurrentPageShapes().filter((shape) => shape.isLocked && isLoose(editor, shape));
    const { w, h } = editor.getViewportScreenBounds();
    return [...locked.map(({ id }) => editor.getShape(id)), ...things].flatMap((shape) => {
      const bounds = shape && editor.getShapePageBounds(shape);
      if (shape === undefined || bounds === undefined) return [];
      const corner = editor.pageToViewport({ x: bounds.maxX, y: bounds.y });
      const width = bounds.w * editor.getZoomLevel();
      const isInView = corner.x > 0 && corner.x - width < w && corner.y > -40 && corner.y < h;
      const name = isPlace(shape as never) ? nameOfPlace(shape as never, template, language) : null;
      // The corner of a wide place may be out of sight while the place is not.
      return isInView
        ? [{ id: shape.id, x: Math.min(corner.x, w), y: Math.max(corner.y, signPx / 2), width, name }]
        : [];
    });
  }, [editor, board, places, template, language]);
  return (
    <div className={styles.signs}>
      {signs.map(({ id, x, y, width, name }) => (
        <span
          key={id}
          role="img"
          aria-label={name === null ? t('locks.sign') : t('locks.signPlace', { name })}
          data-locked={id}
          style={{ transform: `translate(${x}px, ${y}px)` }}
        >
          <b>
            <LockSimpleIcon aria-hidden="true" weight="fill" />
            {name !== null && width > widePx && <i>{t('table.locked')}</i>}
          </b>
        </span>
      ))}
    </div>
  );
}

const isLoose = (editor: Editor, shape: TLShape): boolean =>
  shape.type !== 'card' &&
  shape.type !== 'mirror' &&
  shape.type !== 'relation' &&
  !isScenery(shape) &&
  shape.parentId === editor.getCurrentPageId();
