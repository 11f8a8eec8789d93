import { discRadius, type Route } from '../../../shared/method/routes/route.ts';
import { printInk, toneColours } from '../../canvas/template-shapes/paint.ts';
import type { Paint, PathOp } from '../display-list.ts';
import { identity } from '../matrix.ts';

/** An edge that is not drawn from a shape: on a page where its cards stand elsewhere than on the board. */
export function routeOps({ path, tone, strokeWidth, haloWidth, dash, heads, disc }: Route): readonly PathOp[] {
  const ink = printInk(false);
  const [line, ground] = [paintOf(ink(toneColours[tone].line)), paintOf(ink({ token: 'frame' }))];
  const { x, y } = disc ?? { x: 0, y: 0 };
  const arm = discRadius * 0.5;
  return [
    ...(haloWidth > 0 ? [stroke(path, ground, strokeWidth + 2 * haloWidth, [])] : []),
    stroke(path, line, strokeWidth, dash),
    ...(heads === '' ? [] : [fill(heads, line)]),
    ...(disc === null
      ? []
      : [
          fill(circle(x, y, discRadius + 1.25), line),
          fill(circle(x, y, discRadius - 1.25), ground),
          stroke(
            disc.sign === 'plus'
              ? `M${x - arm} ${y}H${x + arm}M${x} ${y - arm}V${y + arm}`
              : `M${x - arm} ${y - arm}L${x + arm} ${y + arm}M${x - arm} ${y + arm}L${x + arm} ${y - arm}`,
            line,
            3,
            [],
          ),
        ]),
  ];
}

const paintOf = (colour: string): Paint => ({ colour: colour.toLowerCase(), alpha: 1 });
const circle = (x: number, y: number, r: number): string =>
  `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;
const plain = { op: 'path', matrix: identity, evenOdd: false } as const;

const fill = (d: string, paint: Paint): PathOp => ({ ...plain, d, fill: paint, stroke: null });

const stroke = (d: string, paint: Paint, width: number, dash: readonly number[]): PathOp => ({
  ...plain,
  d,
  fill: null,
  stroke: { paint, width, dash, dashOffset: 0, cap: 'round', join: 'round' },
});
