import { type Editor, isShapeId, useValue } from 'tldraw';
import styles from './VoteMarks.module.css';

interface VoteMarksProps {
  readonly editor: Editor;
  readonly votes: readonly { readonly id: string; readonly count: number }[];
  /** A card to be found. */
  readonly marked: string | null;
}

/** Out of view by less than this, in px, it is still drawn. */
const marginPx = 40;

/** What somebody gave, at the corner of each card and as large at every zoom; readers have it in the list. */
export function VoteMarks({ editor, votes, marked }: VoteMarksProps) {
  const places = useValue('places of votes', () => {
    const { w, h } = editor.getViewportScreenBounds();
    return votes.flatMap(({ id, count }) => {
      const bounds = isShapeId(id) ? editor.getShapePageBounds(id) : undefined;
      if (bounds === undefined) return [];
      const { x, y } = editor.pageToViewport({ x: bounds.maxX, y: bounds.maxY });
      const isInView = x > -marginPx && y > -marginPx && x < w + marginPx && y < h + marginPx;
      return isInView ? [{ id, count, x, y }] : [];
    });
  }, [editor, votes]);
  const frame = useValue('the card to be found', () => {
    const bounds = marked !== null && isShapeId(marked) ? editor.getShapePageBounds(marked) : undefined;
    if (bounds === undefined) return null;
    const { x, y } = editor.pageToViewport(bounds.point);
    const zoom = editor.getZoomLevel();
    return { transform: `translate(${x}px, ${y}px)`, width: bounds.w * zoom, height: bounds.h * zoom };
  }, [editor, marked]);
  return (
    <div className={styles.marks} aria-hidden="true">
      {frame !== null && <div className={styles.found} style={frame} />}
      {places.map(({ id, count, x, y }) => (
        <span key={id} style={{ transform: `translate(${x}px, ${y}px)` }}>
          <b className="num" data-own-votes={count}>
            {count}
          </b>
        </span>
      ))}
    </div>
  );
}
