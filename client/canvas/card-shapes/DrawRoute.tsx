import type { ReactElement } from 'react';
import { discRadius, type Route } from '../../../shared/method/routes/route.ts';
import { type Ink, toneColours } from '../template-shapes/paint.ts';

interface DrawRouteProps {
  readonly route: Route;
  readonly ink: Ink;
}

/** An edge, where it may cross others with a light line under it, so that it can be followed. */
export function DrawRoute({ route, ink }: DrawRouteProps): ReactElement {
  const { path, tone, strokeWidth, haloWidth, dash, heads, disc } = route;
  const colour = ink(toneColours[tone].line);
  const ground = ink({ token: 'frame' });
  return (
    <g strokeLinecap="round" strokeLinejoin="round" fill="none">
      {haloWidth > 0 && <path d={path} stroke={ground} strokeWidth={strokeWidth + 2 * haloWidth} />}
      <path d={path} stroke={colour} strokeWidth={strokeWidth} strokeDasharray={dash.join(' ') || 'none'} />
      {heads !== '' && <path d={heads} fill={colour} stroke="none" />}
      {disc !== null && (
        <>
          <circle cx={disc.x} cy={disc.y} r={discRadius} fill={ground} stroke={colour} strokeWidth={2.5} />
          <path d={signPath(disc)} stroke={colour} strokeWidth={3} />
        </>
      )}
    </g>
  );
}

function signPath({ x, y, sign }: NonNullable<Route['disc']>): string {
  const arm = discRadius * 0.5;
  return sign === 'plus'
    ? `M${x - arm} ${y}H${x + arm}M${x} ${y - arm}V${y + arm}`
    : `M${x - arm} ${y - arm}L${x + arm} ${y + arm}M${x - arm} ${y + arm}L${x + arm} ${y - arm}`;
}
