import { type TLScribbleProps, TldrawScribble } from 'tldraw';
import { isStill } from '../../ui/theme.ts';

/** What one points at or rubs out leaves a trail; where nothing is to move by itself, only its newest point. */
export function Scribble(props: TLScribbleProps) {
  const { scribble, zoom } = props;
  const last = scribble.points.at(-1);
  if (!isStill() || last === undefined) return <TldrawScribble {...props} />;
  return (
    <svg className="tl-overlays__item" aria-hidden="true">
      <circle cx={last.x} cy={last.y} r={scribble.size / zoom} fill={`var(--color-${scribble.color})`} />
    </svg>
  );
}
