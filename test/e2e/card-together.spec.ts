import { expect, test } from '@playwright/test';
import { openLab } from './support/lab-page.ts';
import { cardPlayer } from './support/play-cards.ts';

const page = openLab();
const play = cardPlayer(page);

test('[CRD1] what others make and move while one drags is theirs: letting go changes none of it, nor does undo', async () => {
  const seen = await play('lessons-learnt', async ({ a, b, settle }) => {
    const zone = (zoneId: string) => ({ zone: { frameId: 'lens-kcss', zoneId } });
    const mine = a.actions.create({ title: 'mine', at: zone('keep') });
    const theirs = a.actions.create({ title: 'theirs', at: { point: { x: 0, y: 3000 } }, kind: 'idea' });
    await settle();
    const { x, y } = a.view().cards.get(a.actions.create({ title: 'there', at: zone('stop') }))?.centre ?? {
      x: 0,
      y: 0,
    };
    await settle();
    let after: string[] = [];
    const state = () =>
      ['theirs', 'new'].map((title) => JSON.stringify([b.card(title), b.view().cards.get(b.card(title).id)?.kind]));
    await a.dragDuring(mine, { x, y: y + 200 }, async () => {
      b.actions.create({ title: 'new', kind: 'idea', at: zone('start') });
      const at = b.view().cards.get(b.card('new').id)?.centre ?? { x: 0, y: 0 };
      // As somebody moves it who has no layouts: by the arrows of another program, say.
      b.editor.updateShape({ id: theirs, type: 'card' as never, x: at.x, y: at.y + 200 });
      await settle();
      after = state();
    });
    await settle();
    const letGo = state();
    a.editor.undo();
    await settle();
    return { after, letGo, undone: state(), mine: b.card('mine').zone };
  });
  const { after } = seen;
  expect(seen).toEqual({ after, letGo: after, undone: after, mine: 'lens-kcss/keep' });
});

test('[CRD2] undo of a card too many takes its page with it, for participants too', async () => {
  const seen = await play('root-cause-tree', async ({ a, b, settle }) => {
    a.role = 'participant';
    b.role = 'participant';
    const at = { zone: { frameId: 'problem', zoneId: 'drafts' } };
    const pages = () => b.view().frames.filter(({ page }) => page > 0).length;
    let made = 0;
    for (let n = 0; n < 26 && pages() === 0; n++) {
      a.actions.create({ title: `${n}`, at });
      made += 1;
      await settle();
    }
    const full = pages();
    a.editor.undo();
    await settle();
    const undone = pages();
    a.editor.redo();
    await settle();
    return {
      full,
      undone,
      redone: pages(),
      putBack: a.putBack,
      cards: b.titlesIn('problem', 'drafts').length === made,
    };
  });
  expect(seen).toEqual({ full: 1, undone: 0, redone: 1, putBack: [], cards: true });
});

test('[CRD3] what was changed by hand in a zone stays when the card is nudged there, whatever it was clicked for before', async () => {
  const seen = await play('lessons-learnt', async ({ a, b, settle }) => {
    const zone = (zoneId: string) => ({ zone: { frameId: 'lens-kcss', zoneId } });
    const id = a.actions.create({ title: 'mine', at: zone('keep') });
    const centre = () => a.view().cards.get(id)?.centre ?? { x: 0, y: 0 };
    await settle();
    // A press without a move, which only selects.
    a.drag(id, centre());
    a.actions.moveTo([id], zone('stop'));
    a.actions.setPinned([id], true);
    a.actions.setFields(id, { lens_kcss: 'keep' });
    a.editor.select(id);
    const key = (name: 'key_down' | 'key_up') =>
      a.editor.dispatch({
        ...{ type: 'keyboard', name, key: 'ArrowLeft', code: 'ArrowLeft' },
        ...{ shiftKey: false, altKey: false, ctrlKey: false, metaKey: false, accelKey: false },
      });
    const before = centre().x;
    key('key_down');
    key('key_up');
    await settle();
    const { zone: at, fields } = b.card('mine');
    return { at, says: fields.lens_kcss, isNudged: centre().x < before };
  });
  expect(seen).toEqual({ at: 'lens-kcss/stop', says: 'keep', isNudged: true });
});

test('[CRD4] a page that a full zone went on at goes with its last card, and stays as long as anything stands on it', async () => {
  const seen = await play('root-cause-tree', async ({ a, b, settle }) => {
    a.role = 'participant';
    b.role = 'participant';
    const at = { zone: { frameId: 'problem', zoneId: 'drafts' } };
    const ids = Array.from({ length: 26 }, (_, n) => a.actions.create({ title: `${n}`, at }));
    await settle();
    const pages = () => b.view().frames.filter(({ page }) => page > 0).length;
    const full = pages();
    a.actions.remove(ids.slice(0, 6));
    await settle();
    const emptied = pages();
    a.editor.undo();
    await settle();
    const below = ids.filter((id) => (b.editor.getShape(id)?.y ?? 0) > 1500).length;
    const undone = pages();
    const { x, y } = b.view().frames.find(({ page }) => page > 0)?.shape ?? { x: 0, y: 0 };
    b.editor.createShape({ type: 'note', x: x + 300, y: y + 300 });
    await settle();
    a.actions.remove(ids.slice(0, 6));
    await settle();
    return { full, emptied, undone, hasCards: below > 0, noted: pages(), putBack: [...a.putBack, ...b.putBack] };
  });
  expect(seen).toEqual({ full: 1, emptied: 0, undone: 1, hasCards: true, noted: 1, putBack: [] });
});

