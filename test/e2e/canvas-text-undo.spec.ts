import { expect, test } from '@playwright/test';
import type { Lab, Peer, Room } from './pages-canvas/lab.ts';
import type { OpenText } from './pages-canvas/open-text.ts';
import { openLab } from './support/lab-page.ts';

const page = openLab();

/** What a case is played with, inside the page: two people on a board with one note, and shorthands. */
interface Stage {
  readonly a: Peer['editor'];
  readonly b: Peer['editor'];
  readonly room: Room;
  readonly lab: Lab;
  settle(): Promise<void>;
  open(editor: Peer['editor']): OpenText;
  /** The words of the note on somebody's canvas; null where it is gone. */
  see(editor: Peer['editor']): string | null;
}

/** @returns what the case returns; fails when the canvases do not agree in the end. */
async function play<T>(action: (stage: Stage) => Promise<T>): Promise<T> {
  const { seen, same } = await page().evaluate(async (source) => {
    const room = new lab.Room(2, { reviewed: false });
    const [{ editor: a }, { editor: b }] = room.peers as [Peer, Peer];
    const id = lab.id('note');
    a.createShape(lab.note('note', 0, 0, ''));
    await room.settle();
    a.clearHistory();
    const stage: Stage = {
      ...{ a, b, room, lab },
      settle: () => room.settle(),
      open: (editor) => lab.openText(editor, id),
      see(editor) {
        const shape = editor.getShape(id);
        if (shape === undefined) return null;
        return (
          JSON.stringify(shape.props)
            .match(/"text":"[^"]*"/g)
            ?.map((text) => text.slice(8, -1))
            .join('') ?? ''
        );
      },
    };
    const run = new Function(`return ${source}`)() as (stage: Stage) => Promise<unknown>;
    const seen = await run(stage);
    await room.settle();
    return { seen, same: room.isSame() };
  }, action.toString());
  expect(same, 'all canvases say what the document says').toBe(true);
  return seen as T;
}

test('[CAN75] once a note is closed, undo takes back one’s own words of it and leaves those of others', async () => {
  const seen = await play(async ({ a, b, open, see, settle }) => {
    const mine = open(a);
    const theirs = open(b);
    mine.type('mine');
    await settle();
    theirs.moveTo('start');
    theirs.type('theirs ');
    await settle();
    mine.close();
    a.undo();
    await settle();
    const undone = [see(a), see(b), theirs.text()];
    theirs.moveTo('start');
    theirs.type('all ');
    await settle();
    a.redo();
    await settle();
    theirs.close();
    return [undone, see(a), see(b)];
  });
  expect(seen).toEqual([['theirs ', 'theirs ', 'theirs '], 'all theirs mine', 'all theirs mine']);
});

test('[CAN81] undo in a note reaches what was written in it before it was closed, and the canvas takes nothing back twice', async () => {
  const seen = await play(async ({ a, b, lab, open, see, settle }) => {
    a.markHistoryStoppingPoint('before');
    a.createShape(lab.box('box', 500, 0));
    let text = open(a);
    text.type('one');
    text.close();
    await settle();
    text = open(a);
    text.press('undo');
    await settle();
    const undone = [text.text(), see(b)];
    text.press('redo');
    const redone = text.text();
    text.press('undo');
    text.close();
    await settle();
    // The text is taken back already: the next step is the box.
    a.undo();
    await settle();
    return [undone, redone, see(a), b.getShape(lab.id('box')) === undefined];
  });
  expect(seen).toEqual([['', ''], 'one', '', true]);
});

test('[CAN81] two sessions in one note are two steps of the canvas', async () => {
  const seen = await play(async ({ a, b, open, see, settle }) => {
    for (const words of ['one', ' two']) {
      const text = open(a);
      text.moveTo('end');
      text.type(words);
      text.close();
      await settle();
    }
    const steps: (string | null)[] = [];
    for (const step of ['undo', 'undo', 'redo', 'redo'] as const) {
      a[step]();
      await settle();
      steps.push(see(b));
    }
    return steps;
  });
  expect(seen).toEqual(['one', '', 'one', 'one two']);
});

