import type { Editor } from 'tldraw';
import { bindArrow } from './deeds.ts';
import type { Room } from './lab.ts';
import { build, Person, performances } from './pairs-actions.ts';
import type { Action, Pair } from './pairs-table.ts';

/** What a shape may be put into, bound to and grouped with, and the shape itself unless its maker is to take it back. */
function furnish(me: Person, does: readonly Action[], inBox: boolean): void {
  const { editor } = me;
  let parent = inBox ? me.id('box') : undefined;
  if (!inBox && does.includes('out of frame')) {
    parent = me.id(`home-${me.subject}`);
    editor.createShape({ id: parent, type: 'frame', x: 40, y: 1000, props: { w: 900, h: 900 } });
  }
  const inside = parent === undefined ? {} : { parentId: parent };
  const extra = (name: string, x: number) =>
    editor.createShape({
      ...inside,
      id: me.id(`${name}-${me.subject}`),
      type: 'geo',
      x,
      y: 150,
      props: { w: 60, h: 60 },
    });
  if (!does.includes('undo create')) build(me, parent);
  extra('mate', 150);
  if (!does.includes('ungroup') || does.includes('undo group')) return;
  extra('sibling', 250);
  if (does.includes('undo create')) return;
  editor.groupShapes([me.shape, me.id(`sibling-${me.subject}`)], { groupId: me.id(`set-${me.subject}`) });
}

/** Everything as it is when the two are cut off. */
export async function stage(room: Room, pair: Pair, a: Person, b: Person): Promise<void> {
  const [third] = room.peers.filter((peer) => peer !== a.peer && peer !== b.peer);
  if (third === undefined) throw new Error('somebody has to watch');
  const quietly = (editor: Editor, fn: () => void) => editor.run(fn, { history: 'ignore', ignoreShapeLock: true });
  quietly(third.editor, () => {
    const at = (person: Person): Person => new Person(third, person.side, a.run, pair);
    for (const [n, side] of (['a', 'b'] as const).entries()) {
      third.editor.createShape({
        id: a.id(`frame-${side}`),
        type: 'frame',
        x: 3000 + n * 1500,
        y: 0,
        props: { w: 900, h: 900 },
      });
      third.editor.createShape({
        id: a.id(`target-${side}`),
        type: 'geo',
        x: 2000,
        y: 400 * n,
        props: { w: 100, h: 100 },
      });
    }
    third.editor.createShape({ id: a.id('far'), type: 'geo', x: 1500, y: 900, props: { w: 100, h: 100 } });
    if (a.subject === b.subject) furnish(at(a), [pair.a, pair.b], false);
    else {
      furnish(at(a), [pair.a], false);
      furnish(at(b), [pair.b], b.subject === 'kid');
    }
  });
  await room.settle();
  for (const [me, action] of [
    [a, pair.a],
    [b, pair.b],
  ] as const) {
    performances[action].before?.(me);
    await room.settle();
  }
  quietly(third.editor, () => {
    const arrow = (name: string, start: string, end: string) => {
      third.editor.createShape({ id: a.id(name), type: 'arrow', x: 0, y: 0 });
      bindArrow(third.editor, a.id(name), 'start', a.id(start));
      bindArrow(third.editor, a.id(name), 'end', a.id(end));
    };
    if (pair.relation === 'shapes joined by an arrow') arrow('arrow', 'one', 'two');
    else if (pair.relation === 'the same shape') arrow('arrow', 'one', 'far');
    else for (const name of ['box', 'kid']) arrow(`arrow-${name}`, name, 'far');
  });
  await room.settle();
  room.forget();
}
