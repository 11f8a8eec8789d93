import { pixel } from '../../unit/board/support/tldraw.ts';

type Shape = Readonly<Record<string, unknown>> & { readonly id: string };

const style = { color: 'black', size: 'small', dash: 'draw', isFilled: false, scale: 1 };
const byId = (things: readonly Shape[]) => Object.fromEntries(things.map((thing) => [thing.id, thing]));

const shape = (id: string, type: string, childIndex: number, more: Readonly<Record<string, unknown>>): Shape => ({
  ...{ id, type, name: type, parentId: 'page', childIndex, point: [0, 0], rotation: 0, style },
  ...more,
});

const page = (
  id: string,
  name: string,
  childIndex: number,
  shapes: readonly Shape[],
  bindings: readonly Shape[] = [],
) => ({
  ...{ id, name, childIndex, shapes: byId(shapes), bindings: byId(bindings) },
});

const file = (document: Readonly<Record<string, unknown>>): string =>
  JSON.stringify({ name: 'New Document', fileHandle: null, document: { id: 'doc', ...document }, assets: {} });

const binding = (id: string, toId: string, handleId: string): Shape => ({
  ...{ id, type: 'arrow', fromId: 'arrow', toId, handleId, point: [0.5, 0.5], distance: 16 },
});

const arrowHandles = {
  start: { id: 'start', index: 0, point: [0, 0], canBind: true, bindingId: 'from-hall' },
  end: { id: 'end', index: 1, point: [100, 0], canBind: true, bindingId: 'to-well' },
  bend: { id: 'bend', index: 2, point: [50, 0] },
};

/** A file as tldraw's first generation wrote it at its end (version 15.5), with everything it could draw. */
export const legacySketch = file({
  version: 15.5,
  name: 'Our sketch',
  pages: {
    page: page(
      ...(['page', 'Page 1', 1] as const),
      [
        shape('hall', 'rectangle', 1, { point: [100, 100], size: [200, 120], label: 'Market hall', isLocked: true }),
        shape('well', 'sticky', 2, { point: [500, 100], size: [200, 200], text: 'The well is dry' }),
        shape('arrow', 'arrow', 3, {
          ...{ point: [300, 160], bend: 0, handles: arrowHandles, decorations: { end: 'arrow' }, label: 'feeds' },
        }),
        shape('words', 'text', 4, { point: [100, 40], text: 'Seen in May' }),
        shape('stroke', 'draw', 5, {
          point: [100, 400],
          points: [
            [0, 0, 0.5],
            [40, 20, 0.5],
            [80, 0, 0.5],
          ],
          isComplete: true,
        }),
        shape('group', 'group', 6, { point: [400, 400], size: [300, 100], children: ['shed', 'yard'] }),
        shape('shed', 'ellipse', 1, { parentId: 'group', point: [400, 400], radius: [60, 50], label: 'Shed' }),
        shape('yard', 'triangle', 2, { parentId: 'group', point: [580, 400], size: [120, 100], label: 'Yard' }),
        shape('photo', 'image', 7, { point: [800, 100], size: [100, 100], assetId: 'photo-file' }),
        shape('far', 'image', 8, { point: [800, 300], size: [100, 100], assetId: 'far-file' }),
      ],
      [binding('from-hall', 'hall', 'start'), binding('to-well', 'well', 'end')],
    ),
  },
  // Somebody had selected what has been deleted since.
  pageStates: { page: { id: 'page', selectedIds: ['gone'], camera: { point: [0, 0], zoom: 1 } } },
  assets: byId([
    { id: 'photo-file', type: 'image', fileName: 'photo.png', src: pixel, size: [1, 1] },
    { id: 'far-file', type: 'image', fileName: 'far.png', src: 'https://pictures.example/far.png', size: [1, 1] },
  ]),
});

const earlyStyle = { color: 'Black', size: 'Small', dash: 'Draw', isFilled: false };

/** Of its early days (version 12): styles in capitals, words of a box under another name, two pages. */
export const earlySketch = file({
  version: 12,
  pages: {
    second: page('second', 'Square', 2, [
      shape('tree', 'text', 1, { parentId: 'second', style: earlyStyle, point: [0, 0], text: 'One tree' }),
    ]),
    first: page('first', 'Street', 1, [
      shape('lamp', 'rectangle', 1, { parentId: 'first', style: earlyStyle, size: [200, 100], text: 'No lamp' }),
    ]),
  },
  pageStates: {},
});

/** A shape without a place and a look. */
export const damagedSketch = file({
  version: 15.5,
  pages: { page: page('page', 'Page 1', 1, [{ id: 'odd', type: 'rectangle', parentId: 'page', childIndex: 1 }]) },
  pageStates: {},
});
