import { expect, test } from '@playwright/test';
import { openLab } from './support/lab-page.ts';

const page = openLab();

test('[PRW1] what is made while people write privately is in nothing that goes to the others, and what was made before is', async () => {
  const seen = await page().evaluate(async () => {
    const stage = new lab.OwnStage();
    const { editor, active, shared, own } = stage;
    editor.createShape(lab.note('before', 0, 0, 'quailbefore'));
    // Not flushed yet: what was made before the word came belongs to everybody.
    active.set('own');
    editor.createShape(lab.note('canary', 300, 0, 'canarysecret'));
    editor.updateShape({ id: lab.id('before'), type: 'note', x: 50 });
    await stage.settle();
    const during = { shared: shared.texts(), own: own.texts(), marked: stage.marked(), hasMeta: stage.hasMeta() };
    editor.createShape(lab.note('last', 600, 0, 'canarylast'));
    active.set('shared');
    editor.createShape(lab.note('after', 900, 0, 'quailafter'));
    await stage.settle();
    const told = ['quailbefore', 'quailafter', 'canarysecret', 'canarylast'].filter((word) => stage.isShared(word));
    return { during, after: { shared: shared.texts(), own: own.texts() }, told, shown: stage.shownTexts() };
  });
  expect(seen.during).toEqual({
    ...{ shared: ['quailbefore'], own: ['canarysecret'] },
    ...{ marked: ['shape:canary'], hasMeta: false },
  });
  expect(seen.after).toEqual({ shared: ['quailafter', 'quailbefore'], own: ['canarylast', 'canarysecret'] });
  expect(seen.told).toEqual(['quailbefore', 'quailafter']);
  expect(seen.shown).toEqual(['canarylast', 'canarysecret', 'quailafter', 'quailbefore']);
});

for (const line of ['unsaid', 'cut'] as const)
  test(`[PRW2] what is written during the revealing follows the card, once, under the same caret (${line})`, async () => {
    const seen = await page().evaluate(async (how) => {
      const stage = new lab.OwnStage();
      await stage.ready();
      const { editor, active, shared, own } = stage;
      active.set('own');
      editor.createShape(lab.note('card', 0, 0, ''));
      await stage.settle();
      const text = lab.openText(editor, lab.id('card'));
      text.type('we lack');
      await stage.settle();
      own.line = how;
      text.type(' dri');
      text.type('vers');
      editor.updateShape({ id: lab.id('card'), type: 'note', x: 70, props: { color: 'red' } });
      // The server has what it got before the line went, and more of it where only its word is missing.
      stage.moveToShared('named');
      const arrived = { open: text.text(), editing: editor.getEditingShapeId(), marked: stage.marked() };
      text.type(' at night');
      await stage.settle();
      text.moveTo('start');
      text.type('>');
      active.set('shared');
      own.erase();
      text.type('>');
      const moved = { open: text.text(), editing: editor.getEditingShapeId() };
      text.press('undo');
      text.moveTo('end');
      text.type('.');
      await stage.settle();
      text.close();
      await stage.settle();
      const card = editor.getShape(lab.id('card'));
      return {
        ...{ arrived, moved, shared: shared.texts(), own: own.texts(), kept: own.kept.length },
        ...{ shown: stage.shownTexts(), x: card?.x, color: (card?.props as { color?: string } | undefined)?.color },
        takenBack: stage.takenBack.length,
      };
    }, line);
    expect(seen.arrived).toEqual({ open: 'we lack drivers', editing: 'shape:card', marked: [] });
    expect(seen.moved).toEqual({ open: '>>we lack drivers at night', editing: 'shape:card' });
    expect(seen.shared).toEqual(['>we lack drivers at night.']);
    expect(seen.shown).toEqual(['>we lack drivers at night.']);
    expect(seen).toMatchObject({ own: [], kept: 0, x: 70, color: 'red', takenBack: 0 });
  });

