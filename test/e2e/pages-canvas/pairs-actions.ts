import { createShapeId, type Editor, type TLShapeId, toRichText } from 'tldraw';
import type { AnyRecord } from '../../../shared/board/groups.ts';
import { bindArrow, typeInto } from './deeds.ts';
import type { Peer } from './lab.ts';
import type { Action, Pair } from './pairs-table.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** One of the two, with the shape they work on and names of their own for what they add. */
export class Person {
  readonly peer: Peer;
  readonly side: 'a' | 'b';
  readonly subject: string;
  readonly arrow: string;
  readonly terminal: 'start' | 'end';
  readonly run: number;

  constructor(peer: Peer, side: 'a' | 'b', run: number, pair: Pair) {
    this.peer = peer;
    this.side = side;
    this.run = run;
    const names = {
      'the same shape': { a: 'one', b: 'one' },
      'shapes joined by an arrow': { a: 'one', b: 'two' },
      'a frame and a shape in it': { a: 'box', b: 'kid' },
    } as const;
    this.subject = names[pair.relation][side];
    this.arrow = pair.relation === 'a frame and a shape in it' ? `arrow-${this.subject}` : 'arrow';
    this.terminal = this.subject === 'two' ? 'end' : 'start';
  }

  get editor(): Editor {
    return this.peer.editor;
  }

  id(name: string): TLShapeId {
    return createShapeId(`${name}-${this.run}`);
  }

  get shape(): TLShapeId {
    return this.id(this.subject);
  }

  update(more: object): void {
    const shape = this.editor.getShape(this.shape);
    if (shape !== undefined) this.editor.updateShape({ id: shape.id, type: shape.type, ...more });
  }

  /** One of two values, so that the two never do the very same. */
  either<T>(a: T, b: T): T {
    return this.side === 'a' ? a : b;
  }
}

/** The end of everything, as one canvas shows it. */
export class Seen {
  readonly #editor: Editor;
  readonly #before: ReadonlySet<string>;

  constructor(editor: Editor, before: ReadonlySet<string>) {
    this.#editor = editor;
    this.#before = before;
  }

  record(id: TLShapeId): AnyRecord | undefined {
    return this.#editor.getShape(id) as AnyRecord | undefined;
  }

  props(id: TLShapeId): Record<string, unknown> {
    return (this.record(id)?.props ?? {}) as Record<string, unknown>;
  }

