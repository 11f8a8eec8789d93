import { useState } from 'react';
import { type Editor, type TLShapeId, useEditor, useValue } from 'tldraw';
import { behaviours } from '../../../shared/method/behaviours/behaviours.ts';
import { panelUnder } from '../../../shared/method/behaviours/clusters.ts';
import { layoutZone, type PlacedScene } from '../../../shared/method/behaviours/scene.ts';
import { originOf, readScenes, type Scenes } from '../../../shared/method/behaviours/scenes.ts';
import type { Box } from '../../../shared/method/template.ts';
import { spotAt } from '../actions/spots.ts';
import type { Method } from '../method.ts';
import styles from './Cues.module.css';
import { deskOf } from './desk.ts';
import { type SelectedCard, selectedCards } from './selected.ts';

/**
 * While a card is dragged: the zone that it would come into and the card that it would hang on or the cluster that it would
 * join, if it were let go now.
 */
export function DropCue() {
  const editor = useEditor();
  const desk = deskOf(editor);
  const method = useValue('method', () => desk.method.get(), [desk]);
  const isDragging = useValue('drags', () => editor.isIn('select.translating'), [editor]);
  return method !== null && isDragging ? <Cue method={method} /> : null;
}

interface Start {
  readonly scenes: Scenes;
  /** The first of them is the one that is looked at. */
  readonly inHand: readonly SelectedCard[];
}

function Cue({ method }: { readonly method: Method }) {
  const { editor } = method;
  // As the board stood when the drag began: to read it anew at each move would hold the hand up.
  const [start] = useState<Start>(() => ({
    scenes: readScenes(method.view.get(), method.template),
    inHand: selectedCards(method),
  }));
  const boxes = useValue('drop cue', () => cueOf(method, start).map((box) => onScreen(editor, box)), [method, start]);
  return boxes.map((box, index) => (
    <div key={index === 0 ? 'zone' : 'card'} className={index === 0 ? styles.zone : styles.target} style={box} />
  ));
}

/** The zone first, then what is in it; in page coordinates. */
function cueOf({ editor, template }: Method, { scenes, inHand }: Start): readonly Box[] {
  const [dragged] = inHand;
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
  const hand = handIn(scene, inHand);
  const others = scene.items.flatMap((other) => {
    const now = hand.has(other.id) ? editor.getShapePageBounds(other.id as TLShapeId) : undefined;
    if (other.id === shape.id) return [];
    return [now === undefined ? other : { ...other, box: { ...other.box, x: now.x - origin.x, y: now.y - origin.y } }];
  });
  const hangs = scene.layout === 'tree' || scene.layout === 'minitree';
  const parent = hangs
    ? behaviours[scene.layout]?.drop({ ...scene, items: [...others, item] }, item, arranging).parent
    : undefined;
  const target = hangs
    ? others.find(({ cardId }) => cardId === parent?.cardId)
    : scene.layout === 'grid'
      ? panelUnder({ ...scene, items: [...others, item] }, item, hand)
      : undefined;
  return [page(zone.box), ...(target === undefined ? [] : [page(target.box)])];
}

/** Where what is in hand was in a scene. */
const handIn = ({ items }: PlacedScene, inHand: readonly SelectedCard[]) =>
  new Map<string, Box | null>(
    inHand.map(({ shape }) => [shape.id, items.find(({ id }) => id === shape.id)?.box ?? null]),
  );

function onScreen(editor: Editor, { x, y, w, h }: Box) {
  const from = editor.pageToViewport({ x, y });
  const to = editor.pageToViewport({ x: x + w, y: y + h });
  return { left: from.x, top: from.y, width: to.x - from.x, height: to.y - from.y };
}
