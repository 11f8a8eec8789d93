import type { ReactElement } from 'react';
import { SVGContainer, type SvgExportContext } from 'tldraw';
import type { TemplateShape } from '../../../shared/board/template-shapes.ts';
import type { Surface } from './drawings.tsx';
import { measureIn, templateFonts, useArrivedFonts } from './fonts.ts';
import { canvasInk, printInk } from './paint.ts';
import { SceneryUtil } from './SceneryUtil.tsx';

/** What all template shapes share: they are scenery, drawn as one SVG. */
export abstract class TemplateShapeUtil<Shape extends TemplateShape> extends SceneryUtil<Shape> {
  /** Draws into the shape's own coordinates, alike for canvas and print. */
  abstract draw(shape: Shape, surface: Surface): ReactElement;

  override component(shape: Shape): ReactElement {
    return (
      <SVGContainer>
        <Drawn draw={this.draw} shape={shape} />
      </SVGContainer>
    );
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