test('[PRW2] what a page that was away wrote follows the card when it comes back to a board that was revealed', async () => {
  const seen = await page().evaluate(async () => {
    const stage = new lab.OwnStage();
    const { editor, active, shared, own } = stage;
    active.set('own');
    editor.createShape(lab.note('card', 0, 0, 'first'));
    await stage.settle();
    own.line = 'cut';
    const say = (words: string) =>
      editor.updateShape({ id: lab.id('card'), type: 'note', props: { richText: lab.toRichText(words) } as never });
    say('first second');
    await stage.settle();
    say('first second third');
    await stage.settle();
    // Here the own connection is the first to be back: the shared one brings the card only then.
    active.set('shared');
    const kept = own.kept.length;
    stage.moveToShared('named');
    own.erase();
    await stage.settle();
    return { kept, shared: shared.texts(), own: own.texts(), left: own.kept.length, marked: stage.marked() };
  });
  expect(seen).toEqual({ kept: 1, shared: ['first second third'], own: [], left: 0, marked: [] });
});

test('[PRW36] what is made without names says so itself: beyond a reveal that it missed, into a round under names', async () => {
  const seen = await page().evaluate(async () => {
    const stage = new lab.OwnStage();
    const { editor, active, own } = stage;
    active.set('own');
    stage.isAnonymous = true;
    own.line = 'cut';
    editor.createShape(lab.note('nameless', 0, 0, 'canarynameless'));
    await stage.settle();
    // All that it missed: the reveal, and the beginning of another round.
    own.erase();
    stage.isAnonymous = false;
    await stage.settle();
    editor.createShape(lab.note('named', 300, 0, 'named'));
    await stage.settle();
    return { metas: stage.metas(), texts: own.texts(), marked: stage.marked() };
  });
  expect(seen.metas).toEqual({ 'shape:nameless': { anonymous: true } });
  expect(seen.texts).toEqual(['canarynameless', 'named']);
  expect(seen.marked).toEqual(['shape:named', 'shape:nameless']);
});

for (const how of ['revealed', 'refused'] as const)
  test(`[PRW38] words for what was left under a name fall under the promise of the round that they are written in (${how})`, async () => {
    const seen = await page().evaluate(async (after) => {
      const stage = new lab.OwnStage();
      await stage.ready();
      const { editor, active, own } = stage;
      active.set('own');
      for (const [n, name] of ['typed', 'said', 'left'].entries())
        editor.createShape(lab.note(name, 300 * n, 0, `${name} under a name`));
      await stage.settle();
      const before = stage.metas();
      // The next round leaves names out, and the line breaks.
      stage.isAnonymous = true;
      own.line = 'cut';
      const text = lab.openText(editor, lab.id('typed'));
      text.moveTo('end');
      text.type(' canary');
      text.close();
      const richText = lab.toRichText('said canary');
      editor.markHistoryStoppingPoint();
      editor.updateShape({ id: lab.id('said'), type: 'note', props: { richText } as never });
      await stage.settle();
      stage.isAnonymous = false;
      if (after === 'revealed') own.erase();
      else {
        own.line = 'open';
        own.refuse();
      }
      await stage.settle();
      return { before, metas: stage.metas(), texts: own.texts() };
    }, how);
    const promised = { anonymous: true };
    expect(seen.before).toEqual({});
    expect(seen.metas).toEqual(
      how === 'revealed'
        ? { 'shape:typed': promised, 'shape:said': promised }
        : { 'shape:typed': promised, 'shape:said': promised, 'shape:left': undefined },
    );
    const left = how === 'revealed' ? [] : ['left under a name'];
    expect(seen.texts).toEqual([...left, 'said canary', 'typed under a name canary']);
  });

test('[PRW3] what the server never had when it revealed stays private, and comes to the fresh own layer', async () => {
  const seen = await page().evaluate(async () => {
    const stage = new lab.OwnStage();
    const { editor, active, shared, own } = stage;
    active.set('own');
    editor.createShape(lab.note('soon', 0, 0, 'in time'));
    await stage.settle();
    own.line = 'cut';
    editor.createShape(lab.note('late', 300, 0, 'canarylate'));
    await stage.settle();
    const kept = own.kept.length;
    stage.reveal('named');
    await stage.settle();
    const [isShared, marked, left] = [stage.isShared('canarylate'), stage.marked(), own.kept.length];
    return { kept, shared: shared.texts(), own: own.texts(), shown: stage.shownTexts(), isShared, marked, left };
  });
  expect(seen).toEqual({
    ...{ kept: 1, shared: ['in time'], own: ['canarylate'], shown: ['canarylate', 'in time'] },
    ...{ isShared: false, marked: ['shape:late'], left: 0 },
  });
});

