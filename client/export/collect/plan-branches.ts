import type { Editor, TLShape, TLShapeId } from 'tldraw';
import type { BoardShape } from '../../../shared/board/read-board.ts';
import type { Item } from '../../../shared/method/behaviours/behaviour.ts';
import { type PlacedScene, scenesOf } from '../../../shared/method/behaviours/scene.ts';
import { type Branch, growForest } from '../../../shared/method/behaviours/tree-forest.ts';
import { leavesOf, mostLeaves, shapeTree } from '../../../shared/method/behaviours/tree-shape.ts';
import type { RoutePlace } from '../../../shared/method/routes/route.ts';
import { createRouter } from '../../../shared/method/routes/router.ts';
import type { Box } from '../../../shared/method/template.ts';
import { boardViewOf } from '../../canvas/card-shapes/board-view.ts';
import { surroundingsOf } from '../../canvas/card-shapes/surroundings.ts';
import { figureOf } from './figures.ts';
import { type BehindItem, type PagePlan, type PageTexts, type PlannedShape, plainPage } from './page-plan.ts';
import { viewOf } from './plan-pages.ts';
import { routeOps } from './route-ops.ts';

/** A page of one direct cause, in board units of an A4 sheet. */
const sheet = { width: 1600, height: 1000, margin: 40 } as const;
const trunk = { w: 1040, h: 120, textSize: 26 } as const;
/** Between two lanes. */
const laneGap = 74;
/** What a leaf needs at least, where there are more than the sheet has room for. */
const leafWidth = 190;

/**
 * A tree of causes that is too broad for its page: the whole in small, then a page for each direct cause with all that
 * hangs on it in cards of full size, those too that the canvas has no room for. A card is read on the page of its branch
 * alone; the problem stands above each and is read on the whole.
 * @param plan of a frame
 * @returns null where the page has no tree, or one that is not too broad
 */
export function splitTree(editor: Editor, plan: PagePlan, texts: PageTexts): readonly PagePlan[] | null {
  const tree = treeOn(editor, plan);
  if (tree === null || leavesOf(tree.forest) <= mostLeaves) return null;
  const branches = tree.forest
    .filter(({ item }) => tree.direct.has(item.id))
    .map((branch) => ({ title: branch.item.title, stands: standsOf(tree.problem, branch) }));
  return [
    wholeTree(editor, plan, {
      problem: tree.problem,
      stands: branches.map(({ stands }) => stands),
      figure: texts.tree,
    }),
    ...branches.map(({ title, stands }, index) => ({
      ...branchPage(editor, tree.problem, stands),
      ...{ id: `${plan.id}:${index + 1}`, title, heading: `${plan.title} (${index + 1}/${branches.length})` },
    })),
  ];
}

function treeOn(editor: Editor, { id }: PagePlan): Causes | null {
  const { template } = surroundingsOf(editor).get();
  if (template === null || !template.frames.some(({ zones }) => zones.some(({ layout }) => layout === 'tree')))
    return null;
  const view = boardViewOf(editor, template).get();
  const frame = view.frames.find(({ shape, page }) => shape.id === id && page === 0);
  const [scene] = frame === undefined ? [] : scenesOf(view, template, frame.frame.id, 'tree');
  return scene === undefined ? null : causesOf(scene);
}

interface Whole {
  readonly problem: Item;
  /** By branch. */
  readonly stands: readonly (readonly Stand[])[];
  readonly figure: string;
}

/** What a page of a branch has is seen here as bars; one of them is the picture of the tree to whoever has it read out. */
function wholeTree(editor: Editor, plan: PagePlan, { problem, stands, figure }: Whole): PagePlan {
  const cardsOf = stands.map((own) => new Set(own.map(({ id }) => cardOf(editor, id))));
  const elsewhere = new Set<string>(stands.flat().map(({ id }) => id));
  elsewhere.delete(problem.id);
  const isElsewhere = (id: TLShapeId): boolean => {
    if (elsewhere.has(id)) return true;
    const shape = editor.getShape(id) as BoardShape | undefined;
    if (shape?.type !== 'relation') return false;
    const { from, to, note } = shape.props;
    // Of its words the page of the branch has none.
    return note.trim() === '' && cardsOf.some((cards) => cards.has(from) && cards.has(to));
  };
  const shapes = plan.shapes.map((each): PlannedShape => (isElsewhere(each.id) ? { ...each, words: 'bars' } : each));
  const first = shapes.findIndex(({ id }) => elsewhere.has(id));
  return { ...plan, shapes: shapes.map((each, index) => (index === first ? { ...each, figure } : each)) };
}

/** The card itself, where it stands a second time. */
function cardOf(editor: Editor, id: TLShapeId): string {
  const props = editor.getShape(id)?.props as { readonly of?: string } | undefined;
  return props?.of ?? id;
}

