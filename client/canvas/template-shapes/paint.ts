import type { Tone, ZoneRole } from '../../../shared/board/template-shapes.ts';

/**
 * Design tokens that template shapes and cards use, light and dark. On the canvas they are CSS variables and follow the theme by
 * themselves; a printed page has no variables, so their values stand here too. A test holds them against tokens.css.
 */
export const tokenValues = {
  panel: ['#FFFFFF', '#1E2725'],
  frame: ['#FBFBF8', '#18201E'],
  sunk: ['#F1F0EA', '#151C1B'],
  hover: ['#E9E8E0', '#2B3633'],
  line: ['#DEDCD2', '#333F3C'],
  'line-strong': ['#85857A', '#7C8A86'],
  ink: ['#1C2826', '#EDF1EE'],
  'ink-2': ['#46524F', '#BFC9C5'],
  pine: ['#175C4C', '#7CCBB0'],
  'pine-soft': ['#DCEBE3', '#20413A'],
  'pine-ink': ['#0F4639', '#A5E0CC'],
  'cause-paper': ['#F8EBCF', '#3A3020'],
  'cause-edge': ['#976410', '#D9A550'],
  'effect-paper': ['#FBE1D8', '#3F2A25'],
  'effect-edge': ['#B9472C', '#E88C72'],
  'actor-paper': ['#E1EBF4', '#22323F'],
  'actor-edge': ['#396C96', '#7FB0D9'],
  'impact-paper': ['#DDEFD9', '#22361F'],
  'impact-edge': ['#39793B', '#80BE7D'],
  'lesson-paper': ['#EBE4F4', '#322A3F'],
  'lesson-edge': ['#74559C', '#B598DC'],
  'kpi-paper': ['#D8EDEC', '#1B3636'],
  'kpi-edge': ['#1A7677', '#67BDBD'],
  'action-paper': ['#FBF4B8', '#38340F'],
  'action-edge': ['#7E6E00', '#CBBB45'],
  'criterion-paper': ['#E7E9E8', '#2C3432'],
  'criterion-edge': ['#56625F', '#9DAAA6'],
  'decision-paper': ['#FFFFFF', '#101615'],
  'decision-edge': ['#175C4C', '#7CCBB0'],
  voice: ['#A8325A', '#F58FB0'],
  'voice-soft': ['#FBE3EA', '#47202E'],
  'ink-3': ['#5E6865', '#9EAAA6'],
  'on-pine': ['#FFFFFF', '#0B231C'],
  'card-ink': ['#1C2826', '#EFF2EE'],
  'card-ink-2': ['#47524F', '#C3CCC8'],
  'problem-paper': ['#143F35', '#D9EBE2'],
  'problem-edge': ['#F0B429', '#F0B429'],
  'problem-ink': ['#FFFFFF', '#0F2A22'],
  'problem-ink-2': ['#CFE0D8', '#33544A'],
  'on-voice': ['#FFFFFF', '#33000F'],
  vote: ['#1C2826', '#EFF2EE'],
  'org-1': ['#1C3DA1', '#7ABDFE'],
  'org-2': ['#C8690E', '#F49447'],
  'org-3': ['#437A63', '#A5E2AE'],
  'org-4': ['#6B3A51', '#C16C78'],
  'org-5': ['#8C5704', '#F4C958'],
  'org-6': ['#695894', '#E8D4FE'],
  'org-7': ['#1F8CB2', '#3892B4'],
  'org-8': ['#241B6C', '#9487FE'],
  'org-9': ['#314900', '#6A870F'],
  'org-10': ['#3E2318', '#B7A59C'],
  'on-org': ['#FFFFFF', '#0C1211'],
  'on-org-light': ['#101816', '#0C1211'],
} as const;
export type Token = keyof typeof tokenValues;

/** A token, or a share of it over the colour of a frame. */
export interface Colour {
  readonly token: Token;
  readonly percent?: number;
}
export interface Paint {
  readonly paper: Colour;
  readonly line: Colour;
  readonly ink: Colour;
}

/** Turns a colour into what an SVG attribute takes. */
export type Ink = (colour: Colour) => string;

export const canvasInk: Ink = ({ token, percent }) =>
  percent === undefined ? `var(--${token})` : `color-mix(in srgb, var(--${token}) ${percent}%, var(--frame))`;

