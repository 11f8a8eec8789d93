import { TextShapeUtil, type TLTextShape } from 'tldraw';
import { record } from '../binding/tldraw-internals.ts';

/** tldraw's text. One that was emptied by writing goes as it does there, but undo brings it back with its words. */
export class OwnTextShapeUtil extends TextShapeUtil {
  override onEditEnd(shape: TLTextShape): void {
    record(this.editor, () => super.onEditEnd(shape));
  }
}