  point(id: TLShapeId): Point | undefined {
    return pointOf(this.#editor, id);
  }

  end(arrow: TLShapeId, terminal: 'start' | 'end'): string | undefined {
    return this.#editor
      .getBindingsFromShape(arrow, 'arrow')
      .find(({ props }) => (props as { terminal: string }).terminal === terminal)?.toId;
  }

  /** Above everything that lay beside it before; arrows are above what they are bound to. */
  isOnTop(id: TLShapeId, parents: Start['parents']): boolean {
    const parentId = this.record(id)?.parentId as TLShapeId;
    const siblings = this.#editor.getSortedChildIdsForParent(parentId);
    const wasBeside = (sibling: TLShapeId) => parents.get(sibling) === parentId;
    return siblings.findLast((sibling) => wasBeside(sibling) && this.record(sibling)?.type !== 'arrow') === id;
  }

  /** Shapes that came about while the two were cut off, with this text. */
  copies(text: string): number {
    return this.#editor
      .getCurrentPageShapes()
      .filter(({ id, props }) => !this.#before.has(id) && JSON.stringify(props).includes(text)).length;
  }
}

export const pointOf = (editor: Editor, id: TLShapeId): Point | undefined =>
  editor.getShape(id) && editor.getShapePageTransform(id).point();

interface Performance {
  /** What the same person did before, while everybody was together. */
  readonly before?: (me: Person) => void;
  readonly act: (me: Person) => void;
  /** Whether it is done. Where the shape is on the page is looked at for every pair. */
  readonly isDone: (seen: Seen, me: Person, start: Start) => boolean;
}

/** How it was when the two were cut off. */
export interface Start {
  readonly parents: ReadonlyMap<string, string>;
  readonly points: ReadonlyMap<string, Point>;
}

export const delta = (me: Person): Point => me.either({ x: 53, y: 0 }, { x: 0, y: 61 });
export const moved = (me: Person): Point => me.either({ x: 0, y: -35 }, { x: -45, y: 0 });
const undo = (me: Person) => {
  me.editor.undo();
};
const asOneStep = (fn: (me: Person) => void) => (me: Person) => {
  me.editor.markHistoryStoppingPoint('before');
  fn(me);
};
const nudge = (by: (me: Person) => Point) => (me: Person) => {
  me.editor.nudgeShapes([me.shape], by(me));
};
const type = (me: Person, text: string, end: 'start' | 'end') => typeInto(me.editor, me.shape, text, end);
const group = (me: Person) => {
  me.editor.groupShapes([me.shape, me.id(`mate-${me.subject}`)], { groupId: me.id(`group-${me.side}`) });
};
const bind = (me: Person, arrow: TLShapeId, terminal: 'start' | 'end', target: TLShapeId) =>
  bindArrow(me.editor, arrow, terminal, target);
const target = (me: Person) => me.id(`target-${me.side}`);

export const performances: Record<Action, Performance> = {
  move: { act: nudge(delta), isDone: () => true },
  resize: {
    act: (me) => me.update({ props: me.either({ w: 260, h: 240 }, { w: 280, h: 270 }) }),
    isDone: (seen, me) => {
      const { w, h } = seen.props(me.shape);
      return `${w} ${h}` === me.either('260 240', '280 270');
    },
  },
  colour: {
    act: (me) => me.update({ props: { color: me.either('red', 'blue') } }),
    isDone: (seen, me) => seen.props(me.shape).color === me.either('red', 'blue'),
  },
  opacity: {
    act: (me) => me.update({ opacity: me.either(0.5, 0.25) }),
    isDone: (seen, me) => seen.record(me.shape)?.opacity === me.either(0.5, 0.25),
  },
  text: {
    act: (me) => type(me, me.either('AAA ', ' BBB'), me.either('start', 'end')),
    isDone: (seen, me) => JSON.stringify(seen.props(me.shape)).includes(me.either('AAA ', ' BBB')),
  },
  'to front': {
    act: (me) => void me.editor.bringToFront([me.shape]),
    // In another parent it lies among others.
    isDone: (seen, me, { parents }) =>
      seen.record(me.shape)?.parentId !== parents.get(me.shape) || seen.isOnTop(me.shape, parents),
  },
  'into frame': {
    act: (me) => void me.editor.reparentShapes([me.shape], me.id(`frame-${me.side}`)),
    isDone: (seen, me) => seen.record(me.shape)?.parentId === me.id(`frame-${me.side}`),
  },
  'out of frame': {
    act: (me) => void me.editor.reparentShapes([me.shape], me.editor.getCurrentPageId()),
    isDone: (seen, me) => seen.record(me.shape)?.parentId === 'page:page',
  },
  group: {
    act: group,
    isDone: (seen, me) => seen.record(me.shape)?.parentId === me.id(`group-${me.side}`),
  },
  ungroup: {
    act: (me) => void me.editor.ungroupShapes([me.editor.getShape(me.shape)?.parentId as TLShapeId]),
    isDone: (seen, me, { parents }) => {
      const was = parents.get(me.shape) as TLShapeId;
      return seen.record(was) === undefined && seen.record(me.shape)?.parentId === parents.get(was);
    },
  },
  'bind arrow': {
    act: (me) => {
      me.editor.createShape({ id: me.id(`new-arrow-${me.side}`), type: 'arrow', x: 5, y: 5 });
      bind(me, me.id(`new-arrow-${me.side}`), 'start', me.shape);
      bind(me, me.id(`new-arrow-${me.side}`), 'end', target(me));
    },
    isDone: (seen, me) => {
      const ends = (['start', 'end'] as const).map((terminal) => seen.end(me.id(`new-arrow-${me.side}`), terminal));
      return ends[0] === me.shape && ends[1] === target(me);
    },
  },
  'rebind arrow': {
    act: (me) => bind(me, me.id(me.arrow), me.terminal, target(me)),
    isDone: (seen, me) => seen.end(me.id(me.arrow), me.terminal) === target(me),
  },
  'unbind arrow': {
    act: (me) => {
      const bound = me.editor.getBindingsFromShape(me.id(me.arrow), 'arrow');
      me.editor.deleteBindings(bound.filter(({ props }) => (props as { terminal: string }).terminal === me.terminal));
    },
    isDone: (seen, me) => seen.end(me.id(me.arrow), me.terminal) === undefined,
  },
  duplicate: {
    act: (me) => void me.editor.duplicateShapes([me.shape], { x: me.either(700, 800), y: 900 }),
    isDone: (seen, me) => seen.copies(me.subject === 'box' ? 'a frame' : `the ${me.subject}`) >= 1,
  },
  lock: {
    act: (me) => void me.editor.toggleLock([me.shape]),
    isDone: (seen, me) => seen.record(me.shape)?.isLocked === true,
  },
  delete: {
    act: (me) => void me.editor.deleteShapes([me.shape]),
    isDone: (seen, me) => seen.record(me.shape) === undefined,
  },
  'undo move': { before: asOneStep(nudge(moved)), act: undo, isDone: () => true },
  'undo colour': {
    before: asOneStep((me) => me.update({ props: { color: 'green' } })),
    act: undo,
    isDone: (seen, me) => seen.props(me.shape).color === 'black',
  },
  'undo text': {
    before: asOneStep((me) => type(me, 'before ', 'start')),
    act: undo,
    isDone: (seen, me) => !JSON.stringify(seen.props(me.shape)).includes('before'),
  },
  'undo group': {
    before: asOneStep(group),
    act: undo,
    isDone: (seen, me, { parents }) => {
      const was = me.id(`group-${me.side}`);
      return seen.record(was) === undefined && seen.record(me.shape)?.parentId === parents.get(was);
    },
  },
  'undo create': {
    before: asOneStep((me) => build(me)),
    act: undo,
    isDone: (seen, me) => seen.record(me.shape) === undefined,
  },
};

/** Makes the shape that somebody works on. */
export function build(me: Person, parent?: TLShapeId): void {
  const { editor, subject } = me;
  const inside = parent === undefined ? {} : { parentId: parent };
  const offset = { one: 0, two: 600, box: 0, kid: 20 }[subject] ?? 0;
  if (subject === 'box') {
    const props = { w: 400, h: 400, name: 'a frame' };
    editor.createShape({ ...inside, id: me.shape, type: 'frame', x: offset + 10, y: 10, props });
  } else {
    const props = { w: 100, h: 80, richText: toRichText(`the ${subject}`) };
    editor.createShape({ ...inside, id: me.shape, type: 'geo', x: offset + 10, y: 20, props });
  }
}
