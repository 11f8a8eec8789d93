import { Children, cloneElement, isValidElement, type ReactElement, type ReactNode } from 'react';
import {
  Box,
  type Editor,
  getDefaultColorTheme,
  Mat,
  RichTextSVG,
  type RichTextSVGProps,
  type ShapeUtil,
  type SvgExportContext,
  type TLFrameShape,
  type TLNoteShape,
  type TLRenderingShape,
  type TLShape,
  type TLShapeId,
} from 'tldraw';

/** Part of tldraw's editor that its types keep to itself. */
interface Unordered {
  getUnorderedRenderingShapes(useEditorState: boolean): TLRenderingShape[];
}

/** Every shape of the page with its place in the order of drawing, in front and behind. */
export const renderingShapes = (editor: Editor): TLRenderingShape[] =>
  (editor as Editor & Unordered).getUnorderedRenderingShapes(false);

/** Told of a shape that only a box can stand for. */
export type Undrawable = (shape: TLShape) => void;

/**
 * Draws shapes, each once, as one SVG that is in the document until the next turn of the event loop: read it at once. Each shape is a
 * group with `data-shape` and `data-layer`, in board units, whatever theme and zoom the canvas has.
 */
export type RenderShapes = (shapes: readonly TLRenderingShape[]) => Promise<SVGSVGElement | null>;

/**
 * tldraw's own export of many notes takes seconds, because it writes the computed style of every text into it and embeds
 * every font. So it is given an editor whose shapes leave that out (tldraw 3.15.6; a test holds the two against each
 * other), and only the shapes of one batch to look at. One renderer serves all batches, since tldraw keeps what it has
 * measured by editor.
 */
export function createRenderer(editor: Editor, undrawable: Undrawable): RenderShapes {
  let batch: readonly TLRenderingShape[] = [];
  const exporting = exportingEditor(editor, () => batch, undrawable);
  return async (shapes) => {
    if (shapes.length === 0) return null;
    batch = shapes;
    const rendered = await editor.getSvgElement.call(
      exporting,
      shapes.map(({ id }) => id),
      // One unit of room suffices: what is outside is laid out all the same.
      { bounds: new Box(0, 0, 1, 1), padding: 0, background: false, darkMode: false },
    );
    return rendered?.svg ?? null;
  };
}

