import { memo, type RefObject, useRef, useSyncExternalStore } from 'react';
import { type TLCursorProps, useTransform } from 'tldraw';
import { colourOf } from '../../ui/stamps.ts';
import styles from './Cursor.module.css';
import { useRoster } from './roster-context.ts';

/** Somebody else's cursor, with name and organisation on the organisation's colour; the same size at every zoom. */
export const Cursor = memo(function Cursor({ userId, point, zoom }: TLCursorProps) {
  const ref = useRef<HTMLDivElement>(null);
  useTransform(ref as RefObject<HTMLDivElement>, point?.x, point?.y, 1 / zoom);
  const roster = useRoster();
  const entries = useSyncExternalStore(roster.subscribe, roster.get);
  const entry = entries.find(({ participantId }) => participantId === userId);
  if (point === null || entry === undefined) return null;
  return (
    <div ref={ref} className={`tl-overlays__item ${styles.cursor}`} data-org={colourOf(entry.colour).hue} data-cursor>
      <svg width="20" height="22" viewBox="0 0 20 22" aria-hidden="true">
        <path d="M2 1.5 17.5 10l-6.9 1.9L7 19z" className={styles.arrow} />
      </svg>
      <span className={styles.label}>
        {entry.name}
        <small>{entry.organisation}</small>
      </span>
    </div>
  );
});
