import {
  AssetRecordType,
  createShapeId,
  type Editor,
  type TLFrameShape,
  type TLRichText,
  type TLShapeId,
  type TLShapePartial,
  toRichText,
} from 'tldraw';

/** Words of the scripts that a PDF has to hold; `é ü ß ł Ω Я` among them. */
const texts = [
  'Risque élevé : délai de réponse',
  'Größe über Maß – Straße',
  'Łódź zażółć gęślą jaźń',
  'Ωμέγα Αθήνα ελληνικά',
  'Я согласен с планом',
  'Café naïve façade coördinate',
] as const;

type Node = Record<string, unknown>;
const word = (text: string, ...marks: readonly (string | Node)[]): Node => ({
  type: 'text',
  text,
  ...(marks.length > 0 && { marks: marks.map((mark) => (typeof mark === 'string' ? { type: mark } : mark)) }),
});
const paragraph = (...content: readonly Node[]): Node => ({ type: 'paragraph', attrs: { dir: 'auto' }, content });
const list = (type: string, ...items: readonly string[]): Node => ({
  type,
  content: items.map((item) => ({ type: 'listItem', content: [paragraph(word(item))] })),
});
const rich = (...content: readonly Node[]): TLRichText => ({ type: 'doc', content }) as unknown as TLRichText;

const richTexts: readonly TLRichText[] = [
  rich(
    paragraph(word('Plain '), word('boldly', 'bold'), word(' and '), word('slanted', 'italic')),
    list('bulletList', 'premier point', 'zweiter Punkt', 'третий пункт'),
  ),
  rich(paragraph(word('Run '), word('typed()', 'code'), word(' then '), word('marked', 'highlight'))),
  rich(
    list('orderedList', 'first step', 'second step'),
    paragraph(
      word('See '),
      word('the source', { type: 'link', attrs: { href: 'https://example.org/source?a=1&b=2' } }),
      word(' or '),
      word('struck', 'strike'),
    ),
  ),
];

const id = (name: string): TLShapeId => createShapeId(name);
const ink = (count: number, height: number, length: number) => [
  {
    type: 'free' as const,
    points: Array.from({ length: count }, (_, index) => ({
      x: (index * length) / count,
      y: Math.sin(index / 6) * height,
      z: 0.3 + 0.4 * Math.abs(Math.sin(index)),
    })),
  },
];

/** With the hard edges of a drawing. */
function drawGrid(pen: CanvasRenderingContext2D): void {
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, 400, 260);
  pen.fillStyle = '#0088ff';
  for (let x = 0; x < 400; x += 20) for (let y = 0; y < 260; y += 20) pen.fillRect(x, y, 9, 9);
}

function picture(editor: Editor, mimeType: 'image/jpeg' | 'image/webp'): TLShapePartial['props'] {
  const canvas = Object.assign(document.createElement('canvas'), { width: 400, height: 260 });
  const pen = canvas.getContext('2d');
  if (pen === null) throw new Error('no canvas');
  const colours = pen.createLinearGradient(0, 0, 400, 260);
  colours.addColorStop(0, '#0088ff');
  colours.addColorStop(1, '#ff6600');
  pen.fillStyle = colours;
  if (mimeType === 'image/jpeg') pen.fillRect(0, 0, 400, 260);
  else drawGrid(pen);
  const assetId = AssetRecordType.createId(mimeType);
  const props = {
    name: 'picture',
    src: canvas.toDataURL(mimeType, mimeType === 'image/webp' ? 1 : undefined),
    w: 400,
    h: 260,
    mimeType,
    isAnimated: false,
  };
  editor.createAssets([{ id: assetId, type: 'image', typeName: 'asset', meta: {}, props }]);
  return { assetId, w: 200, h: 130 };
}

function bind(editor: Editor, arrow: string, start: string, end: string): void {
  const end_ = (terminal: 'start' | 'end', to: string) => ({
    type: 'arrow' as const,
    fromId: id(arrow),
    toId: id(to),
    props: { terminal, isExact: false, isPrecise: false, normalizedAnchor: { x: 0.5, y: 0.5 } },
  });
  editor.createBindings([end_('start', start), end_('end', end)]);
}

