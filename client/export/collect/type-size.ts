import { FONT_SIZES, LABEL_FONT_SIZES, type TLShape } from 'tldraw';
import type { BoardShape } from '../../../shared/board/read-board.ts';

/** Size of the letters that most of a shape is set in, in board units; null for what is no text first of all. */
export function typeSizeOf(tldrawShape: TLShape): number | null {
  const shape = tldrawShape as BoardShape;
  switch (shape.type) {
    case 'card':
    case 'mirror':
      return shape.props.textSize;
    case 'note':
      return (shape.props.fontSizeAdjustment || LABEL_FONT_SIZES[shape.props.size]) * shape.props.scale;
    case 'geo':
      return LABEL_FONT_SIZES[shape.props.size] * shape.props.scale;
    case 'text':
      return FONT_SIZES[shape.props.size] * shape.props.scale;
    case 'heading':
      return shape.props.titleSize;
    case 'zone':
      return shape.props.title === '' ? null : shape.props.titleSize;
    case 'label':
      return shape.props.size;
    case 'arrow':
    case 'bookmark':
    case 'draw':
    case 'embed':
    case 'frame':
    case 'group':
    case 'highlight':
    case 'image':
    case 'line':
    case 'mark':
    case 'relation':
    case 'video':
    case 'view':
      return null;
  }
}
