import type { ReactElement } from 'react';
import { type Geometry2d, Rectangle2d, ShapeUtil, SVGContainer, type SvgExportContext } from 'tldraw';
import type { TemplateShape } from '../../../shared/board/template-shapes.ts';
import type { Surface } from './drawings.tsx';
import { measureIn, templateFonts, useArrivedFonts } from './fonts.ts';
import { canvasInk, printInk } from './paint.ts';

/** What all template shapes share: they are scenery, drawn as one SVG and not to be touched. */
export abstract class TemplateShapeUtil<Shape extends TemplateShape> extends ShapeUtil<Shape> {
  /** Draws into the shape's own coordinates, alike for canvas and print. */
  abstract draw(shape: Shape, surface: Surface): ReactElement;

  override canEdit(): boolean {
    return false;
  }
  override canResize(): boolean {
    return false;
  }
  override canBind(): boolean {
    return false;
  }
  override canSnap(): boolean {
    return false;
  }
  override canTabTo(): boolean {
    return false;
  }
  override hideResizeHandles(): boolean {
    return true;
  }
  override hideRotateHandle(): boolean {
    return true;
  }
  override hideSelectionBoundsBg(): boolean {
    return true;
  }
  override hideSelectionBoundsFg(): boolean {
    return true;
  }

  override getGeometry({ props }: Shape): Geometry2d {
    return new Rectangle2d({ width: Math.max(1, props.w), height: Math.max(1, props.h), isFilled: true });
  }

  override component(shape: Shape): ReactElement {
    return (
      <SVGContainer>
        <Drawn draw={this.draw} shape={shape} />
      </SVGContainer>
    );
  }

  override indicator({ props }: Shape): ReactElement {
    return <rect width={props.w} height={props.h} />;
  }

  override async toSvg(shape: Shape, { isDarkMode }: SvgExportContext): Promise<ReactElement> {
    await templateFonts();
    return this.draw(shape, { measureIn, ink: printInk(isDarkMode) });
  }
}

function Drawn<Shape extends TemplateShape>(props: {
  draw: TemplateShapeUtil<Shape>['draw'];
  shape: Shape;
}): ReactElement {
  useArrivedFonts();
  return props.draw(props.shape, { measureIn, ink: canvasInk });
}