/** Two frames with a shape of every kind, and one note outside them. */
export function everyShape(editor: Editor): void {
  const fonts = ['draw', 'sans', 'serif', 'mono'] as const;
  const colours = ['yellow', 'light-blue', 'light-green', 'orange', 'violet', 'light-red', 'grey', 'blue'] as const;
  const first = id('frame1');
  const second = id('frame2');
  const notes = [...texts.map((text) => toRichText(text)), ...richTexts, toRichText('Zwölf Boxkämpfer jagen Viktor')];
  const shapes: TLShapePartial[] = [
    { id: first, type: 'frame', x: 0, y: 0, props: { w: 1600, h: 1131, name: '1 Idées & risques (Ω)' } },
    ...notes.map(
      (richText, index): TLShapePartial => ({
        id: id(`note${index}`),
        type: 'note',
        parentId: first,
        x: 60 + (index % 6) * 250,
        y: 120 + Math.floor(index / 6) * 330,
        rotation: index === 4 ? 0.15 : 0,
        props: {
          richText,
          color: colours[index % 8],
          font: fonts[index % 4],
          size: index % 3 === 0 ? 's' : 'm',
        },
      }),
    ),
    // Over a note, and under another: the order of drawing shows.
    {
      id: id('over'),
      type: 'geo',
      parentId: first,
      x: 180,
      y: 230,
      opacity: 0.6,
      props: { geo: 'rectangle', w: 220, h: 120, fill: 'fill', color: 'green', richText: toRichText('Overlap') },
    },
    // Half outside its frame, which cuts it off.
    {
      id: id('cut'),
      type: 'geo',
      parentId: first,
      x: 1500,
      y: 900,
      props: { geo: 'ellipse', w: 240, h: 160, fill: 'solid', color: 'red' },
    },
    { id: second, type: 'frame', x: 1760, y: 0, props: { w: 1600, h: 1131, name: '2 Systemkarte Я' } },
    ...(
      [
        ['rectangle', 60, 80, { richText: toRichText('Partner é ü ß'), fill: 'solid', color: 'blue' }],
        ['ellipse', 620, 80, { richText: toRichText('Ω ł Я'), fill: 'pattern', color: 'red', dash: 'dashed' }],
        ['diamond', 1180, 80, { richText: toRichText('Raute'), fill: 'semi', color: 'green', font: 'sans' }],
        ['cloud', 60, 420, { richText: toRichText('Wolke'), fill: 'solid', color: 'violet', dash: 'dotted' }],
        ['star', 1240, 420, { fill: 'fill', color: 'yellow' }],
        ['check-box', 1240, 640, { fill: 'none', color: 'black', dash: 'solid' }],
        ['arrow-right', 1000, 640, { fill: 'pattern', color: 'orange' }],
      ] as const
    ).map(
      ([geo, x, y, props]): TLShapePartial => ({
        id: id(geo),
        type: 'geo',
        parentId: second,
        x,
        y,
        props: { geo, w: 220, h: 130, ...props },
      }),
    ),
    ...(['straight', 'curved', 'elbow'] as const).map(
      (name): TLShapePartial => ({
        id: id(name),
        type: 'arrow',
        parentId: second,
        props: {
          straight: { text: 'étape → Я' },
          curved: { text: 'zweites Etikett', bend: 60, arrowheadEnd: 'triangle', dash: 'dashed', color: 'red' },
          elbow: { kind: 'elbow', arrowheadStart: 'dot', color: 'blue' },
        }[name],
      }),
    ),
    ...[0, 1, 2].map(
      (index): TLShapePartial => ({
        id: id(`ink${index}`),
        type: 'draw',
        parentId: second,
        x: 400 + index * 40,
        y: 360 + index * 40,
        props: { segments: ink(120, 18, 400), color: colours[index], size: 'm', isComplete: true, isPen: true },
      }),
    ),
    {
      id: id('marker'),
      type: 'highlight',
      parentId: second,
      x: 60,
      y: 800,
      props: { segments: ink(40, 2, 520), color: 'yellow', size: 'l', isComplete: true },
    },
    {
      id: id('text'),
      type: 'text',
      parentId: second,
      x: 60,
      y: 780,
      props: { richText: toRichText('Freitext é ü ß ł Ω Я'), font: 'sans', size: 'm' },
    },
    {
      id: id('turned'),
      type: 'text',
      parentId: second,
      x: 700,
      y: 760,
      rotation: -0.1,
      props: { richText: toRichText('Gedrehte Zeile'), font: 'serif', size: 's' },
    },
    {
      id: id('line'),
      type: 'line',
      parentId: second,
      x: 60,
      y: 900,
      props: {
        spline: 'cubic',
        color: 'violet',
        points: {
          a1: { id: 'a1', index: 'a1', x: 0, y: 0 },
          a2: { id: 'a2', index: 'a2', x: 200, y: 120 },
          a3: { id: 'a3', index: 'a3', x: 420, y: 0 },
        },
      },
    },
    {
      id: id('jpeg'),
      type: 'image',
      parentId: second,
      x: 1000,
      y: 860,
      rotation: 0.08,
      props: { ...picture(editor, 'image/jpeg'), altText: 'Gradient from blue to orange' },
    },
    {
      id: id('webp'),
      type: 'image',
      parentId: second,
      x: 1300,
      y: 860,
      props: {
        ...picture(editor, 'image/webp'),
        w: 100,
        altText: 'Cropped',
        crop: { topLeft: { x: 0.25, y: 0 }, bottomRight: { x: 0.75, y: 1 } },
      },
    },
    {
      id: id('outside'),
      type: 'note',
      x: 3460,
      y: 300,
      props: { richText: toRichText('Draußen vor dem Rahmen'), font: 'sans', labelColor: 'red' },
    },
  ];
  editor.createShapes(shapes);
  bind(editor, 'straight', 'rectangle', 'ellipse');
  bind(editor, 'curved', 'ellipse', 'diamond');
  bind(editor, 'elbow', 'cloud', 'star');
}

