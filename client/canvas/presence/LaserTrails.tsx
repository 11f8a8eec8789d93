import { useEffect, useRef, useState } from 'react';
import { type Editor, useEditor, useValue } from 'tldraw';
import { isStill } from '../../ui/theme.ts';
import styles from './LaserTrails.module.css';
import { isSomebodyPointing, readSeen } from './seen.ts';

interface TrailPoint {
  readonly x: number;
  readonly y: number;
  readonly atMs: number;
}

/** For how long a place that somebody pointed at can be seen. */
const shownMs = 900;
/** Of the line at its newest end, in px of the screen. */
const widthPx = 6;

interface Trail {
  readonly colour: string;
  readonly points: TrailPoint[];
}

/** What others point at, in the colours of their organisations: a line that fades, a dot where nothing is to move. */
export function LaserTrails() {
  const editor = useEditor();
  const zoom = useValue('zoom', () => editor.getZoomLevel(), [editor]);
  const trails = useTrails(editor);
  return (
    <svg className={`tl-overlays__item ${styles.trails}`} aria-hidden="true">
      {[...trails].map(([userId, { colour, points }]) => (
        <g key={userId} data-pointing={userId} fill={colour} stroke={colour}>
          {isStill() ? <Dot at={points.at(-1)} zoom={zoom} /> : <Line points={points} zoom={zoom} />}
        </g>
      ))}
    </svg>
  );
}

function Dot({ at, zoom }: { readonly at: TrailPoint | undefined; readonly zoom: number }) {
  return at && <circle cx={at.x} cy={at.y} r={widthPx / zoom} stroke="none" />;
}

function Line({ points, zoom }: { readonly points: readonly TrailPoint[]; readonly zoom: number }) {
  const nowMs = performance.now();
  return (
    <>
      {points.slice(1).map((point, index) => {
        const before = points[index] ?? point;
        const left = Math.max(0, 1 - (nowMs - point.atMs) / shownMs);
        return (
          <line
            key={point.atMs}
            x1={before.x}
            y1={before.y}
            x2={point.x}
            y2={point.y}
            strokeWidth={(widthPx * left) / zoom}
            strokeLinecap="round"
            opacity={left}
          />
        );
      })}
      <Dot at={points.at(-1)} zoom={zoom} />
    </>
  );
}

/** Keeps the last places of everybody who points, and forgets them in time. */
function useTrails(editor: Editor): ReadonlyMap<string, Trail> {
  const trails = useRef(new Map<string, Trail>());
  const [, redraw] = useState(0);
  const isPointedAt = useValue('somebody points', () => isSomebodyPointing(editor), [editor]);
  useEffect(() => {
    let frame = 0;
    const step = () => {
      const nowMs = performance.now();
      const pointing = new Set<string>();
      for (const { userId, color, cursor, meta } of editor.getCollaboratorsOnCurrentPage()) {
        if (!readSeen({ meta }).isPointing || cursor === null) continue;
        pointing.add(userId);
        const trail = trails.current.get(userId) ?? { colour: color, points: [] };
        trails.current.set(userId, trail);
        const last = trail.points.at(-1);
        if (last?.x !== cursor.x || last.y !== cursor.y) trail.points.push({ x: cursor.x, y: cursor.y, atMs: nowMs });
      }
      for (const [userId, { points }] of trails.current) {
        // Where somebody still points stays, however still they hold.
        const kept = pointing.has(userId) ? 1 : 0;
        while (points.length > kept && nowMs - (points[0]?.atMs ?? 0) > shownMs) points.shift();
        if (points.length === 0) trails.current.delete(userId);
      }
      redraw(nowMs);
      if (isPointedAt || trails.current.size > 0) frame = requestAnimationFrame(step);
    };
    frame = requestAnimationFrame(step);
    return () => cancelAnimationFrame(frame);
  }, [editor, isPointedAt]);
  return trails.current;
}
