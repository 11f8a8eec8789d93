import type { ReactElement } from 'react';
import type { Box } from '../../../shared/method/template.ts';
import type { CardMark, DiscMark, Mark, PathMark, Picture, TextMark } from '../../../shared/method/views/picture.ts';
import { type Surface, Words } from '../template-shapes/drawings.tsx';
import { toneColours } from '../template-shapes/paint.ts';
import { FaceSvg } from './FaceSvg.tsx';
import type { FaceContent } from './face-content.ts';
import { fitText, scaleOf } from './face-layout.ts';
import { layoutFace } from './layout-face.ts';
import { tightLetters } from './layout-structured.ts';

export interface PictureSurface extends Surface {
  /** Text never shrinks below, in board units. */
  readonly floor: number;
  /** @returns null for a card that is gone */
  contentOf(cardId: string): FaceContent | null;
}

interface DrawPictureProps {
  readonly picture: Picture;
  readonly surface: PictureSurface;
  /** A click on a card drawn small or on words about some cards; not in print. @returns whether the click is taken */
  readonly onShapes?: (ids: readonly string[]) => boolean;
}

export function DrawPicture({ picture, surface, onShapes }: DrawPictureProps): ReactElement {
  return (
    <>
      {picture.map((mark, index) => {
        // Marks have no names: a picture is drawn anew as a whole.
        const key = `${index}`;
        return <DrawMark key={key} mark={mark} surface={surface} {...(onShapes !== undefined && { onShapes })} />;
      })}
    </>
  );
}

interface DrawMarkProps extends Pick<DrawPictureProps, 'surface' | 'onShapes'> {
  readonly mark: Mark;
}

function DrawMark({ mark, surface, onShapes }: DrawMarkProps): ReactElement | null {
  switch (mark.type) {
    case 'path':
      return <DrawPath mark={mark} surface={surface} />;
    case 'disc':
      return <DrawDisc mark={mark} surface={surface} />;
    case 'text':
      return <DrawText mark={mark} surface={surface} {...(onShapes !== undefined && { onShapes })} />;
    case 'card':
      return <DrawCard mark={mark} surface={surface} {...(onShapes !== undefined && { onShapes })} />;
  }
}

interface DrawProps<Kind extends Mark> {
  readonly mark: Kind;
  readonly surface: PictureSurface;
}

interface DrawTakenProps<Kind extends Mark> extends DrawProps<Kind>, Pick<DrawPictureProps, 'onShapes'> {}

function fillOf({ tone, fill }: PathMark | DiscMark, { ink }: Surface): string {
  const { paper, line } = toneColours[tone];
  switch (fill) {
    case 'none':
      return 'none';
    case 'paper':
      return ink(paper);
    case 'solid':
      return ink(line);
  }
}

function DrawPath({ mark, surface }: DrawProps<PathMark>): ReactElement {
  const { path, tone, strokeWidth, dash } = mark;
  const dashes = { solid: 'none', dashed: `${6 * strokeWidth} ${4 * strokeWidth}`, dotted: `0 ${2.5 * strokeWidth}` };
  return (
    <path
      d={path}
      fill={fillOf(mark, surface)}
      stroke={strokeWidth === 0 ? 'none' : surface.ink(toneColours[tone].line)}
      strokeWidth={strokeWidth}
      strokeDasharray={dashes[dash]}
      strokeLinecap={dash === 'dashed' ? 'butt' : 'round'}
      strokeLinejoin="round"
    />
  );
}

function DrawDisc({ mark, surface }: DrawProps<DiscMark>): ReactElement {
  const { x, y, r, tone, strokeWidth } = mark;
  return (
    <circle
      cx={x}
      cy={y}
      r={r}
      fill={fillOf(mark, surface)}
      stroke={strokeWidth === 0 ? 'none' : surface.ink(toneColours[tone].line)}
      strokeWidth={strokeWidth}
    />
  );
}

const textLeading = 1.2;

function DrawText({ mark, surface, onShapes }: DrawTakenProps<TextMark>): ReactElement {
  const { box, text, size, weight, align, tone, ink, about = [] } = mark;
  const { paper, ink: toneInk } = toneColours[tone];
  const face = weight === 700 ? 'strong' : 'text';
  const options = { space: box, face, size, floor: surface.floor, leading: textLeading, align, middle: true } as const;
  const { block, colour } = fitText(text, { ...options, colour: ink === 'tone' ? toneInk : paper }, surface.measureIn);
  const drawn = <Words block={block} colour={colour} ink={surface.ink} />;
  if (about.length === 0 || onShapes === undefined) return drawn;
  return (
    <>
      {drawn}
      <g transform={`translate(${box.x} ${box.y})`}>
        <Target box={box} onPress={() => onShapes(about)} />
      </g>
    </>
  );
}

function DrawCard({
  mark: { box, cardId, textSize },
  surface,
  onShapes,
}: DrawTakenProps<CardMark>): ReactElement | null {
  const content = surface.contentOf(cardId);
  if (content === null) return null;
  // A card too low for a foot keeps its words.
  const low = box.h < tightLetters * scaleOf(textSize).small;
  const face = content.kind === 'actor' || low ? 'compact' : 'node';
  const layout = layoutFace(content, { w: box.w, h: box.h, face, textSize }, 'full', surface.measureIn);
  return (
    <g transform={`translate(${box.x} ${box.y})`}>
      <FaceSvg layout={layout} ink={surface.ink} />
      {onShapes !== undefined && <Target box={box} onPress={() => onShapes([cardId])} />}
    </g>
  );
}

/** Takes the press itself: the canvas would look for what lies under the picture. */
function Target({ box: { w, h }, onPress }: { readonly box: Box; readonly onPress: () => boolean }): ReactElement {
  return (
    <rect
      width={w}
      height={h}
      fill="transparent"
      style={{ pointerEvents: 'all', cursor: 'pointer' }}
      onPointerDown={(event) => {
        // Any other button moves the board.
        if (event.button === 0 && onPress()) event.stopPropagation();
      }}
    />
  );
}
