import type { ReactElement } from 'react';
import { createShapeId } from 'tldraw';
import { cardShapeSchemas, type MirrorShape } from '../../../shared/board/card-shapes.ts';
import { FaceDom } from './FaceDom.tsx';
import { FacedShapeUtil } from './FacedShapeUtil.tsx';
import { faceOf } from './face-of.ts';

/** A card's second place: its face there. Moving the card draws nothing here. */
export class MirrorShapeUtil extends FacedShapeUtil<MirrorShape> {
  static override type = 'mirror' as const;
  static override props = cardShapeSchemas.mirror.props;
  static override migrations = cardShapeSchemas.mirror.migrations;

  override getDefaultProps(): MirrorShape['props'] {
    return { w: 280, h: 160, face: 'card', textSize: 20, pinned: false, of: createShapeId() };
  }

  override canEdit(): boolean {
    return false;
  }

  override component({ id }: MirrorShape): ReactElement | null {
    const face = faceOf(this.editor, id);
    return face && <FaceDom layout={face.layout} withoutTitle={false} />;
  }
}
