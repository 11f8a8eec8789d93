import type { TLRecord } from '@tldraw/tlschema';
import type { AnyRecord } from '../../../../shared/board/groups.ts';
import { plainRichText } from '../../../../shared/board/rich-text.ts';

/** Records as a canvas would make them, with what a test wants different. */

type Props = Readonly<Record<string, unknown>>;

const styles = { color: 'black', labelColor: 'black', size: 'm', font: 'draw', url: '', scale: 1 };
const stroke = { color: 'black', fill: 'none', dash: 'draw', size: 'm', scale: 1 };

export type TestRecord = TLRecord & AnyRecord;

/** Props of every kind of shape a board may hold. */
export const defaultProps: Readonly<Record<string, Props>> = {
  arrow: {
    ...{ ...stroke, labelColor: 'black', kind: 'arc', arrowheadStart: 'none', arrowheadEnd: 'arrow', font: 'draw' },
    ...{ start: { x: 0, y: 0 }, end: { x: 100, y: 0 }, bend: 0, text: '', labelPosition: 0.5, elbowMidPoint: 0.5 },
  },
  draw: { ...stroke, segments: [], isComplete: true, isClosed: false, isPen: false },
  frame: { w: 400, h: 300, name: '1 Frame', color: 'black' },
  geo: {
    ...{ ...styles, geo: 'rectangle', dash: 'draw', fill: 'none', w: 100, h: 100, growY: 0 },
    ...{ align: 'middle', verticalAlign: 'middle', richText: plainRichText('') },
  },
  group: {},
  highlight: { color: 'yellow', size: 'm', scale: 1, segments: [], isComplete: true, isPen: false },
  image: { w: 100, h: 100, playing: true, url: '', assetId: null, crop: null, flipX: false, flipY: false, altText: '' },
  line: {
    ...{ color: 'black', dash: 'draw', size: 'm', scale: 1, spline: 'line' },
    points: { a1: { id: 'a1', index: 'a1', x: 0, y: 0 }, a2: { id: 'a2', index: 'a2', x: 100, y: 50 } },
  },
  note: {
    ...{ ...styles, growY: 0, fontSizeAdjustment: 0, align: 'middle', verticalAlign: 'middle' },
    richText: plainRichText(''),
  },
  text: {
    ...{ color: 'black', size: 'm', font: 'draw', textAlign: 'start', w: 120, scale: 1, autoSize: true },
    richText: plainRichText(''),
  },
  video: { w: 100, h: 100, time: 0, playing: true, autoplay: true, url: '', assetId: null, altText: '' },
  heading: { w: 1600, h: 88, step: 1, title: '', question: '', chips: [], titleSize: 34, questionSize: 21 },
  zone: {
    ...{ w: 200, h: 200, form: 'rectangle', role: 'work', sign: 'none', head: 'none', headWidth: 0 },
    ...{ title: '', prompt: '', titleSize: 22, promptSize: 17 },
  },
  label: { w: 100, h: 20, text: '', size: 20, weight: 500, align: 'left', tone: 'ink', plate: 'none' },
  mark: { w: 100, h: 100, path: 'M0 0L10 10', tone: 'line', fill: 'none', strokeWidth: 2, dash: 'solid' },
};

interface ShapeChanges {
  readonly [key: string]: unknown;
  readonly props?: Props;
}

export const shape = (id: string, type: string, { props, ...changes }: ShapeChanges = {}): TestRecord =>
  ({
    ...{ typeName: 'shape', id: `shape:${id}`, type, parentId: 'page:page', index: 'a1' },
    ...{ x: 0, y: 0, rotation: 0, isLocked: false, opacity: 1, meta: {}, ...changes },
    props: { ...defaultProps[type], ...props },
  }) as unknown as TestRecord;

export const note = (id: string, text: string, changes: ShapeChanges = {}): TestRecord =>
  shape(id, 'note', { ...changes, props: { richText: plainRichText(text), ...changes.props } });

export const arrowBinding = (arrow: string, terminal: 'start' | 'end', target: string): TestRecord =>
  ({
    ...{ typeName: 'binding', id: `binding:${arrow}-${terminal}`, type: 'arrow', meta: {} },
    ...{ fromId: `shape:${arrow}`, toId: `shape:${target}` },
    props: { terminal, normalizedAnchor: { x: 0.5, y: 0.5 }, isExact: false, isPrecise: false, snap: 'none' },
  }) as unknown as TestRecord;

export const boardOf = (...records: TestRecord[]): ReadonlyMap<string, TLRecord> =>
  new Map(records.map((record) => [record.id, record]));