function exportingEditor(editor: Editor, batch: () => readonly TLRenderingShape[], undrawable: Undrawable): Editor {
  const replaced: Partial<Record<keyof Editor | keyof Unordered, unknown>> = {
    getUnorderedRenderingShapes: batch,
    getShapeAndDescendantIds: (ids: readonly TLShapeId[]) => new Set(ids),
    ...showInstead(editor, batch),
    // A frame alone would be taken for the paper and not drawn.
    isShapeOfType: (shape: TLShape, type: string) => type === 'group' && shape.type === 'group',
    getShapeUtil: (shape: TLShape) => exportingUtil(editor, editor.getShapeUtil(shape), undrawable),
    // Far out, tldraw draws dashes and ink more simply.
    getZoomLevel: () => 1,
    fonts: Object.create(editor.fonts, { getShapeFontFaces: { value: () => [] } }),
  };
  return new Proxy(editor, {
    get(target, name) {
      if (Object.hasOwn(replaced, name)) return replaced[name as keyof Editor];
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

/** Shapes that a page shows at another place and in another size than the board has them. */
function showInstead(editor: Editor, batch: () => readonly TLRenderingShape[]) {
  const instead = (shape: TLShape | TLShapeId): TLShape | undefined => {
    const id = typeof shape === 'string' ? shape : shape.id;
    const found = batch().find((each) => each.id === id)?.shape;
    return found === undefined || found === editor.getShape(id) ? undefined : found;
  };
  return {
    getShape: (shape: TLShape | TLShapeId) => instead(shape) ?? editor.getShape(shape),
    getShapePageTransform: (shape: TLShape | TLShapeId) => {
      const moved = instead(shape);
      return moved === undefined ? editor.getShapePageTransform(shape) : Mat.Translate(moved.x, moved.y);
    },
    getShapeMask: (shape: TLShape | TLShapeId) =>
      instead(shape) === undefined ? editor.getShapeMask(shape) : undefined,
  };
}

type Drawn = ReactElement | null | Promise<ReactElement | null>;

function exportingUtil(editor: Editor, util: ShapeUtil, undrawable: Undrawable): ShapeUtil {
  const layer = (name: 'front' | 'back', draw: (shape: TLShape, context: SvgExportContext) => Drawn) =>
    async function drawLayer(shape: TLShape, context: SvgExportContext): Promise<ReactElement | null> {
      let drawn: ReactNode;
      try {
        drawn = readable(await draw(shape, context), shape);
      } catch {
        // A shape that cannot be drawn must not take the rest of the board with it; it is named to the user.
        undrawable(shape);
        drawn = emptyBox(editor, shape);
      }
      return (
        <g data-shape={shape.id} data-layer={name}>
          {drawn}
        </g>
      );
    };
  const front = (shape: TLShape, context: SvgExportContext): Drawn => {
    if (shape.type === 'frame') return drawFrame(shape as TLFrameShape);
    if (util.toSvg !== undefined) return util.toSvg(shape, context);
    undrawable(shape);
    return emptyBox(editor, shape);
  };
  const back = util.toBackgroundSvg?.bind(util);
  return Object.create(util, {
    toSvg: { value: layer('front', front) },
    toBackgroundSvg: { value: back && layer('back', back) },
  }) as ShapeUtil;
}

/** A frame inside a page: its sheet, and its name above as on the canvas. */
function drawFrame({ props }: TLFrameShape): ReactElement {
  return (
    <>
      <rect width={props.w} height={props.h} fill="#ffffff" stroke="#d5d3c8" strokeWidth={2} />
      <foreignObject x={0} y={-34} width={props.w} height={30}>
        <p style={{ font: "600 20px/30px 'Source Sans 3'", color: '#46524f', whiteSpace: 'nowrap' }}>{props.name}</p>
      </foreignObject>
    </>
  );
}

function emptyBox(editor: Editor, shape: TLShape): ReactElement {
  const { x, y, w, h } = editor.getShapeGeometry(shape).bounds;
  return <rect x={x} y={y} width={w} height={h} fill="none" stroke="#85857a" strokeWidth={2} strokeDasharray="8 6" />;
}

/** tldraw's label on an arrow, which is not exported; known by what it is given. */
interface ArrowLabelProps {
  readonly text: string;
  readonly font: RichTextSVGProps['font'];
  readonly fontSize: number;
  readonly labelColor: string;
  readonly bounds: Box;
}

/** The same drawing with labels whose text can be measured where they stand, and without the mark that makes them slow. */
function readable(node: ReactNode, shape: TLShape): ReactNode {
  if (!isValidElement<{ readonly children?: ReactNode }>(node)) return node;
  if (node.type === RichTextSVG) return <RichLabel {...labelProps(node.props as unknown as RichTextSVGProps, shape)} />;
  if (shape.type === 'arrow' && typeof node.type === 'function' && 'labelColor' in node.props)
    return <ArrowLabel {...(node.props as unknown as ArrowLabelProps)} />;
  const { children } = node.props;
  if (children === undefined) return node;
  return cloneElement(node, {}, ...Children.toArray(children).map((child) => readable(child, shape)));
}

function labelProps(props: RichTextSVGProps, shape: TLShape): RichTextSVGProps {
  if (shape.type === 'note') {
    // The canvas lets a note have its own colour of text; tldraw's export forgets it.
    const { labelColor } = (shape as TLNoteShape).props;
    const theme = getDefaultColorTheme({ isDarkMode: false });
    return labelColor === 'black' ? props : { ...props, labelColor: theme[labelColor].fill };
  }
  // On a plain ground a rim in the colour of the paper does nothing but make the file larger.
  const fill = 'fill' in shape.props ? shape.props.fill : 'none';
  return { ...props, showTextOutline: shape.type !== 'geo' || fill === 'none' || fill === 'pattern' };
}

const RichLabel = (props: RichTextSVGProps): ReactElement =>
  cloneElement(RichTextSVG(props) as ReactElement<{ readonly className: string }>, { className: 'tl-rich-text' });

const fontFamilies = { draw: 'tldraw_draw', sans: 'tldraw_sans', serif: 'tldraw_serif', mono: 'tldraw_mono' } as const;

function ArrowLabel({ text, font, fontSize, labelColor, bounds }: ArrowLabelProps): ReactElement | null {
  if (text.trim() === '') return null;
  // Wide enough for rounding: the box was measured around the very same lines.
  const width = Math.ceil(bounds.w) + 1;
  return (
    <foreignObject x={bounds.center.x - width / 2} y={bounds.y} width={width} height={bounds.h}>
      <div style={{ display: 'flex', height: '100%', alignItems: 'center', justifyContent: 'center' }}>
        <p
          style={{
            ...{ margin: 0, width: '100%', textAlign: 'center', whiteSpace: 'pre-wrap', overflowWrap: 'break-word' },
            ...{ fontFamily: fontFamilies[font], fontSize, lineHeight: 1.35, color: labelColor },
            textShadow: 'var(--tl-text-outline)',
          }}
        >
          {text}
        </p>
      </div>
    </foreignObject>
  );
}

export type ShapeLayer = 'front' | 'back';

/** The drawn shapes with the group that carries turn, opacity and clip. */
export function* drawnShapes(
  svg: SVGSVGElement,
): Generator<{ readonly id: TLShapeId; readonly layer: ShapeLayer; readonly element: SVGGraphicsElement }> {
  for (const element of svg.children) {
    const marked = element.firstElementChild;
    if (!(element instanceof SVGGElement) || !(marked instanceof SVGGElement)) continue;
    const { shape, layer } = marked.dataset;
    if (shape !== undefined) yield { id: shape as TLShapeId, layer: layer as ShapeLayer, element };
  }
}
