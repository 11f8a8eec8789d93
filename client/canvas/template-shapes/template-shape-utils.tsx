import type { ReactElement } from 'react';
import { Ellipse2d, type Geometry2d } from 'tldraw';
import {
  type HeadingShape,
  headingProps,
  type LabelShape,
  labelProps,
  type MarkShape,
  markProps,
  type ZoneShape,
  zoneProps,
} from '../../../shared/board/template-shapes.ts';
import { drawHeading, drawLabel, drawMark, drawZone } from './drawings.tsx';
import { TemplateShapeUtil } from './TemplateShapeUtil.tsx';

class HeadingShapeUtil extends TemplateShapeUtil<HeadingShape> {
  static override type = 'heading' as const;
  static override props = headingProps;
  override draw = drawHeading;

  override getDefaultProps(): HeadingShape['props'] {
    return { w: 1600, h: 88, step: 1, title: '', question: '', chips: [], titleSize: 34, questionSize: 21 };
  }
}

class ZoneShapeUtil extends TemplateShapeUtil<ZoneShape> {
  static override type = 'zone' as const;
  static override props = zoneProps;
  override draw = drawZone;

  override getDefaultProps(): ZoneShape['props'] {
    return {
      ...{ w: 480, h: 320, form: 'rectangle', role: 'work', sign: 'none', head: 'none', headWidth: 0 },
      ...{ title: '', prompt: '', titleSize: 22, promptSize: 17 },
    };
  }

  override getGeometry(shape: ZoneShape): Geometry2d {
    if (shape.props.form === 'rectangle') return super.getGeometry(shape);
    return new Ellipse2d({ width: shape.props.w, height: shape.props.h, isFilled: true });
  }

  override indicator(shape: ZoneShape): ReactElement {
    const { w, h, form } = shape.props;
    return form === 'rectangle' ? super.indicator(shape) : <ellipse cx={w / 2} cy={h / 2} rx={w / 2} ry={h / 2} />;
  }
}

class LabelShapeUtil extends TemplateShapeUtil<LabelShape> {
  static override type = 'label' as const;
  static override props = labelProps;
  override draw = drawLabel;

  override getDefaultProps(): LabelShape['props'] {
    return { w: 200, h: 30, text: '', size: 20, weight: 500, align: 'left', tone: 'ink', plate: 'none' };
  }
}

class MarkShapeUtil extends TemplateShapeUtil<MarkShape> {
  static override type = 'mark' as const;
  static override props = markProps;
  override draw = drawMark;

  override getDefaultProps(): MarkShape['props'] {
    return { w: 100, h: 100, path: '', tone: 'line', fill: 'none', strokeWidth: 2, dash: 'solid' };
  }
}

/** To be handed to the editor and, as they are, to the store's schema. */
export const templateShapeUtils = [HeadingShapeUtil, ZoneShapeUtil, LabelShapeUtil, MarkShapeUtil] as const;