test('[CAN83] undo and redo of a new note with its words take away and bring back both', async () => {
  const seen = await play(async ({ a, b, lab, settle }) => {
    const say = () => JSON.stringify(b.getShape(lab.id('new'))?.props ?? null).match(/"text":"([^"]*)"/)?.[1] ?? null;
    a.markHistoryStoppingPoint('create');
    a.createShape(lab.note('new', 300, 0, ''));
    const text = lab.openText(a, lab.id('new'));
    text.type('words');
    text.close();
    await settle();
    const steps = [say()];
    for (const step of ['undo', 'undo', 'redo', 'redo', 'undo'] as const) {
      a[step]();
      await settle();
      steps.push(say());
    }
    return [steps, b.getShape(lab.id('new')) !== undefined];
  });
  expect(seen).toEqual([['words', null, null, null, 'words', null], true]);
});

test('[CAN83] a note that came back after a delete has the undo of its words too', async () => {
  const seen = await play(async ({ a, b, lab, open, see, settle }) => {
    const text = open(a);
    text.type('words');
    text.close();
    a.markHistoryStoppingPoint('delete');
    a.deleteShape(lab.id('note'));
    await settle();
    a.undo();
    await settle();
    const back = see(b);
    a.undo();
    await settle();
    return [back, see(b)];
  });
  expect(seen).toEqual(['words', '']);
});

test('[CAN83] while a note is open, undo of the canvas goes back in its text piece by piece', async () => {
  const seen = await play(async ({ a, b, lab, open, see, settle }) => {
    a.createShape(lab.box('box', 500, 0));
    const text = open(a);
    text.type('words');
    await settle();
    a.undo();
    await settle();
    const undone = see(b);
    a.redo();
    await settle();
    const redone = see(b);
    text.close();
    return [undone, redone, b.getShape(lab.id('box')) !== undefined];
  });
  expect(seen).toEqual(['', 'words', true]);
});

test('[CAN84] a text set by a program in the moment of somebody else’s keystroke takes nothing of it away', async () => {
  const seen = await play(async ({ a, b, lab, open, see, settle }) => {
    const text = open(b);
    text.type('one two');
    await settle();
    const id = lab.id('note');
    a.updateShape({ id, type: 'note', props: { richText: lab.toRichText('one two and mine') } });
    text.moveTo('start');
    text.type('theirs ');
    await settle();
    text.close();
    return [see(a), see(b)];
  });
  expect(seen).toEqual(['theirs one two and mine', 'theirs one two and mine']);
});

test('[CAN88] a text that is no fragment yet is shown, can be moved, not written in, and can be as soon as it is one', async () => {
  const seen = await play(async ({ a, b, lab, room, open, see, settle }) => {
    const id = lab.id('note');
    const fragment = new lab.Y.XmlFragment();
    const groupsOf = () => lab.recordsOf(room.doc).get(id);
    room.write((records) => {
      const groups = records.get(id);
      groups?.delete('rich');
      groups?.set('props', { ...(groups.get('props') as object), richText: lab.toRichText('old') });
    });
    await settle();
    const shown = see(a);
    a.updateShape({ id, type: 'note', x: 77, props: { color: 'red' } });
    const text = open(a);
    const before = text.canWrite();
    text.type('x');
    await settle();
    const untouched = [groupsOf()?.has('rich'), see(b)];
    room.write((records) => {
      const groups = records.get(id);
      const words = new lab.Y.XmlText();
      words.insert(0, 'old');
      const paragraph = new lab.Y.XmlElement('paragraph');
      paragraph.insert(0, [words]);
      fragment.insert(0, [paragraph]);
      groups?.set('rich', fragment);
      groups?.set('props', { ...(groups.get('props') as object), richText: undefined });
    });
    await settle();
    const after = text.canWrite();
    text.moveTo('end');
    text.type(' and new');
    await settle();
    const written = see(b);
    text.press('undo');
    text.close();
    await settle();
    return { shown, before, untouched, after, written, undone: see(b), x: b.getShape(id)?.x };
  });
  expect(seen).toEqual({
    ...{ shown: 'old', before: false, untouched: [false, 'old'], after: true },
    ...{ written: 'old and new', undone: 'old', x: 77 },
  });
});
