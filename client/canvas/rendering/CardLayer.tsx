import { useLayoutEffect, useRef } from 'react';
import { type Editor, react, toDomPrecision, useEditor } from 'tldraw';
import { detailAt } from '../card-shapes/detail.ts';
import { paintBlock, paintFace } from '../card-shapes/paint-face.ts';
import { type Ink, printInk } from '../template-shapes/paint.ts';
import styles from './CardLayer.module.css';
import { mountedShapesOf } from './mounted-shapes.ts';
import { createPaintedCards, type PaintedCard } from './painted-cards.ts';

/** The canvas of the cards that have no element. It lies among the elements and is held still against their camera. */
export function CardLayer() {
  const editor = useEditor();
  const element = useRef<HTMLCanvasElement>(null);
  // Before the first shape gets an element: React comes here before it comes to them.
  const shapes = mountedShapesOf(editor);
  useLayoutEffect(() => {
    const context = element.current?.getContext('2d') ?? null;
    if (context === null || shapes === null) return;
    const cards = createPaintedCards(editor, shapes);
    let picture: Picture | null = null;
    // Read at once, where what has not changed is known to be so without looking; painted when all has been read.
    const stop = react('paint cards', () => {
      if (picture === null)
        queueMicrotask(() => {
          if (picture !== null) paint(picture, context);
          picture = null;
        });
      picture = pictureOf(editor, cards.get(), shapes.paintedIndex.get());
    });
    return stop;
  }, [editor, shapes]);
  return <canvas ref={element} className={styles.layer} />;
}

interface Picture {
  readonly cards: readonly PaintedCard[];
  readonly zIndex: number;
  readonly camera: { readonly x: number; readonly y: number; readonly z: number };
  /** Of the view, in pixels of the page. */
  readonly size: { readonly w: number; readonly h: number };
  readonly ink: Ink;
}

function pictureOf(editor: Editor, cards: readonly PaintedCard[], zIndex: number): Picture {
  const { w, h } = editor.getViewportScreenBounds();
  return { cards, zIndex, camera: editor.getCamera(), size: { w, h }, ink: printInk(editor.user.getIsDarkMode()) };
}

function paint({ cards, zIndex, camera, size: { w, h }, ink }: Picture, context: CanvasRenderingContext2D) {
  const { canvas } = context;
  canvas.hidden = cards.length === 0;
  if (cards.length === 0) return;
  const { x, y } = camera;
  // As the elements are drawn: a canvas that is larger by a thousandth would have to leave out some of its pixels.
  const z = toDomPrecision(camera.z);
  const ratio = devicePixelRatio;
  const [width, height] = [Math.round(w * ratio), Math.round(h * ratio)];
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  canvas.style.width = `${w}px`;
  canvas.style.height = `${h}px`;
  canvas.style.transform = `translate(${-x}px, ${-y}px) scale(${1 / z})`;
  canvas.style.zIndex = String(zIndex);
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, width, height);
  const [right, bottom, scale] = [w / z - x, h / z - y, z * ratio];
  const paintOne = detailAt(camera.z) === 'block' ? paintBlock : paintFace;
  for (const { transform, layout, opacity, box } of cards) {
    if (box.maxX < -x || box.maxY < -y || box.x > right || box.y > bottom) continue;
    const { a, b, c, d, e, f } = transform;
    context.setTransform(a * scale, b * scale, c * scale, d * scale, (e + x) * scale, (f + y) * scale);
    context.globalAlpha = opacity;
    paintOne(context, layout, ink);
  }
}
