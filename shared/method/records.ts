import type { Language } from '../api/text.ts';
import type { AnyRecord } from '../board/groups.ts';
import { indexKeyAt } from '../board/order.ts';
import { plainRichText } from '../board/rich-text.ts';
import { fillDates } from './dates.ts';
import { frameBoxes, headingHeight } from './geometry.ts';
import { type PlacedStarter, startersOf } from './starters.ts';
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

export interface SeedFacts {
  readonly language: Language;
  readonly createdAtMs: number;
  readonly partnership: string;
  readonly boardTitle: string;
}

const pageId = 'page:page';
/** French sets these signs apart; a line must not begin or end with one. */
const frenchSpace = / (?=[?!:;»])|(?<=«) /g;
const noBreakSpace = '\u00a0';
const recordId = (id: string): AnyRecord['id'] => id as AnyRecord['id'];

/**
 * A template as tldraw's records. Ids follow from template, frame and zone, so the same template gives the same records:
 * `shape:<template>/<frame>/<zone>`; `meta.template` holds that path, `meta.starter` the text a starter began with.
 */
export function templateRecords(template: Template, facts: SeedFacts): AnyRecord[] {
  const records: AnyRecord[] = [
    { typeName: 'document', id: recordId('document:document'), gridSize: 10, name: facts.boardTitle, meta: {} },
    { typeName: 'page', id: recordId(pageId), name: facts.boardTitle, index: indexKeyAt(1), meta: {} },
  ];
  const frames = frameBoxes(template);
  for (const [position, { frame, box }] of frames.entries()) {
    records.push(...new FrameWriter(template, frame, facts).write(box, position));
  }
  let position = frames.length;
  for (const { frame, box } of frames) {
    const writer = new FrameWriter(template, frame, facts);
    for (const [number, starter] of startersOf(frame).entries()) {
      records.push(writer.starter(starter, box, number + 1, position++));
    }
  }
  return records;
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
    const name = `${frame.number} ${this.#plain(frame.title)}`;
    const props = { w, h, name, color: 'black' };
    const place = { parentId: pageId, index: indexKeyAt(position + 1) };
    return [
      { ...this.#shape('frame', '', { x, y }, props), ...place },
      ...this.#heading(w, name),
      ...frame.zones.map((zone) => this.#zone(zone)),
      ...frame.marks.map((mark, number) => this.#mark(mark, number + 1)),
      ...frame.labels.map((label, number) => this.#label(label, `label.${number + 1}`)),
      this.#footer(w, h),
    ];
  }

  /**
   * Starters are the participants' to take: unlocked, on the page like every card, above the frames. Dashed: the look's
   * sign for what nobody has written yet.
   */
  starter({ zone, text, box, textSize }: PlacedStarter, frame: Box, number: number, position: number): AnyRecord {
    const words = this.#say(text);
    const props = {
      ...{ geo: 'rectangle', dash: 'dashed', fill: 'semi', color: 'grey', labelColor: 'black', url: '', growY: 0 },
      ...{ font: 'sans', size: 's', scale: textSize / 18, align: 'middle', verticalAlign: 'middle' },
      ...{ w: box.w, h: box.h, richText: plainRichText(words) },
    };
    return {
      ...this.#shape('geo', `${zone.id}/starter.${number}`, box, props),
      x: frame.x + box.x,
      y: frame.y + box.y,
      isLocked: false,
      parentId: pageId,
      index: indexKeyAt(position + 1),
      meta: { template: `${this.#path}/${zone.id}`, starter: words },
    };
  }

  #plain(text: Text): string {
    const { language, createdAtMs } = this.#facts;
    return fillDates(text[language], language, createdAtMs);
  }

  /** For text that is broken into lines. */
  #say(text: Text): string {
    const words = this.#plain(text);
    return this.#facts.language === 'fr' ? words.replace(frenchSpace, noBreakSpace) : words;
  }

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