test('[PRW4] revealed without names, only a card whose last words the server never had stays with its writer', async () => {
  const seen = await page().evaluate(async () => {
    const stage = new lab.OwnStage();
    const { editor, active, shared, own } = stage;
    active.set('own');
    for (const [n, name] of ['saved', 'moved', 'typed'].entries())
      editor.createShape(lab.note(name, 300 * n, 0, `${name} card`));
    await stage.settle();
    own.line = 'cut';
    editor.updateShape({ id: lab.id('moved'), type: 'note', y: 90 });
    await stage.settle();
    const richText = lab.toRichText('typed card to its end');
    editor.updateShape({ id: lab.id('typed'), type: 'note', props: { richText } as never });
    await stage.settle();
    stage.reveal('anonymous');
    await stage.settle();
    // Nor does undo and redo bring any of it again, under its writer's name.
    for (let n = 0; n < 5; n++) editor.undo();
    for (let n = 0; n < 5; n++) editor.redo();
    await stage.settle();
    const isOld = ['saved', 'moved', 'typed'].some((name) => lab.recordsOf(shared.doc).has(`shape:${name}`));
    return { shared: shared.texts(), own: own.texts(), marked: stage.marked(), isOld };
  });
  expect(seen).toEqual({
    shared: ['moved card', 'saved card', 'typed card'],
    own: ['typed card to its end'],
    marked: ['shape:typed'],
    isOld: false,
  });
});

test('[PRW4] a layer that goes on after a refusal keeps its undo', async () => {
  const seen = await page().evaluate(async () => {
    const stage = new lab.OwnStage();
    const { editor, active, own } = stage;
    active.set('own');
    editor.markHistoryStoppingPoint();
    editor.createShape(lab.note('card', 0, 0, 'card'));
    await stage.settle();
    own.refuse();
    await stage.settle();
    const before = own.texts();
    editor.undo();
    await stage.settle();
    return { before, after: own.texts() };
  });
  expect(seen).toEqual({ before: ['card'], after: [] });
});

test('[PRW5] undo goes through both layers, and takes nothing back that others see by now', async () => {
  const seen = await page().evaluate(async () => {
    const stage = new lab.OwnStage();
    const { editor, active, shared, own } = stage;
    editor.createShape(lab.note('open', 0, 0, 'open'));
    await stage.settle();
    active.set('own');
    const step = async (act: () => void) => {
      editor.markHistoryStoppingPoint();
      act();
      await stage.settle();
    };
    const xOf = () => lab.recordsOf(shared.doc).get('shape:open')?.get('at') as number[] | undefined;
    await step(() => editor.updateShape({ id: lab.id('open'), type: 'note', x: 40 }));
    await step(() => editor.createShape(lab.note('mine', 300, 0, 'mine')));
    const made = [own.texts(), xOf()?.[0]];
    await step(() => editor.undo());
    const undone = [own.texts(), xOf()?.[0]];
    await step(() => editor.undo());
    const back = [own.texts(), xOf()?.[0]];
    await step(() => editor.redo());
    await step(() => editor.redo());
    const again = [own.texts(), xOf()?.[0], stage.marked().join()];
    stage.reveal('named');
    await step(() => editor.undo());
    return { made, undone, back, again, revealed: [own.texts(), shared.texts()], isTold: stage.isShared('private') };
  });
  expect(seen.made).toEqual([['mine'], 40]);
  expect(seen.undone).toEqual([[], 40]);
  expect(seen.back).toEqual([[], 0]);
  expect(seen.again).toEqual([['mine'], 40, 'shape:mine']);
  expect(seen.revealed).toEqual([[], ['mine', 'open']]);
  expect(seen.isTold).toBe(false);
});

