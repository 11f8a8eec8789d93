import type { AnyRecord } from '../board/groups.ts';
import { indexKeyAt } from '../board/order.ts';
import { behaviours } from './behaviours/behaviours.ts';
import { setsOf } from './behaviours/scene.ts';
import { cardRecord, pageId, plainBoxRecord, recordId, relationRecord } from './card-records.ts';
import { frameBoxes, headingHeight } from './geometry.ts';
import { nameOf, type Said, say } from './say.ts';
import { type PlacedStarter, type StarterLink, starterLinks, startersOf } from './starters.ts';
import {
  type Box,
  type Frame,
  type Label,
  type Mark,
  papers,
  type Template,
  type Text,
  type Zone,
} from './template.ts';

export interface SeedFacts extends Said {
  readonly partnership: string;
  readonly boardTitle: string;
}

/**
 * A template as tldraw's records. Ids follow from template, frame and zone, so the same template gives the same records:
 * `shape:<template>/<frame>/<zone>`; `meta.template` holds that path, `meta.starter` the text that a starter invites with.
 */
export function templateRecords(template: Template, facts: SeedFacts): AnyRecord[] {
  return [...furnitureRecords(template, facts), ...starterRecords(template, facts)];
}

/** All that a board has for good. */
export function furnitureRecords(template: Template, facts: SeedFacts): AnyRecord[] {
  return [
    { typeName: 'document', id: recordId('document:document'), gridSize: 10, name: facts.boardTitle, meta: {} },
    { typeName: 'page', id: recordId(pageId), name: facts.boardTitle, index: indexKeyAt(1), meta: {} },
    ...frameBoxes(template).flatMap(({ frame, box }, position) =>
      new FrameWriter(template, frame, facts).write(box, position),
    ),
  ];
}

/** What people write over, on the page above the frames. */
function starterRecords(template: Template, facts: SeedFacts): AnyRecord[] {
  const frames = frameBoxes(template);
  let position = frames.length;
  const placed = frames.map(({ frame, box }) => ({
    box,
    starters: startersOf(frame),
    writer: new FrameWriter(template, frame, facts),
  }));
  // Below all cards, those of other frames as well.
  const relations = placed.flatMap(({ writer, starters }) =>
    starterLinks(starters).map((link, number) => writer.link(link, number + 1, position++)),
  );
  const cards = placed.flatMap(({ writer, starters, box }) =>
    starters.map((starter) => writer.starter(starter, box, position++)),
  );
  return [...relations, ...cards];
}

/** Writes the records of one frame; furniture is locked and stands in the order it was written in. */
class FrameWriter {
  readonly #template: Template;
  readonly #frame: Frame;
  readonly #facts: SeedFacts;
  readonly #path: string;
  #children = 0;

  constructor(template: Template, frame: Frame, facts: SeedFacts) {
    this.#template = template;
    this.#frame = frame;
    this.#facts = facts;
    this.#path = `${template.id}/${frame.id}`;
  }

