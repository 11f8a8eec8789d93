import type { ReactElement } from 'react';
import {
  BaseBoxShapeUtil,
  type Editor,
  resizeBox,
  type SvgExportContext,
  type TLResizeInfo,
  type TLShapePartial,
} from 'tldraw';
import { papers } from '../../../shared/method/template.ts';
import { kindWords } from '../../../shared/method/words/kinds.ts';
import { templateFonts } from '../template-shapes/fonts.ts';
import { printInk } from '../template-shapes/paint.ts';
import { FaceSvg } from './FaceSvg.tsx';
import { clusterName, contentOf, type FacedShape, printedFace } from './face-of.ts';
import { faceWords } from './face-words.ts';
import { surroundingsOf } from './surroundings.ts';

/** Smallest size to which a card can be drawn, in board units. */
const smallest = { minWidth: 120, minHeight: 60 } as const;
/** The least that is read on a printed A3 sheet, in board units. */
const largeSheetTextMin = 22;

/** What a card and a second place of one share: a face in a box that can be moved and drawn larger, not turned. */
export abstract class FacedShapeUtil<Shape extends FacedShape> extends BaseBoxShapeUtil<Shape> {
  override hideRotateHandle(): boolean {
    return true;
  }

  /** Turned with others it stays as it is. */
  override onRotate({ id, type, x, y, rotation }: Shape): TLShapePartial<Shape> {
    return { id, type, x, y, rotation } as TLShapePartial<Shape>;
  }

  override onResize(shape: Shape, info: TLResizeInfo<Shape>): ReturnType<BaseBoxShapeUtil<Shape>['onResize']> {
    return resizeBox(shape, info, smallest);
  }

  override getText({ id }: Shape): string {
    return contentOf(this.editor, id)?.title ?? '';
  }

  override getAriaDescriptor({ id }: Shape): string | undefined {
    const content = contentOf(this.editor, id);
    if (content === null) return undefined;
    const { language } = surroundingsOf(this.editor).get();
    const cluster = clusterName(this.editor, id);
    const words = `${kindWords[content.kind].name[language]}: ${content.title || content.invitation}`;
    return cluster === null ? words : `${words}, ${faceWords.cluster[language]} ${cluster}`;
  }

  override indicator({ props }: Shape): ReactElement {
    return <rect width={props.w} height={props.h} rx={8} />;
  }

  override async toSvg(shape: Shape, { isDarkMode }: SvgExportContext): Promise<ReactElement | null> {
    await templateFonts();
    const content = contentOf(this.editor, shape.id);
    // Nobody has written into it: pages leave the card out, and so they do its second places.
    if (shape.type === 'mirror' && content?.invitation !== '') return null;
    const textMin = isOnLargeSheet(this.editor, shape) ? largeSheetTextMin : 0;
    const layout = printedFace(this.editor, shape, textMin);
    return layout && <FaceSvg layout={layout} ink={printInk(isDarkMode)} />;
  }
}

function isOnLargeSheet(editor: Editor, shape: FacedShape): boolean {
  const middle = editor.getShapePageBounds(shape.id)?.center;
  if (middle === undefined) return false;
  return editor.getCurrentPageShapes().some((candidate) => {
    if (candidate.type !== 'frame') return false;
    const bounds = editor.getShapePageBounds(candidate);
    return bounds !== undefined && bounds.w >= papers.A3.w && bounds.containsPoint(middle);
  });
}