test('[PRW6] what everybody sees is never in what only its writer sees, and a group of both is everybody’s', async () => {
  const seen = await page().evaluate(async () => {
    const stage = new lab.OwnStage();
    const { editor, active, shared, own } = stage;
    editor.createShapes([lab.box('open-1', 500, 100), lab.box('open-2', 700, 100)]);
    await stage.settle();
    active.set('own');
    editor.createShapes([
      { id: lab.id('frame'), type: 'frame', x: 400, y: 0, props: { w: 600, h: 400 } },
      lab.box('mine', 100, 600),
    ]);
    const atOnce = stage.marked();
    await stage.settle();
    editor.reparentShapes([lab.id('open-1'), lab.id('mine')], lab.id('frame'));
    await stage.settle();
    const [open, mine] = ['open-1', 'mine'].map((name) => editor.getShape(lab.id(name)));
    const place = [open?.parentId, open?.x, open?.y, mine?.parentId];
    editor.createShape(lab.box('second', 100, 900));
    await stage.settle();
    editor.groupShapes([lab.id('open-2'), lab.id('second')], { groupId: lab.id('group') });
    await stage.settle();
    const names = (doc: typeof shared.doc) => [...lab.recordsOf(doc).keys()].filter((id) => id.startsWith('shape:'));
    const parents = [...lab.recordsOf(shared.doc).values()].map(
      (groups) => (groups.get('base') as { parentId?: string }).parentId,
    );
    return {
      ...{ atOnce, place, own: names(own.doc).sort(), shared: names(shared.doc).sort(), marked: stage.marked() },
      strays: parents.filter((id) => id !== undefined && !lab.recordsOf(shared.doc).has(id)),
    };
  });
  expect(seen.atOnce).toEqual(['shape:frame', 'shape:mine']);
  expect(seen.place).toEqual(['page:page', 500, 100, 'shape:frame']);
  expect(seen.own).toEqual(['shape:frame', 'shape:mine', 'shape:second']);
  expect(seen.shared).toEqual(['shape:group', 'shape:open-1', 'shape:open-2']);
  expect(seen.marked).toEqual(['shape:frame', 'shape:mine', 'shape:second']);
  expect(seen.strays).toEqual([]);
});

test('[PRW7] presence tells nothing of what only its writer sees', async () => {
  const seen = await page().evaluate(async () => {
    const stage = new lab.OwnStage();
    await stage.ready();
    const { editor, active, awareness } = stage;
    editor.createShape(lab.note('open', 0, 0, 'open'));
    await stage.settle();
    active.set('own');
    editor.createShape(lab.note('mine', 300, 0, ''));
    const told: string[] = [];
    awareness.on('change', () => told.push(JSON.stringify(awareness.getLocalState())));
    const tell = async () => {
      await new Promise((resolve) => setTimeout(resolve, 150));
      const { s, t, k } = awareness.getLocalState() as { s: number; t: string | null; k?: string };
      return [s, t, k === undefined ? 'no caret' : 'caret'];
    };
    const text = lab.openText(editor, lab.id('mine'));
    text.type('hush');
    editor.select(lab.id('mine'), lab.id('open'));
    const alone = await tell();
    text.close();
    const other = lab.openText(editor, lab.id('open'));
    other.type('loud');
    const together = await tell();
    other.close();
    return { alone, together, isNamed: told.some((state) => state.includes('shape:mine')) };
  });
  expect(seen.alone).toEqual([1, null, 'no caret']);
  expect(seen.together).toEqual([1, 'shape:open', 'caret']);
  expect(seen.isNamed).toBe(false);
});

test('[PRW9] of an earlier page’s copy that the server has revealed, what it may not have sent is played again and no more', async () => {
  const seen = await page().evaluate(async () => {
    const first = new lab.OwnStage();
    first.active.set('own');
    for (const name of ['saved', 'typed']) first.editor.createShape(lab.note(name, 0, 0, name));
    await first.settle();
    first.own.line = 'cut';
    const richText = lab.toRichText('typed on');
    first.editor.updateShape({ id: lab.id('typed'), type: 'note', props: { richText } as never });
    await first.settle();
    first.editor.createShape(lab.note('late', 0, 0, 'late'));
    await first.settle();
    const left = { doc: first.own.shown.doc, unsent: first.own.kept };

    const play = async (how: 'named' | 'anonymous' | null) => {
      const stage = new lab.OwnStage({ left });
      const before = stage.shownTexts();
      lab.Y.applyUpdate(stage.own.doc, lab.Y.encodeStateAsUpdate(first.own.doc));
      if (how === null) stage.own.reconnect();
      else stage.reveal(how);
      await stage.settle();
      return { before, shared: stage.shared.texts(), own: stage.own.texts(), kept: stage.own.kept.length };
    };
    return { named: await play('named'), anonymous: await play('anonymous'), none: await play(null) };
  });
  const before = ['late', 'saved', 'typed on'];
  expect(seen.named).toEqual({ before, shared: ['saved', 'typed on'], own: ['late'], kept: 0 });
  expect(seen.anonymous).toEqual({ before, shared: ['saved', 'typed'], own: ['late', 'typed on'], kept: 0 });
  expect(seen.none).toEqual({ before, shared: [], own: before, kept: 0 });
});
