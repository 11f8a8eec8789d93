import { AtIcon } from '@phosphor-icons/react/dist/csr/At';
import { ChatCircleIcon } from '@phosphor-icons/react/dist/csr/ChatCircle';
import { PencilSimpleIcon } from '@phosphor-icons/react/dist/csr/PencilSimple';
import { type PointerEvent, useEffect } from 'react';
import { type Editor, useValue } from 'tldraw';
import type { CommentAnchor } from '../../../shared/api/comments.ts';
import type { CommentId } from '../../../shared/protocol/ids.ts';
import { anchorAt, placeOf } from './anchors.ts';
import styles from './CommentPins.module.css';

export interface Pin {
  readonly id: CommentId;
  readonly anchor: CommentAnchor;
  /** "Comment of Anna, 3 answers". */
  readonly label: string;
  readonly count: number;
  /** `mention`: something new in it names this person; `begun`: they have not said it yet, and nobody else sees it. */
  readonly look: 'plain' | 'new' | 'mention' | 'begun';
}

interface CommentPinsProps {
  readonly editor: Editor;
  readonly pins: readonly Pin[];
  readonly openId: CommentId | null;
  readonly onOpen: (id: CommentId) => void;
}

/** Threads of one place stand side by side, this many px apart. */
const besidePx = 20;

/** Where threads hang, above the canvas and as large at every zoom. */
export function CommentPins({ editor, pins, openId, onOpen }: CommentPinsProps) {
  const places = useValue('places of comments', () => {
    const taken = new Map<string, number>();
    const { w, h } = editor.getViewportScreenBounds();
    return pins.flatMap((pin) => {
      const { x, y } = editor.pageToViewport(placeOf(editor, pin.anchor));
      const key = `${Math.round(x / besidePx)} ${Math.round(y / besidePx)}`;
      const before = taken.get(key) ?? 0;
      taken.set(key, before + 1);
      const isInView = x > -besidePx && y > -besidePx && x < w + besidePx && y < h + besidePx;
      return isInView ? [{ pin, x: x + before * besidePx, y }] : [];
    });
  }, [editor, pins]);
  return (
    <div className={styles.pins}>
      {places.map(({ pin, x, y }) => (
        <button
          key={pin.id}
          type="button"
          style={{ transform: `translate(${x}px, ${y}px)` }}
          aria-label={pin.label}
          title={pin.label}
          aria-expanded={pin.id === openId}
          data-pin={pin.look}
          onClick={() => onOpen(pin.id)}
        >
          <Sign look={pin.look} />
          {pin.count > 1 && <span className="num">{pin.count}</span>}
        </button>
      ))}
    </div>
  );
}

function Sign({ look }: Pick<Pin, 'look'>) {
  switch (look) {
    case 'begun':
      return <PencilSimpleIcon aria-hidden="true" />;
    case 'mention':
      return <AtIcon aria-hidden="true" />;
    case 'plain':
    case 'new':
      return <ChatCircleIcon aria-hidden="true" weight="fill" />;
  }
}

interface PlaceCommentProps {
  readonly editor: Editor;
  readonly label: string;
  readonly onPlace: (anchor: CommentAnchor) => void;
  readonly onCancel: () => void;
}

/** Enter on these does what they say. */
const ownEnter = 'a, input, textarea, select, button:not([aria-pressed="true"]), [role^="menuitem"], [role="option"]';

/** Takes the next press on the board as the place of a comment, or the middle of the view by Enter; Escape takes it back. */
export function PlaceComment({ editor, label, onPlace, onCancel }: PlaceCommentProps) {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isEnter = event.key === 'Enter' && !event.repeat && !(event.target as Element).closest(ownEnter);
      if (event.key !== 'Escape' && !isEnter) return;
      event.stopPropagation();
      // The button that asked for it has the focus, and would take it back.
      event.preventDefault();
      if (isEnter) onPlace(anchorAt(editor, editor.getViewportScreenBounds().center));
      else onCancel();
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [editor, onPlace, onCancel]);
  const place = ({ clientX, clientY, isPrimary }: PointerEvent) => {
    if (isPrimary) onPlace(anchorAt(editor, { x: clientX, y: clientY }));
  };
  return (
    <div className={styles.place} onPointerUp={place}>
      <p role="status">{label}</p>
    </div>
  );
}
