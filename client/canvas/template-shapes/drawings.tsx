import type { ReactElement } from 'react';
import type { HeadingShape, LabelShape, MarkShape, ZoneShape } from '../../../shared/board/template-shapes.ts';
import { faces, fontStack } from './fonts.ts';
import {
  layoutHeading,
  layoutLabel,
  layoutZone,
  type MeasureIn,
  margin,
  type TextBlock,
  type ZoneLayout,
} from './layout.ts';
import { type Colour, type Ink, promptInk, roleColours, rule, stepColours, toneColours } from './paint.ts';

/** What a drawing needs to know about where it is drawn: on the canvas or on a page to print. */
export interface Surface {
  readonly measureIn: MeasureIn;
  readonly ink: Ink;
}

/** Lines were broken by us and every attribute is spelt out, so the canvas and the printed page are the same. */
export function Words({ block, colour, ink }: { block: TextBlock; colour: Colour; ink: Ink }): ReactElement {
  return (
    <text
      fontFamily={fontStack(block.face)}
      fontSize={block.size}
      fontWeight={faces[block.face].weight}
      fontStyle={faces[block.face].style}
      fill={ink(colour)}
      stroke="none"
      // Letters fitted to the pixels of a screen run wider than they were measured, and past the end of a line.
      textRendering="geometricPrecision"
    >
      {block.lines.map(({ text, x, y }) => (
        <tspan key={y} x={x} y={y}>
          {text}
        </tspan>
      ))}
    </text>
  );
}

export function drawHeading({ props }: HeadingShape, { measureIn, ink }: Surface): ReactElement {
  const { title, question, chips } = layoutHeading(props, measureIn);
  const bar = stepColours[props.step - 1] ?? rule;
  return (
    <>
      <rect width={14} height={props.h} fill={ink(bar)} />
      <path d={`M${margin} ${props.h}L${props.w - margin} ${props.h}`} stroke={ink(rule)} strokeWidth={2} fill="none" />
      {chips.map(({ box, text }) => (
        <g key={box.x}>
          <rect
            x={box.x}
            y={box.y}
            width={box.w}
            height={box.h}
            rx={box.h / 2}
            fill={ink(toneColours.head.paper)}
            stroke={ink(toneColours.muted.line)}
            strokeWidth={1.5}
          />
          <Words block={text} colour={promptInk} ink={ink} />
        </g>
      ))}
      <Words block={title} colour={toneColours.ink.ink} ink={ink} />
      <Words block={question} colour={promptInk} ink={ink} />
    </>
  );
}

export function drawZone({ props }: ZoneShape, { measureIn, ink }: Surface): ReactElement {
  const { w, h, role, form } = props;
  const { paper, line, lineWidth, ink: titleInk } = roleColours[role];
  const look = { fill: ink(paper), stroke: ink(line), strokeWidth: lineWidth };
  const { title, prompt, sign } = layoutZone(props, measureIn);
  return (
    <>
      {form === 'ellipse' ? (
        <ellipse cx={w / 2} cy={h / 2} rx={w / 2} ry={h / 2} {...look} />
      ) : (
        <rect width={w} height={h} rx={12} {...look} />
      )}
      {sign !== null && <Sign name={props.sign} place={sign} role={role} ink={ink} />}
      {title !== null && <Words block={title} colour={titleInk} ink={ink} />}
      {prompt !== null && <Words block={prompt} colour={promptInk} ink={ink} />}
    </>
  );
}

interface SignProps {
  readonly name: ZoneShape['props']['sign'];
  readonly place: NonNullable<ZoneLayout['sign']>;
  readonly role: ZoneShape['props']['role'];
  readonly ink: Ink;
}

function Sign({ name, place: { x, y, r }, role, ink }: SignProps): ReactElement | null {
  const points = (...at: readonly (readonly [number, number])[]): string =>
    `M${at.map(([dx, dy]) => `${x + dx * r} ${y + dy * r}`).join('L')}Z`;
  switch (name) {
    case 'none':
      return null;
    case 'triangle':
      return <path d={points([0, -0.9], [1, 0.8], [-1, 0.8])} fill={ink(toneColours.impact.line)} />;
    case 'square':
      return (
        <path d={points([-0.8, -0.8], [0.8, -0.8], [0.8, 0.8], [-0.8, 0.8])} fill={ink(toneColours.effect.line)} />
      );
    case 'diamond':
      return (
        <path
          d={points([0, -0.9], [0.9, 0], [0, 0.9], [-0.9, 0])}
          fill="none"
          stroke={ink(toneColours.actor.line)}
          strokeWidth={3}
        />
      );
    case 'voice':
      return (
        <path
          d={points([-1, -0.8], [1, -0.8], [1, 0.45], [0, 0.45], [-0.5, 0.95], [-0.5, 0.45], [-1, 0.45])}
          fill={ink(toneColours.voice.line)}
        />
      );
    case 'lock':
      return (
        <g stroke={ink(roleColours[role].line)} fill="none" strokeWidth={2}>
          <path
            d={`M${x - 0.45 * r} ${y - 0.1 * r}L${x - 0.45 * r} ${y - 0.4 * r}A${0.45 * r} ${0.45 * r} 0 0 1 ${x + 0.45 * r} ${y - 0.4 * r}L${x + 0.45 * r} ${y - 0.1 * r}`}
          />
          <path
            d={points([-0.75, -0.1], [0.75, -0.1], [0.75, 0.85], [-0.75, 0.85])}
            fill={ink(roleColours[role].line)}
          />
        </g>
      );
  }
}

export function drawLabel({ props }: LabelShape, { measureIn, ink }: Surface): ReactElement {
  const { w, h, tone, plate } = props;
  const paint = toneColours[tone];
  return (
    <>
      {plate !== 'none' && (
        <rect
          width={w}
          height={h}
          rx={plate === 'pill' ? h / 2 : 8}
          fill={ink(paint.paper)}
          stroke={ink(paint.line)}
          strokeWidth={2}
        />
      )}
      <Words block={layoutLabel(props, measureIn)} colour={paint.ink} ink={ink} />
    </>
  );
}

export function drawMark({ props }: MarkShape, { ink }: Surface): ReactElement {
  const { path, tone, fill, strokeWidth, dash } = props;
  const { paper, line } = toneColours[tone];
  const dashes = {
    solid: undefined,
    dashed: `${6 * strokeWidth} ${4 * strokeWidth}`,
    dotted: `0 ${2.5 * strokeWidth}`,
  };
  return (
    <path
      d={path}
      fill={fill === 'none' ? 'none' : ink(fill === 'solid' ? line : paper)}
      stroke={strokeWidth === 0 ? 'none' : ink(line)}
      strokeWidth={strokeWidth}
      strokeDasharray={dashes[dash]}
      strokeLinecap={dash === 'dashed' ? 'butt' : 'round'}
      strokeLinejoin="round"
    />
  );
}
