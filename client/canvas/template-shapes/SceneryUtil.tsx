import type { ReactElement } from 'react';
import { type Geometry2d, Rectangle2d, ShapeUtil, type TLBaseShape } from 'tldraw';

type Scenery = TLBaseShape<string, { w: number; h: number }>;

/** What belongs to the sheet and not to anybody's hand: it is looked at, not touched. */
export abstract class SceneryUtil<Shape extends Scenery> extends ShapeUtil<Shape> {
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

  override indicator({ props }: Shape): ReactElement {
    return <rect width={props.w} height={props.h} />;
  }
}
