import { useState } from 'react';
import { type Editor, useEditor, useValue } from 'tldraw';
import { behaviours } from '../../../shared/method/behaviours/behaviours.ts';
import { layoutZone } from '../../../shared/method/behaviours/scene.ts';
import { originOf, readScenes, type Scenes } from '../../../shared/method/behaviours/scenes.ts';
import type { Box } from '../../../shared/method/template.ts';
import { spotAt } from '../actions/spots.ts';
import type { Method } from '../method.ts';
import styles from './Cues.module.css';
import { deskOf } from './desk.ts';
import { type SelectedCard, selectedCards } from './selected.ts';

/** While a card is dragged: the zone that it would come into and the card that it would hang on, if it were let go now. */
export function DropCue() {
  const editor = useEditor();
  const desk = deskOf(editor);
  const method = useValue('method', () => desk.method.get(), [desk]);
  const isDragging = useValue('drags', () => editor.isIn('select.translating'), [editor]);
  return method !== null && isDragging ? <Cue method={method} /> : null;
}

interface Start {
  readonly scenes: Scenes;
  readonly dragged: SelectedCard | undefined;
}

function Cue({ method }: { readonly method: Method }) {
  const { editor } = method;
  // As the board stood when the drag began: to read it anew at each move would hold the hand up.
  const [start] = useState<Start>(() => {
    const [dragged] = selectedCards(method);
    return { scenes: readScenes(method.view.get(), method.template), dragged };
  });
  const boxes = useValue('drop cue', () => cueOf(method, start).map((box) => onScreen(editor, box)), [method, start]);
  return boxes.map((box, index) => (
    <div key={index === 0 ? 'zone' : 'card'} className={index === 0 ? styles.zone : styles.target} style={box} />
  ));
}

/** The zone first, then the card; in page coordinates. */
function cueOf({ editor, template }: Method, { scenes, dragged }: Start): readonly Box[] {
  const bounds = dragged && editor.getShapePageBounds(dragged.shape.id);
  if (dragged === undefined || bounds === undefined) return [];
  const spot = spotAt(editor, template, bounds.center);
  const scene = scenes.at(spot);
  const { frame, zone } = spot;
  if (scene === undefined || frame === null || zone === null || zone.cardKind === null) return [];
  const origin = originOf(scene);
  const page = (box: Box): Box => ({ ...box, x: box.x + origin.x, y: box.y + origin.y });
  const arranging = layoutZone(frame, zone);
  const { x, y, w, h } = bounds;
  const { card, shape } = dragged;
  const item = {
    ...{ id: shape.id, cardId: card.id, kind: card.kind, title: card.title, fields: card.fields },
    ...{
      zoneId: arranging.id,
      pinned: false,
      isGhost: false,
      order: '',
      box: { x: x - origin.x, y: y - origin.y, w, h },
    },
  };
  const others = scene.items.filter(({ id }) => id !== shape.id);
  const hangs = scene.layout === 'tree' || scene.layout === 'minitree';
  const parent = hangs
    ? behaviours[scene.layout]?.drop({ ...scene, items: [...others, item] }, item, arranging).parent
    : undefined;
  const target = others.find(({ cardId }) => cardId === parent?.cardId);
  return [page(zone.box), ...(target === undefined ? [] : [page(target.box)])];
}

function onScreen(editor: Editor, { x, y, w, h }: Box) {
  const from = editor.pageToViewport({ x, y });
  const to = editor.pageToViewport({ x: x + w, y: y + h });
  return { left: from.x, top: from.y, width: to.x - from.x, height: to.y - from.y };
}
