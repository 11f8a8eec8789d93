import { type ReactElement, useId } from 'react';
import { Words } from '../template-shapes/drawings.tsx';
import type { Ink } from '../template-shapes/paint.ts';
import { type FaceLayout, outlineOf, type Patch, placeOf, roundCorners, stripesOf } from './face-layout.ts';
import { iconSize } from './icons.ts';

/** A face for print: the same layout, every attribute spelt out, words as words. */
export function FaceSvg({ layout, ink }: { readonly layout: FaceLayout; readonly ink: Ink }): ReactElement {
  const { w, h, sheet, patches, icons, texts } = layout;
  const { fill, stripe, rule, radius } = sheet;
  // The line lies within the box, as a border does.
  const half = (rule?.width ?? 0) / 2;
  const outline = outlineOf({ x: half, y: half, w: w - 2 * half, h: h - 2 * half, radii: roundCorners(radius - half) });
  const clipId = useId();
  return (
    <>
      {fill !== null && <path d={outline} fill={ink(fill)} stroke="none" />}
      {stripe !== null && (
        <>
          <clipPath id={clipId}>
            <path d={outline} />
          </clipPath>
          <path d={stripesOf(w, h)} fill={ink(stripe)} stroke="none" clipPath={`url(#${clipId})`} />
        </>
      )}
      {rule !== null && (
        <path
          d={outline}
          fill="none"
          stroke={ink(rule.colour)}
          strokeWidth={rule.width}
          strokeDasharray={rule.dashed ? `${4 * rule.width} ${3 * rule.width}` : 'none'}
        />
      )}
      {patches.map((patch) => (
        <PatchPath key={placeOf(patch)} patch={patch} ink={ink} />
      ))}
      {icons.map(({ path, x, y, size, colour }) => (
        <path
          key={`${x} ${y}`}
          d={path}
          transform={`translate(${x} ${y}) scale(${size / iconSize})`}
          fill={ink(colour)}
          stroke="none"
        />
      ))}
      {texts.map(({ block, space, colour }) => (
        <Words key={placeOf(space)} block={block} colour={colour} ink={ink} />
      ))}
    </>
  );
}

function PatchPath({ patch, ink }: { readonly patch: Patch; readonly ink: Ink }): ReactElement {
  const { x, y, w, h, fill, stroke, radii } = patch;
  const half = (stroke?.width ?? 0) / 2;
  return (
    <path
      d={outlineOf({ x: x + half, y: y + half, w: w - 2 * half, h: h - 2 * half, radii })}
      fill={fill === null ? 'none' : ink(fill)}
      stroke={stroke === null ? 'none' : ink(stroke.colour)}
      strokeWidth={stroke?.width ?? 0}
    />
  );
}
