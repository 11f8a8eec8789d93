import { type ReactElement, useEffect, useState } from 'react';
import { type Atom, type Editor, isShapeId, SVGContainer, type SvgExportContext, useEditor, useValue } from 'tldraw';
import { cardShapeSchemas, type ViewShape } from '../../../shared/board/card-shapes.ts';
import type { BoardView } from '../../../shared/method/board-view.ts';
import type { Template } from '../../../shared/method/template.ts';
import { showShape } from '../frames.ts';
import { measureIn, templateFonts, useArrivedFonts } from '../template-shapes/fonts.ts';
import { canvasInk, type Ink, printInk } from '../template-shapes/paint.ts';
import { SceneryUtil } from '../template-shapes/SceneryUtil.tsx';
import { boardViewOf } from './board-view.ts';
import { drawing, loadDrawing } from './draw-view.ts';
import { contentOf } from './face-of.ts';
import { followBoard } from './paced-view.ts';
import { DrawPicture, type PictureSurface } from './picture-drawing.tsx';
import { surroundingsOf } from './surroundings.ts';
import { pictureOf } from './view-picture.ts';
import { placeOfView, type ViewPlace } from './view-place.ts';

/** A picture of the board's cards, in a zone of its template. */
export class ViewShapeUtil extends SceneryUtil<ViewShape> {
  static override type = 'view' as const;
  static override props = cardShapeSchemas.view.props;
  static override migrations = cardShapeSchemas.view.migrations;

  override getDefaultProps(): ViewShape['props'] {
    return { w: 480, h: 320, view: 'table-cells' };
  }

  override component(shape: ViewShape): ReactElement | null {
    const { template } = surroundingsOf(this.editor).get();
    return template && <LiveView key={template.id} shape={shape} template={template} />;
  }

  override async toSvg(shape: ViewShape, { isDarkMode }: SvgExportContext): Promise<ReactElement | null> {
    const [draw] = await Promise.all([loadDrawing(), templateFonts()]);
    const { template } = surroundingsOf(this.editor).get();
    if (template === null) return null;
    const place = placeOfView(shape, template);
    const picture = pictureOf(this.editor, draw, shape, place, boardViewOf(this.editor, template).get());
    return picture && <DrawPicture picture={picture} surface={surfaceOf(this.editor, place, printInk(isDarkMode))} />;
  }
}

const surfaceOf = (editor: Editor, place: ViewPlace | null, ink: Ink): PictureSurface => ({
  measureIn,
  ink,
  floor: place?.frame.paper === 'A3' ? 22 : 16,
  contentOf: (cardId) => (isShapeId(cardId) ? contentOf(editor, cardId) : null),
});

interface LiveViewProps {
  readonly shape: ViewShape;
  readonly template: Template;
}

function LiveView({ shape, template }: LiveViewProps): ReactElement | null {
  const editor = useEditor();
  useArrivedFonts();
  const [board, setBoard] = useState<Atom<BoardView> | null>(null);
  useEffect(() => {
    // Without it the board is a board: the next look at it asks again.
    loadDrawing().catch(() => undefined);
    const { view, stop } = followBoard(editor, template);
    setBoard(view);
    return stop;
  }, [editor, template]);
  const place = placeOfView(shape, template);
  const picture = useValue('picture of the board', () => {
    const [view, draw] = [board?.get() ?? null, drawing.get()];
    return view && draw && pictureOf(editor, draw, shape, place, view);
  }, [editor, board, shape, template]);
  if (picture === null) return null;
  return (
    <SVGContainer>
      <DrawPicture
        picture={picture}
        surface={surfaceOf(editor, place, canvasInk)}
        onShapes={(ids) => isPressFor(editor, shape) && selectShapes(editor, ids)}
      />
    </SVGContainer>
  );
}

/** A pen and a hand may begin on the name of a cluster, as on everything that lies under cards; whoever holds space moves the board. */
const isPressFor = (editor: Editor, { props: { view } }: ViewShape): boolean =>
  !editor.inputs.isPanning && (view !== 'more' || editor.isIn('select'));

/** Where cards stand themselves: what is drawn here is no place of their own. @returns whether any are there */
function selectShapes(editor: Editor, ids: readonly string[]): boolean {
  const there = ids.filter(isShapeId).filter((id) => editor.getShape(id) !== undefined);
  const [first] = there;
  if (first === undefined) return false;
  editor.setCurrentTool('select');
  editor.select(...there);
  if (there.length === 1) showShape(editor, first);
  return true;
}
