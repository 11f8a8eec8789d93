import type { ReactElement } from 'react';
import { toRichText } from 'tldraw';
import { type CardShape, cardShapeSchemas } from '../../../shared/board/card-shapes.ts';
import { FaceDom } from './FaceDom.tsx';
import { FacedShapeUtil } from './FacedShapeUtil.tsx';
import { faceOf } from './face-of.ts';
import { TitleEditor } from './TitleEditor.tsx';

export class CardShapeUtil extends FacedShapeUtil<CardShape> {
  static override type = 'card' as const;
  static override props = cardShapeSchemas.card.props;
  static override migrations = cardShapeSchemas.card.migrations;

  override getDefaultProps(): CardShape['props'] {
    return {
      ...{ w: 280, h: 160, face: 'card', textSize: 20, pinned: false },
      ...{ kind: 'idea', richText: toRichText(''), fields: {}, placeholder: '' },
    };
  }

  override canEdit(): boolean {
    return true;
  }

  override component(shape: CardShape): ReactElement | null {
    const face = faceOf(this.editor, shape.id);
    if (face === null) return null;
    const { layout, isEditing } = face;
    return (
      <FaceDom layout={layout} withoutTitle={isEditing}>
        {isEditing ? <TitleEditor shape={shape} slot={layout.title} inset={layout.sheet.rule?.width ?? 0} /> : null}
      </FaceDom>
    );
  }
}
