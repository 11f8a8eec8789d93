import type { ReactElement } from 'react';
import type { LegendSign } from '../../../shared/method/guide/guide.ts';
import { createRouter } from '../../../shared/method/routes/router.ts';
import type { Text } from '../../../shared/method/template.ts';
import { type ChoiceName, valueWords } from '../../../shared/method/words/values.ts';
import { DrawRoute } from '../../canvas/card-shapes/DrawRoute.tsx';
import { faceWords } from '../../canvas/card-shapes/face-words.ts';
import { signIcons } from '../../canvas/card-shapes/icons.ts';
import { canvasInk, roleColours } from '../../canvas/template-shapes/paint.ts';
import { useMethod } from '../method.ts';

const [width, height] = [44, 26];

/** A sign of the legend as it looks on the board, in its colours and forms. The text beside it says what it means. */
export function LegendMark({ sign }: { readonly sign: LegendSign }) {
  return (
    <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">
      <Drawing sign={sign} />
    </svg>
  );
}

function Drawing({ sign }: { readonly sign: LegendSign }): ReactElement | null {
  switch (sign.type) {
    case 'zone': {
      const { paper, line, lineWidth } = roleColours[sign.role];
      return <Sheet fill={canvasInk(paper)} stroke={canvasInk(line)} strokeWidth={lineWidth} />;
    }
    case 'card':
      return <CardMark mark={sign.mark} />;
    case 'value':
      return <ValueMark field={sign.field} value={sign.value} />;
    case 'line':
      return <LineMark sign={sign} />;
  }
}

interface SheetProps {
  readonly fill?: string;
  readonly stroke: string;
  readonly strokeWidth: number;
  readonly dashed?: boolean;
}

const Sheet = ({ fill = 'var(--frame)', stroke, strokeWidth, dashed = false }: SheetProps) => (
  <rect
    x={3}
    y={3}
    width={width - 6}
    height={height - 6}
    rx={5}
    fill={fill}
    stroke={stroke}
    strokeWidth={strokeWidth}
    strokeDasharray={dashed ? '4 3' : undefined}
  />
);

function CardMark({ mark }: { readonly mark: Extract<LegendSign, { type: 'card' }>['mark'] }) {
  const { language } = useMethod();
  switch (mark) {
    case 'voice':
      return (
        <>
          <Sheet stroke="var(--voice)" strokeWidth={2.5} />
          <Icon path={signIcons.voice} colour="var(--voice)" />
        </>
      );
    case 'root':
      return (
        <>
          <Sheet fill="var(--cause-paper)" stroke="var(--card-ink)" strokeWidth={3} />
          <Words text={faceWords.root[language]} colour="var(--card-ink)" />
        </>
      );
    case 'votes':
      return (
        <>
          <circle cx={14} cy={13} r={6} fill="var(--vote)" />
          <text x={25} y={18} fontSize={14} fontWeight={700} fill="var(--ink)">
            7
          </text>
        </>
      );
    case 'evidence':
      return <Words text={valueWords.evidence_kind.data[language]} colour="var(--ink-2)" />;
    case 'agreed':
      return (
        <>
          <Sheet fill="var(--cause-paper)" stroke="var(--cause-edge)" strokeWidth={3} />
          <Icon path={signIcons.lock} colour="var(--card-ink)" />
        </>
      );
    case 'ghost':
      return <Sheet stroke="var(--line-strong)" strokeWidth={1.5} dashed />;
    case 'mirror':
      return <Icon path={signIcons.mirror} colour="var(--ink-2)" />;
  }
}

const iconScale = 15 / 256;

const Icon = ({ path, colour }: { readonly path: string; readonly colour: string }) => (
  <path d={path} fill={colour} transform={`translate(${width / 2 - 7.5} ${height / 2 - 7.5}) scale(${iconScale})`} />
);

/** Sets the words into the room there is: the longest of the four languages is a short word. */
function Words({ text, colour }: { readonly text: string; readonly colour: string }) {
  const size = Math.min(11, 52 / text.length);
  return (
    <text
      x={width / 2}
      y={height / 2}
      fontSize={size}
      fontWeight={700}
      textAnchor="middle"
      dominantBaseline="central"
      fill={colour}
    >
      {text}
    </text>
  );
}

type ValueSign = Pick<Extract<LegendSign, { type: 'value' }>, 'field' | 'value'>;

function ValueMark({ field, value }: ValueSign) {
  const { language } = useMethod();
  if (field === 'engagement') {
    const isActive = value === 'active';
    const colour = 'var(--impact-edge)';
    return <circle cx={22} cy={13} r={6} fill={isActive ? colour : 'none'} stroke={colour} strokeWidth={2.5} />;
  }
  if (field === 'org_type')
    return (
      <>
        <Sheet fill="var(--actor-paper)" stroke="var(--actor-edge)" strokeWidth={1.5} />
        <Words text={String(value)} colour="var(--actor-edge)" />
      </>
    );
  const words: Readonly<Record<string, Text>> = valueWords[field as ChoiceName] ?? {};
  return <Words text={words[String(value)]?.[language] ?? ''} colour="var(--ink)" />;
}

const ends = { from: { x: -4, y: 11, w: 4, h: 4 }, to: { x: 130, y: 11, w: 4, h: 4 } };

const lineScale = 0.32;

/** Drawn as the board draws it, at a third of its size. */
function LineMark({ sign }: { readonly sign: Extract<LegendSign, { type: 'line' }> }) {
  const { kind, tie = 'collaboration', state = 'working', strength = 2 } = sign;
  const place = { frameId: null, layout: null };
  const route = createRouter(
    [
      { ...place, cardId: 'from', box: ends.from },
      { ...place, cardId: 'to', box: ends.to },
    ],
    [{ id: 'line', from: 'from', to: 'to', kind, tie, state, strength, direction: 'one-way', order: '' }],
  )('line');
  return route === null ? null : (
    <g transform={`translate(1.5 ${height / 2 - 13 * lineScale}) scale(${lineScale})`}>
      <DrawRoute route={route} ink={canvasInk} />
    </g>
  );
}
