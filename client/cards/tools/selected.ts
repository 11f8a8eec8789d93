import type { Editor, TLShapeId } from 'tldraw';
import type { CardShape, MirrorShape } from '../../../shared/board/card-shapes.ts';
import type { CardView, MirrorView } from '../../../shared/method/board-view.ts';
import type { Method } from '../method.ts';

export interface SelectedCard {
  readonly card: CardView;
  readonly shape: CardView['shape'] | MirrorView['shape'];
  readonly spot: CardView | MirrorView;
}

/** Cards that are selected, or that are shown by what is. */
export function selectedCards({ editor, view }: Pick<Method, 'editor' | 'view'>): readonly SelectedCard[] {
  const { cards, mirrors } = view.get();
  return editor.getSelectedShapeIds().flatMap((id): SelectedCard[] => {
    const card = cards.get(id);
    if (card !== undefined) return [{ card, shape: card.shape, spot: card }];
    const mirror = mirrors.find(({ shape }) => shape.id === id);
    return mirror === undefined ? [] : [{ card: mirror.card, shape: mirror.shape, spot: mirror }];
  });
}

/** The card that a shape is or shows. Reads that one alone, for what is asked at every picture. */
export function cardOf(editor: Editor, id: string): CardShape | undefined {
  const shape = editor.getShape(id as TLShapeId) as CardShape | MirrorShape | undefined;
  if (shape?.type === 'mirror') return cardOf(editor, shape.props.of);
  return shape?.type === 'card' ? shape : undefined;
}