/** Colours are mixed once: a canvas asks for those of a thousand cards in every frame. */
const inks = [0, 1].map((theme): Ink => {
  const mixed = new Map<Token, Map<number, string>>();
  return ({ token, percent = 100 }) => {
    const shares = mixed.get(token) ?? new Map<number, string>();
    let colour = shares.get(percent);
    if (colour === undefined) {
      colour = mix(tokenValues[token][theme as 0 | 1], tokenValues.frame[theme as 0 | 1], percent / 100);
      mixed.set(token, shares.set(percent, colour));
    }
    return colour;
  };
}) as [Ink, Ink];

export const printInk = (isDarkMode: boolean): Ink => inks[isDarkMode ? 1 : 0];

function mix(colour: string, under: string, share: number): string {
  const channel = (at: number): string => {
    const [a, b] = [colour, under].map((hex) => Number.parseInt(hex.slice(at, at + 2), 16)) as [number, number];
    return Math.round(a * share + b * (1 - share))
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}

const of = (token: Token, percent?: number): Colour => (percent === undefined ? { token } : { token, percent });
const kind = (name: 'cause' | 'effect' | 'actor' | 'impact' | 'lesson' | 'kpi' | 'action' | 'criterion'): Paint => ({
  paper: of(`${name}-paper`),
  line: of(`${name}-edge`),
  ink: of(`${name}-edge`),
});

export const toneColours: Readonly<Record<Tone, Paint>> = {
  ink: { paper: of('panel'), line: of('ink'), ink: of('ink') },
  muted: { paper: of('panel'), line: of('line-strong'), ink: of('ink-2') },
  line: { paper: of('panel'), line: of('line-strong', 45), ink: of('ink-2') },
  plain: { paper: of('panel'), line: of('line-strong', 45), ink: of('ink') },
  head: { paper: of('hover'), line: of('hover'), ink: of('ink') },
  locked: { paper: of('hover'), line: of('line-strong'), ink: of('ink') },
  result: { paper: of('decision-paper'), line: of('decision-edge'), ink: of('ink') },
  voice: { paper: of('voice-soft'), line: of('voice'), ink: of('voice') },
  problem: { paper: of('pine-soft'), line: of('pine'), ink: of('pine-ink') },
  cause: { ...kind('cause'), ink: of('ink') },
  effect: kind('effect'),
  actor: kind('actor'),
  impact: kind('impact'),
  lesson: kind('lesson'),
  kpi: kind('kpi'),
  action: kind('action'),
  criterion: kind('criterion'),
};

/** Cards are the loudest thing on a board: a zone of a card's kind has only a breath of its colour. */
const breath = (name: 'cause' | 'effect' | 'actor' | 'impact'): Paint & { readonly lineWidth: number } => ({
  paper: of(`${name}-paper`, 55),
  line: of(`${name}-edge`, 55),
  ink: of('ink'),
  lineWidth: 2,
});

export const roleColours: Readonly<Record<ZoneRole, Paint & { readonly lineWidth: number }>> = {
  work: { paper: of('sunk'), line: of('line-strong', 35), ink: of('ink'), lineWidth: 2 },
  locked: { paper: of('hover'), line: of('line-strong'), ink: of('ink'), lineWidth: 2 },
  result: { paper: of('decision-paper'), line: of('decision-edge'), ink: of('ink'), lineWidth: 3 },
  affected: { paper: of('voice-soft'), line: of('voice'), ink: of('voice'), lineWidth: 2 },
  generated: { paper: of('panel'), line: of('line-strong', 35), ink: of('ink'), lineWidth: 2 },
  problem: { paper: of('pine-soft', 70), line: of('pine', 70), ink: of('ink'), lineWidth: 2 },
  cause: breath('cause'),
  effect: breath('effect'),
  keep: breath('impact'),
  change: breath('cause'),
  stop: breath('effect'),
  start: breath('actor'),
};

export const promptInk = of('ink-2');
export const rule = of('line-strong', 45);
/** The four steps of the method, 1 to 4. */
export const stepColours: readonly Colour[] = [of('kpi-edge'), of('actor-edge'), of('cause-edge'), of('lesson-edge')];