interface Causes {
  readonly problem: Item;
  /** What hangs on the problem, or on nothing. */
  readonly forest: readonly Branch[];
  /** Ids of what hangs on the problem. */
  readonly direct: ReadonlySet<string>;
}

function causesOf({ zones, items, edges }: PlacedScene): Causes | null {
  const kindAt = new Map(zones.map(({ id, cardKind }) => [id, cardKind]));
  const written = items.filter(({ isGhost }) => !isGhost);
  const problems = written.filter(({ zoneId }) => kindAt.get(zoneId) === 'problem');
  const [problem] = problems;
  if (problem === undefined) return null;
  const standing = new Map(written.map(({ cardId, id }) => [cardId, id]));
  const links = edges.flatMap(({ kind, from, to, order }) => {
    const [child, parent] = [standing.get(from), standing.get(to)];
    return kind === 'causes' && child !== undefined && parent !== undefined ? [{ child, parent, order }] : [];
  });
  const causes = written.filter(({ zoneId }) => kindAt.get(zoneId) === 'cause');
  const onTrunk = new Set(problems.map(({ id }) => id));
  return {
    problem,
    forest: growForest(causes, links, onTrunk, () => 0),
    direct: new Set(links.filter(({ parent }) => onTrunk.has(parent)).map(({ child }) => child)),
  };
}

interface Stand {
  readonly id: TLShapeId;
  readonly box: Box;
  readonly textSize: number;
}

function branchPage(
  editor: Editor,
  problem: Item,
  stands: readonly Stand[],
): Omit<PagePlan, 'id' | 'title' | 'heading'> {
  const right = Math.max(sheet.width, ...stands.map(({ box }) => box.x + box.w + sheet.margin));
  const bottom = Math.max(...stands.map(({ box }) => box.y + box.h + sheet.margin));
  const shapes = stands.flatMap(({ id, box: { x, y, w, h }, textSize }): PlannedShape[] => {
    const shape = editor.getShape(id);
    if (shape === undefined) return [];
    const props = { ...shape.props, w, h, textSize, face: 'node' };
    const instead = { ...shape, x, y, rotation: 0, parentId: editor.getCurrentPageId(), props } as TLShape;
    return [{ id, words: id === problem.id ? 'seen' : 'read', instead }];
  });
  return {
    ...plainPage,
    drawnFor: right > sheet.width ? 'A3' : 'A4',
    view: viewOf({ x: 0, y: 0, width: right, height: Math.max(sheet.height, bottom) }),
    framed: false,
    shapes,
    behind: edgesBetween(editor, stands),
  };
}

/** The problem on top, the cause in the middle below it, and so on downwards. */
function standsOf(problem: Item, branch: Branch): readonly Stand[] {
  const room = Math.max(sheet.width - 2 * sheet.margin, leavesOf([branch]) * leafWidth);
  const { size, placed } = shapeTree([branch], room);
  const top = sheet.margin;
  return [
    {
      id: problem.id as TLShapeId,
      box: { x: sheet.margin + (room - trunk.w) / 2, y: top, w: trunk.w, h: trunk.h },
      textSize: trunk.textSize,
    },
    ...placed.map(({ branch: { item, lane }, x }) => ({
      id: item.id as TLShapeId,
      box: { x: sheet.margin + x, y: top + trunk.h + laneGap + lane * (size.h + laneGap), w: size.w, h: size.h },
      textSize: size.textSize,
    })),
  ];
}

/** Every edge whose two cards are on the page. */
function edgesBetween(editor: Editor, stands: readonly Stand[]): readonly BehindItem[] {
  const { template } = surroundingsOf(editor).get();
  if (template === null) return [];
  const placeOf = new Map<string, TLShapeId>();
  for (const { id } of stands) placeOf.set(cardOf(editor, id), id);
  const relations = boardViewOf(editor, template)
    .get()
    .relations.flatMap(({ id, index, props: { from, to, note: _note, ...props } }) => {
      const [start, end] = [placeOf.get(from), placeOf.get(to)];
      return start === undefined || end === undefined ? [] : [{ id, from: start, to: end, order: index, ...props }];
    });
  const places = stands.map(({ id, box }): RoutePlace => ({ cardId: id, box, frameId: null, layout: 'tree' }));
  const router = createRouter(places, relations);
  return relations.flatMap(({ id, from }): BehindItem[] => {
    const [route, shape] = [router(id), editor.getShape(id as TLShapeId)];
    if (route === null || shape === undefined) return [];
    const { figure } = figureOf(editor, shape);
    return [{ id, after: from, greeked: false, figure: figure ?? '', structure: [], ops: routeOps(route) }];
  });
}
