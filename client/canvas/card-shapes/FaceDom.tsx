import type { CSSProperties, ReactElement } from 'react';
import { faces, fontStack } from '../template-shapes/fonts.ts';
import { canvasInk } from '../template-shapes/paint.ts';
import styles from './FaceDom.module.css';
import { type FaceLayout, type FaceText, type Patch, type PlacedIcon, placeOf, type Sheet } from './face-layout.ts';
import { iconSize } from './icons.ts';

interface FaceDomProps {
  readonly layout: FaceLayout;
  /** The title is being written: its words stand in the text editor. */
  readonly withoutTitle: boolean;
  readonly children?: ReactElement | null;
}

/**
 * A face as few flat elements: one box with lines broken beforehand, nothing measured, clipped or shadowed. That, and not
 * React, is what a thousand cards cost.
 */
export function FaceDom({ layout, withoutTitle, children }: FaceDomProps): ReactElement {
  const { w, h, sheet, patches, icons, texts, title } = layout;
  // What is placed inside counts from within the line around the paper.
  const inset = sheet.rule?.width ?? 0;
  return (
    <div className={styles.card} style={{ width: w, height: h, ...sheetStyle(sheet) }} data-card-face>
      {patches.map((patch) => (
        <i key={placeOf(patch)} style={patchStyle(patch, inset)} />
      ))}
      {icons.map((icon) => (
        <Icon key={`${icon.x} ${icon.y}`} icon={icon} inset={inset} />
      ))}
      {texts.map((text) =>
        withoutTitle && text === title.text ? null : (
          <span key={placeOf(text.space)} style={textStyle(text, inset)}>
            {text.block.lines.map((line) => line.text).join('\n')}
          </span>
        ),
      )}
      {children}
    </div>
  );
}

function sheetStyle({ fill, stripe, rule, radius }: Sheet): CSSProperties {
  const paper = fill === null ? 'transparent' : canvasInk(fill);
  const hatched =
    stripe === null ? paper : `repeating-linear-gradient(135deg, ${paper} 0 7px, ${canvasInk(stripe)} 7px 14px)`;
  return {
    background: hatched,
    borderRadius: radius,
    ...(rule !== null && { border: `${rule.width}px ${rule.dashed ? 'dashed' : 'solid'} ${canvasInk(rule.colour)}` }),
  };
}

function patchStyle({ x, y, w, h, fill, stroke, radii }: Patch, inset: number): CSSProperties {
  return {
    ...{ left: x - inset, top: y - inset, width: w, height: h },
    ...(fill !== null && { background: canvasInk(fill) }),
    ...(stroke !== null && { border: `${stroke.width}px solid ${canvasInk(stroke.colour)}` }),
    ...(radii.some((radius) => radius > 0) && {
      borderRadius: `${radii.map((radius) => `${radius}px`).join(' ')} / ${radii.map((radius) => `${Math.min(radius, h)}px`).join(' ')}`,
    }),
  };
}

function Icon({ icon: { path, x, y, size, colour }, inset }: { icon: PlacedIcon; inset: number }): ReactElement {
  return (
    <svg
      viewBox={`0 0 ${iconSize} ${iconSize}`}
      style={{ left: x - inset, top: y - inset, width: size, height: size, fill: canvasInk(colour) }}
      aria-hidden="true"
    >
      <path d={path} />
    </svg>
  );
}

function textStyle({ block, space, align, colour }: FaceText, inset: number): CSSProperties {
  const { weight, style } = faces[block.face];
  return {
    ...{ left: space.x - inset, top: block.top - inset },
    ...(align !== 'left' && { width: space.w, textAlign: align }),
    ...{ fontFamily: fontStack(block.face), fontSize: block.size, fontWeight: weight, fontStyle: style },
    lineHeight: `${block.height / Math.max(1, block.lines.length)}px`,
    color: canvasInk(colour),
  };
}