  write({ x, y, w, h }: Box, position: number): AnyRecord[] {
    const frame = this.#frame;
    const name = `${frame.number} ${nameOf(frame.title, this.#facts)}`;
    const props = { w, h, name, color: 'black' };
    const place = { parentId: pageId, index: indexKeyAt(position + 1) };
    return [
      { ...this.#shape('frame', '', { x, y }, props), ...place },
      ...this.#heading(w, name),
      ...frame.zones.map((zone) => this.#zone(zone)),
      ...frame.zones.flatMap((zone) => this.#view(zone)),
      ...this.#more({ x: 0, y: 0, w, h }),
      ...frame.marks.map((mark, number) => this.#mark(mark, number + 1)),
      ...frame.labels.map((label, number) => this.#label(label, `label.${number + 1}`)),
      this.#footer(w, h),
    ];
  }

  /** The participants' to take. Where people put no cards it is plain text in a dashed box: nobody has written it yet. */
  starter(starter: PlacedStarter, frame: Box, position: number): AnyRecord {
    const { zone, text, face, textSize } = starter;
    const words = this.#say(text);
    const box = { ...starter.box, x: frame.x + starter.box.x, y: frame.y + starter.box.y };
    const meta = { template: `${this.#path}/${zone.id}`, starter: words };
    const common = { id: this.#starterId(starter), position, meta };
    if (zone.cardKind === null) return plainBoxRecord({ ...common, box, textSize, words });
    const said = { kind: zone.cardKind, title: '', fields: setsOf(this.#frame, zone), placeholder: words };
    return cardRecord({ ...common, ...said, box, face, textSize });
  }

  /** What joins two starters. */
  link({ from, to, kind }: StarterLink, number: number, position: number): AnyRecord {
    const meta = { template: `${this.#path}/${from.zone.id}`, starter: '' };
    const id = `shape:${this.#path}/starter.edge.${number}`;
    return relationRecord({ id, position, meta }, { from: this.#starterId(from), to: this.#starterId(to) }, { kind });
  }

  #starterId = ({ zone, number }: PlacedStarter): string => `shape:${this.#path}/${zone.id}/starter.${number}`;

  #say = (text: Text): string => say(text, this.#facts);

  #shape(type: string, part: string, at: { x: number; y: number }, props: Record<string, unknown>): AnyRecord {
    const path = part === '' ? this.#path : `${this.#path}/${part}`;
    return {
      typeName: 'shape',
      id: recordId(`shape:${path}`),
      type,
      parentId: `shape:${this.#path}`,
      index: indexKeyAt(1 + this.#children++),
      x: at.x,
      y: at.y,
      rotation: 0,
      isLocked: true,
      opacity: 1,
      props,
      meta: { template: path },
    };
  }

  #heading(w: number, title: string): AnyRecord[] {
    const { question, chips, paper } = this.#frame;
    if (question === undefined) return [];
    const [titleSize, questionSize] = paper === 'A4' ? [34, 21] : [40, 27];
    const props = {
      ...{ w, h: headingHeight, step: Math.max(1, this.#template.step), titleSize, questionSize, title },
      question: this.#say(question),
      chips: chips.map((chip) => this.#say(chip)),
    };
    return [this.#shape('heading', 'heading', { x: 0, y: 0 }, props)];
  }

  #zone({ id, box, form, role, sign, head, headSize, title, name, prompt, titleSize }: Zone): AnyRecord {
    const sizes = papers[this.#frame.paper];
    return this.#shape('zone', id, box, {
      ...{ w: box.w, h: box.h, form, role, sign, head, headWidth: head === 'left' ? headSize : 0 },
      title: title !== undefined ? this.#say(title) : name !== undefined ? this.#say(name) : '',
      prompt: prompt !== undefined ? this.#say(prompt) : '',
      titleSize: titleSize ?? sizes.titleSize,
      promptSize: sizes.promptSize,
    });
  }

  /** Over its zone and all that lie in it, under the marks. */
  #view({ id, box, view }: Zone): AnyRecord[] {
    return view === undefined ? [] : [this.#shape('view', `${id}/view`, box, { w: box.w, h: box.h, view })];
  }

  /** Says over the whole frame which of its zones go on elsewhere, and which cards are a cluster. */
  #more(box: Box): AnyRecord[] {
    const frame = this.#frame;
    const zone = frame.zones.find((own) => behaviours[own.layout]?.sign?.(own, frame));
    const props = { w: box.w, h: box.h, view: 'more' };
    return zone === undefined ? [] : [this.#shape('view', `${zone.id}/more`, box, props)];
  }

  #mark({ box, path, tone, fill, strokeWidth, dash }: Mark, number: number): AnyRecord {
    return this.#shape('mark', `mark.${number}`, box, { w: box.w, h: box.h, path, tone, fill, strokeWidth, dash });
  }

  #label({ box, text, size, weight, align, tone, plate, turn }: Label, part: string): AnyRecord {
    const rotation = (turn * Math.PI) / 180;
    const props = { w: box.w, h: box.h, text: this.#say(text), size, weight, align, tone, plate };
    return { ...this.#shape('label', part, turnedOrigin(box, rotation), props), rotation };
  }

  /** Partnership and board; the day and the page number come with the printed page. */
  #footer(w: number, h: number): AnyRecord {
    const { footSize } = papers[this.#frame.paper];
    const { partnership, boardTitle } = this.#facts;
    const box = { x: 40, y: h - 40, w: w - 340, h: Math.ceil(footSize * 1.5) };
    return this.#shape('label', 'footer', box, {
      ...{ w: box.w, h: box.h, text: [partnership, boardTitle].filter(Boolean).join(' · '), size: footSize },
      ...{ weight: 500, align: 'left', tone: 'muted', plate: 'none' },
    });
  }
}

/** tldraw turns a shape about its origin, a template about its centre. */
function turnedOrigin({ x, y, w, h }: Box, rotation: number): { x: number; y: number } {
  if (rotation === 0) return { x, y };
  const [cos, sin] = [Math.cos(rotation), Math.sin(rotation)];
  const round = (value: number): number => Math.round(value * 100) / 100;
  return { x: round(x + w / 2 - (cos * w - sin * h) / 2), y: round(y + h / 2 - (sin * w + cos * h) / 2) };
}