test('[CRD6] a card drawn larger takes its size back where cards are arranged, and keeps it pinned or elsewhere', async () => {
  const seen = await play('lessons-learnt', async ({ a, b, settle }) => {
    const arranged = a.actions.create({ title: 'one', at: { zone: { frameId: 'lens-kcss', zoneId: 'keep' } } });
    const pinned = a.actions.create({ title: 'two', at: { zone: { frameId: 'lens-kcss', zoneId: 'keep' } } });
    const free = a.actions.create({ title: 'three', at: { point: { x: 0, y: 3000 } } });
    a.actions.setPinned([pinned], true);
    await settle();
    const sizeOf = (id: string) => {
      const { w, h } = b.editor.getShapePageBounds(id as never) ?? { w: 0, h: 0 };
      return `${w} ${h}`;
    };
    const grow = (id: typeof free) => {
      const before = sizeOf(id);
      a.editor.setCurrentTool('select.idle');
      a.editor.select(id);
      a.editor.zoomToSelection({ immediate: true });
      const { maxX, maxY } = a.editor.getShapePageBounds(id) ?? { maxX: 0, maxY: 0 };
      const way = [
        ['pointer_move', 0],
        ['pointer_down', 0],
        ['pointer_move', 40],
        ['pointer_move', 80],
        ['pointer_up', 80],
      ] as const;
      for (const [name, by] of way) {
        const { x, y } = a.editor.pageToScreen({ x: maxX + by, y: maxY + by });
        a.editor.dispatch({
          ...{ type: 'pointer', target: 'selection', handle: 'bottom_right', name, pointerId: 1, button: 0 },
          ...{ isPen: false, ctrlKey: false, altKey: false, shiftKey: false, metaKey: false, accelKey: false },
          point: { x, y, z: 0.5 },
        });
        a.editor.emit('tick', 16);
      }
      return before;
    };
    const before = [arranged, pinned, free].map(grow);
    await settle();
    return [arranged, pinned, free].map((id, index) => sizeOf(id) === before[index]);
  });
  expect(seen).toEqual([true, false, false]);
});

test('[CRD7] a copy that is dragged off a card has none of its votes, whoever drags it', async () => {
  const seen = await play('root-cause-tree', async ({ a, b, settle }) => {
    const at = { zone: { frameId: 'problem', zoneId: 'drafts' } };
    const id = a.actions.create({ title: 'one', at, fields: { votes_people: 4 } });
    const { x, y } = a.view().cards.get(id)?.centre ?? { x: 0, y: 0 };
    a.drag(id, { x, y: y + 300 }, { altKey: true });
    await settle();
    const copies = [...b.view().cards.values()].filter(({ title }) => title === 'one');
    return copies.map((card) => [card.id === id, card.fields.votes_people ?? 0]).toSorted((one) => (one[0] ? -1 : 1));
  });
  expect(seen).toEqual([
    [true, 4],
    [false, 0],
  ]);
});

test('[CRD9] cards that are grouped are copied as a group', async () => {
  const seen = await play('root-cause-tree', async ({ a, b, settle }) => {
    const ids = [0, 400].map((x) => a.actions.create({ title: `${x}`, at: { point: { x, y: 3000 } } }));
    const before = new Set(a.editor.getCurrentPageShapeIds());
    a.editor.groupShapes(ids);
    const group = a.editor.getOnlySelectedShapeId() as string;
    a.copyTo(a, [group], { x: 0, y: 5000 });
    await settle();
    const copies = [...b.editor.getCurrentPageShapeIds()].filter((id) => !before.has(id) && id !== group);
    return copies.map((id) => {
      const { type, parentId } = b.editor.getShape(id) ?? { type: '', parentId: '' };
      return [type, copies.includes(parentId as never)];
    });
  });
  expect(seen.toSorted()).toEqual([
    ['card', true],
    ['card', true],
    ['group', false],
  ]);
});

test('[CRD10] on the page that a full zone goes on at cards show the same columns', async () => {
  const seen = await play('actor-map', async ({ a, b, settle }) => {
    const at = { zone: { frameId: 'calls', zoneId: 'rows' } };
    const ids = Array.from({ length: 12 }, (_, n) => a.actions.create({ title: `${n}`, at }));
    await settle();
    const pages = new Set(ids.map((id) => b.view().cards.get(id)?.frameShape?.id));
    return { pages: pages.size, columns: [...new Set(ids.map((id) => b.columnsOf(id)))] };
  });
  expect(seen).toEqual({ pages: 2, columns: [7] });
});