/** One frame as large as a wall, full of notes. */
export function manyNotes(editor: Editor, count: number): void {
  const columns = Math.ceil(Math.sqrt(count * 1.4));
  const frame = id('wall');
  editor.createShapes([
    {
      id: frame,
      type: 'frame',
      props: { w: columns * 220 + 40, h: Math.ceil(count / columns) * 220 + 40, name: '1 Wall' },
    },
    ...Array.from({ length: count }, (_, index): TLShapePartial => {
      const sentence = `Nr${index} ${texts[index % texts.length]}, again and again`;
      return {
        id: id(`note${index}`),
        type: 'note',
        parentId: frame,
        x: 30 + (index % columns) * 220,
        y: 30 + Math.floor(index / columns) * 220,
        props: {
          richText: index % 5 === 1 ? (richTexts[index % 3] ?? toRichText(sentence)) : toRichText(sentence),
          font: (['draw', 'sans'] as const)[index % 2],
          size: 's',
        },
      };
    }),
  ]);
}

/** Several frames full of cards with an organisation, votes and a fact each: smaller letters `pdftotext` stops to read. */
export function manyCards(editor: Editor, count: number): void {
  const [perFrame, columns] = [250, 19];
  const size = { w: columns * 300 + 40, h: Math.ceil(perFrame / columns) * 180 + 40 };
  const frames = Array.from(
    { length: Math.ceil(count / perFrame) },
    (_, index): TLShapePartial<TLFrameShape> => ({
      ...{ id: id(`wall${index}`), type: 'frame', x: index * (size.w + 200) },
      props: { ...size, name: `${index + 1} Wall` },
    }),
  );
  const cards = Array.from({ length: count }, (_, index) => ({
    ...{ id: id(`card${index}`), type: 'card' },
    x: Math.floor(index / perFrame) * (size.w + 200) + 30 + ((index % perFrame) % columns) * 300,
    y: 30 + Math.floor((index % perFrame) / columns) * 180,
    props: {
      ...{ w: 280, h: 160, kind: 'cause', placeholder: '' },
      richText: toRichText(`Nr${index} ${texts[index % texts.length]}, again and again`),
      fields: { org: 'one', votes_people: 1 + (index % 9), ...(index % 7 === 0 && { voice: 'affected' }) },
    },
  }));
  editor.createShapes([...frames, ...(cards as unknown as readonly TLShapePartial[])]);
}

/** On the root cause tree: a problem, so many causes of it, and under each so many causes again. */
export function broadTree(editor: Editor, perCause: number): void {
  const zone = (path: string) => {
    const shape = editor
      .getCurrentPageShapes()
      .find(({ type, meta }) => (type as string) === 'zone' && meta.template === `root-cause-tree/tree/${path}`);
    const bounds = shape && editor.getShapePageBounds(shape);
    if (bounds === undefined) throw new Error(`no zone ${path}`);
    return bounds;
  };
  const [trunk, near, far] = ['trunk', 'c1', 'c2'].map(zone);
  if (trunk === undefined || near === undefined || far === undefined) throw new Error('no tree');
  const card = (name: string, kind: string, text: string, x: number, y: number) => ({
    ...{ id: id(name), type: 'card', x, y },
    props: { w: 140, h: 90, kind, placeholder: '', face: 'node', textSize: 22, richText: toRichText(text), fields: {} },
  });
  const causes = [0, 1, 2].map((at) =>
    card(`direct${at}`, 'cause', `Direct cause ${at}`, near.x + 300 + at * 500, near.y + 20),
  );
  const deeper = [0, 1, 2].flatMap((at) =>
    Array.from({ length: perCause }, (_, index) =>
      card(`deeper${at}-${index}`, 'cause', `Deeper ${at} ${index}`, far.x + 200 + at * 500 + index * 60, far.y + 20),
    ),
  );
  const edge = (from: string, to: string) => ({
    ...{ id: id(`edge ${from}`), type: 'relation' },
    props: { from: id(from), to: id(to), kind: 'causes' },
  });
  const edges = [
    ...[0, 1, 2].map((at) => edge(`direct${at}`, 'problem')),
    ...[0, 1, 2].flatMap((at) =>
      Array.from({ length: perCause }, (_, index) => edge(`deeper${at}-${index}`, `direct${at}`)),
    ),
  ];
  const problem = card('problem', 'problem', 'The problem', trunk.x + 500, trunk.y + 10);
  editor.createShapes([problem, ...causes, ...deeper, ...edges] as unknown as TLShapePartial[]);
}
