import type { TextOp, TextRun } from '../display-list.ts';
import { isLeftward } from '../text/scripts.ts';
import { wordBars } from '../text/word-bars.ts';
import { element, escapeXml, transformOf } from './markup.ts';
import type { OpsContext } from './svg-ops.ts';

type TextContext = Pick<OpsContext, 'definitions' | 'withLinks'>;

/** Text as text; neighbouring runs with one target are linked by themselves, which looks and works the same. */
export function svgText(op: TextOp, context: TextContext): string {
  const runs = op.blocks.flatMap((block) => block.runs.map((run) => svgRun(run, op.halo, context)));
  return element('g', { transform: transformOf(op.matrix) }, runs.join(''));
}

function svgRun(run: TextRun, halo: TextOp['halo'], { definitions, withLinks }: TextContext): string {
  // A space at the end takes no room where the browser measured.
  const text = escapeXml(run.text.trimEnd());
  if (text === '') return '';
  const decoration = [run.underline && 'underline', run.strike && 'line-through'].filter((each) => each !== false);
  const turned = isLeftward(run.text);
  const drawn = element(
    'text',
    {
      x: run.x,
      y: run.y,
      class: definitions.classOf(run.family),
      'font-size': run.size,
      'font-weight': run.weight === 400 ? null : run.weight,
      'font-style': run.italic ? 'italic' : null,
      fill: run.paint.colour,
      'fill-opacity': run.paint.alpha < 1 ? run.paint.alpha : null,
      textLength: run.width !== null && run.width > 0 ? run.width : null,
      lengthAdjust: run.width !== null && run.width > 0 ? 'spacingAndGlyphs' : null,
      // `x` is the left end, which is where such text ends.
      direction: turned ? 'rtl' : null,
      'text-anchor': turned ? 'end' : null,
      'text-decoration': decoration.length > 0 ? decoration.join(' ') : null,
      ...(halo !== null && {
        'paint-order': 'stroke',
        stroke: halo.paint.colour,
        'stroke-opacity': halo.paint.alpha < 1 ? halo.paint.alpha : null,
        'stroke-width': halo.width,
        'stroke-linejoin': 'round',
      }),
    },
    text,
  );
  // A link within the file leads nowhere from a page that stands alone.
  return withLinks && run.link !== null && !run.link.startsWith('#') ? element('a', { href: run.link }, drawn) : drawn;
}

/** For words that stand elsewhere, and for sizes at which nobody reads. */
export function svgBars(op: TextOp): string {
  const bars = wordBars(op).map(({ box: { x, y, width, height }, paint }) =>
    element('rect', { x, y, width, height, fill: paint.colour, 'fill-opacity': paint.alpha }),
  );
  return element('g', { transform: transformOf(op.matrix) }, bars.join(''));
}
