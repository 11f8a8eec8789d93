import type { ReactElement } from 'react';
import {
  createShapeId,
  type Geometry2d,
  Point2d,
  Polyline2d,
  ShapeUtil,
  SVGContainer,
  type SvgExportContext,
  type TLShapePartial,
  Vec,
} from 'tldraw';
import { cardShapeSchemas, type RelationShape } from '../../../shared/board/card-shapes.ts';
import { relationWords } from '../../../shared/method/words/relations.ts';
import { canvasInk, printInk } from '../template-shapes/paint.ts';
import { DrawRoute } from './DrawRoute.tsx';
import { loadDrawing } from './draw-view.ts';
import { contentOf } from './face-of.ts';
import { routeOf } from './relation-routes.ts';
import { surroundingsOf } from './surroundings.ts';

/** A typed edge: it has no place of its own, it runs from card to card wherever they are. */
export class RelationShapeUtil extends ShapeUtil<RelationShape> {
  static override type = 'relation' as const;
  static override props = cardShapeSchemas.relation.props;
  static override migrations = cardShapeSchemas.relation.migrations;

  override getDefaultProps(): RelationShape['props'] {
    return {
      ...{ from: createShapeId(), to: createShapeId(), kind: 'relates', tie: 'collaboration' },
      ...{ strength: 1, state: 'working', direction: 'one-way', note: '' },
    };
  }

  override canEdit(): boolean {
    return false;
  }
  /** Keys go from card to card; a card's drawer lists its edges and leads to them. */
  override canTabTo(): boolean {
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
  override canBeLaidOut(): boolean {
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

  /** Dragged or turned alone or with others it stays: it follows its cards. */
  override onTranslate(shape: RelationShape): TLShapePartial<RelationShape> {
    return stay(shape);
  }
  override onRotate(shape: RelationShape): TLShapePartial<RelationShape> {
    return stay(shape);
  }

  /** Read where changes are tracked, it follows both cards. */
  override getGeometry({ id }: RelationShape): Geometry2d {
    const route = routeOf(this.editor, id);
    if (route === null) return new Point2d({ point: new Vec(0, 0), margin: 0 });
    return new Polyline2d({ points: route.points.map(({ x, y }) => new Vec(x, y)) });
  }

  override getAriaDescriptor({ props }: RelationShape): string {
    const [from, to] = [props.from, props.to].map((end) => contentOf(this.editor, end)?.title ?? '');
    return `${relationWords[props.kind][surroundingsOf(this.editor).get().language]}: ${from} – ${to}`;
  }

  override component({ id }: RelationShape): ReactElement | null {
    const route = routeOf(this.editor, id);
    return (
      route && (
        <SVGContainer>
          <DrawRoute route={route} ink={canvasInk} />
        </SVGContainer>
      )
    );
  }

  override indicator({ id }: RelationShape): ReactElement | null {
    const route = routeOf(this.editor, id);
    return route && <path d={route.path} />;
  }

  override async toSvg({ id, props }: RelationShape, { isDarkMode }: SvgExportContext): Promise<ReactElement | null> {
    // Only then is it known where names stand on a map; where it cannot be fetched, the map itself is told to be missing.
    await loadDrawing().catch(() => undefined);
    // What nobody has written into is left out, and the edges to it are.
    const isLeftOut = [props.from, props.to].some((end) => contentOf(this.editor, end)?.invitation !== '');
    const route = isLeftOut ? null : routeOf(this.editor, id);
    return route && <DrawRoute route={route} ink={printInk(isDarkMode)} />;
  }
}

const stay = ({ id, type }: RelationShape): TLShapePartial<RelationShape> => ({ id, type, x: 0, y: 0, rotation: 0 });
