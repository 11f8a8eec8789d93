import type { TLRecord, TLShapeId } from '@tldraw/tlschema';
import type { Language } from '../../api/text.ts';
import { relationWords, tieWords } from '../../method/words/relations.ts';
import type { CardShape, MirrorShape, RelationShape } from '../card-shapes.ts';
import { createGeometry, type Point, type Records } from '../containment.ts';
import type { AnyRecord } from '../groups.ts';
import { isShape } from '../read-board.ts';
import { plainRichText } from '../rich-text.ts';
import type { HeadingShape, LabelShape, MarkShape, ZoneShape } from '../template-shapes.ts';
import { pathStrokes } from './path-lines.ts';
import { kindColours, stateDashes, tieColours, toneColours, zoneColours } from './tldraw-styles.ts';

/** tldraw's small text at scale 1, in board units. */
const smallText = 18;

/** What stands for a record in a file for tldraw: itself, or tldraw's own shapes that look like it. */
export type Translate = (record: TLRecord) => readonly AnyRecord[];

/**
 * Our shapes as tldraw draws them: cards, zones and headings as boxes, relations as arrows that hold on to their cards,
 * labels as text, marks as drawn lines. The first of the records has the id of the original. Pictures that follow from the
 * cards have no counterpart.
 */
export function createTranslate(records: Records, language: Language): Translate {
  const geometry = createGeometry(records);
  return (record) => {
    if (!isShape(record)) return [asAny(record)];
    switch (record.type) {
      case 'card':
        return [box(record, cardProps(record, record.props))];
      case 'mirror': {
        const of = records.get(record.props.of);
        if (!isShape(of) || of.type !== 'card') return [];
        return [box(record, { ...cardProps(of, record.props), dash: 'dashed' })];
      }
      case 'relation':
        return arrow(record, records, geometry.centreOf, language);
      case 'zone':
        return [box(record, zoneProps(record))];
      case 'heading':
        return [box(record, headingProps(record))];
      case 'label':
        return [label(record)];
      case 'mark':
        return strokes(record);
      case 'view':
        return [];
      default:
        return [asAny(record)];
    }
  };
}

const asAny = (record: TLRecord): AnyRecord => record as unknown as AnyRecord;

type Own = CardShape | MirrorShape | RelationShape | ZoneShape | HeadingShape | LabelShape | MarkShape;

const like = (shape: Own, type: string, props: object): AnyRecord =>
  ({ ...shape, type, props, meta: shape.meta }) as unknown as AnyRecord;

const box = (shape: Own, props: object): AnyRecord =>
  like(shape, 'geo', {
    ...{ geo: 'rectangle', dash: 'solid', fill: 'solid', color: 'black', labelColor: 'black', size: 's', scale: 1 },
    ...{ font: 'sans', align: 'start', verticalAlign: 'start', url: '', growY: 0, richText: plainRichText('') },
    ...props,
  });

/** tldraw takes no empty boxes. */
const sides = ({ w, h }: { readonly w: number; readonly h: number }) => ({ w: Math.max(1, w), h: Math.max(1, h) });

const textAt = (units: number) => ({ scale: Math.max(0.1, units / smallText) });

const cardProps = (
  { props: { kind, richText } }: CardShape,
  place: { readonly w: number; readonly h: number; readonly textSize: number },
) => ({
  ...{ ...sides(place), ...textAt(place.textSize), color: kindColours[kind], fill: 'solid' },
  ...{ align: 'middle', verticalAlign: 'middle', richText },
});

function zoneProps({ props: { form, role, title, prompt, titleSize, ...rest } }: ZoneShape) {
  const words = [title, prompt].filter((text) => text !== '').join('\n');
  return {
    ...{ ...sides(rest), ...textAt(titleSize), geo: form, color: zoneColours[role], dash: 'dashed', fill: 'none' },
    ...{ richText: plainRichText(words), align: form === 'ellipse' ? 'middle' : 'start' },
  };
}

const headingProps = ({ props: { title, question, chips, titleSize, ...rest } }: HeadingShape) => ({
  ...{ ...sides(rest), ...textAt(titleSize), color: 'grey', fill: 'semi', verticalAlign: 'middle' },
  richText: plainRichText([title, question, ...chips].filter((text) => text !== '').join('\n')),
});

const label = (shape: LabelShape): AnyRecord => {
  const { w, text, size, align, tone } = shape.props;
  const { scale } = textAt(size);
  const textAlign = { left: 'start', center: 'middle', right: 'end' }[align];
  return like(shape, 'text', {
    ...{ color: toneColours[tone], size: 's', font: 'sans', textAlign, autoSize: false, scale },
    ...{ w: Math.max(1, w / scale), richText: plainRichText(text) },
  });
};

function strokes(shape: MarkShape): readonly AnyRecord[] {
  const { path, tone, fill, dash, strokeWidth } = shape.props;
  const props = {
    ...{ color: toneColours[tone], size: 's', dash, scale: Math.max(0.1, strokeWidth / 2) },
    ...{ fill: { none: 'none', paper: 'semi', solid: 'solid' }[fill], isComplete: true, isPen: false },
  };
  const found = pathStrokes(path);
  return found.map(({ points, isClosed }, number) => {
    const [first] = points;
    const all = isClosed && first !== undefined ? [...points, first] : points;
    const segments = [{ type: 'free', points: all.map(({ x, y }) => ({ x, y, z: 0.5 })) }];
    const drawn = like(shape, 'draw', { ...props, isClosed, segments });
    return number === 0 ? drawn : ({ ...drawn, id: partId(shape.id, number) } as AnyRecord);
  });
}

/** Of what stands for a record beside its first shape. */
const partId = (id: string, part: number | string): TLShapeId => `${id}~${part}` as TLShapeId;

function arrow(
  shape: RelationShape,
  records: Records,
  centreOf: (shape: CardShape & TLRecord) => Point,
  language: Language,
): readonly AnyRecord[] {
  const { from, to, kind, tie, strength, state, direction, note } = shape.props;
  const ends = [records.get(from), records.get(to)].map((end) => (isShape(end) && end.type === 'card' ? end : null));
  const [start, end] = ends.map((card) => card && centreOf(card as CardShape & TLRecord));
  if (!start || !end) return [];
  const words = kind === 'relates' ? tieWords[tie] : relationWords[kind];
  const isNamed = kind !== 'causes' && kind !== 'leads_to';
  const drawn = like(shape, 'arrow', {
    ...{ kind: 'arc', color: kind === 'relates' ? tieColours[tie] : 'grey', labelColor: 'black', fill: 'none' },
    ...{ dash: stateDashes[state], size: (['s', 'm', 'l'] as const)[strength - 1] ?? 'm', font: 'sans', scale: 1 },
    ...{ arrowheadStart: direction === 'both' ? 'arrow' : 'none', arrowheadEnd: 'arrow' },
    ...{ start: { x: 0, y: 0 }, end: { x: end.x - start.x, y: end.y - start.y }, bend: 0 },
    ...{ text: [isNamed ? words[language] : '', note].filter((text) => text !== '').join(': ') },
    ...{ labelPosition: 0.5, elbowMidPoint: 0.5 },
  });
  const placed = { ...drawn, x: start.x, y: start.y, rotation: 0 } as AnyRecord;
  return [placed, binding(shape, 'start', from), binding(shape, 'end', to)];
}

const binding = ({ id }: RelationShape, terminal: 'start' | 'end', toId: TLShapeId): AnyRecord =>
  ({
    ...{ typeName: 'binding', id: `binding:${id.slice('shape:'.length)}~${terminal}`, type: 'arrow', fromId: id, toId },
    ...{ meta: {} },
    props: { terminal, normalizedAnchor: { x: 0.5, y: 0.5 }, isExact: false, isPrecise: false, snap: 'none' },
  }) as unknown as AnyRecord;
