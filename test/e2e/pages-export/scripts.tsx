import 'tldraw/tldraw.css';
import '../../../client/ui/tokens.css';
import '../../../client/ui/base.css';
import { createRoot } from 'react-dom/client';
import { createShapeId, type Editor, type TLRichText, type TLShapePartial, Tldraw, toRichText } from 'tldraw';
import { assetUrls } from '../../../client/canvas/asset-urls.ts';
import { createPeople } from '../../../client/canvas/card-shapes/people.ts';
import { surroundingsOf } from '../../../client/canvas/card-shapes/surroundings.ts';
import { bindingUtils, shapeUtils } from '../../../client/canvas/shape-utils.ts';
import { type Collected, collectBoard } from '../../../client/export/collect/collect-board.ts';
import { openStage } from '../../../client/export/stage/open-stage.ts';
import { printedDetail } from '../../../client/export/stage/picture-widths.ts';
import { followScripts } from '../../../client/export/text/follow-scripts.ts';
import type { Records } from '../../../shared/board/containment.ts';
import { loadTemplate } from '../../../shared/method/templates.ts';

export interface ScriptsHarness {
  /** A frame with notes, labels, a text and a card; each word of the texts is on it once for each of these. */
  write(texts: readonly string[]): Promise<void>;
  collect(): Promise<Collected>;
  /** Colour of the frame, `#rrggbb`. */
  ground(): string;
}

declare global {
  interface Window {
    scriptsHarness?: ScriptsHarness;
  }
}

const people = createPeople({ people: [], organisations: [], mergedOrganisations: [] }, []);
const template = loadTemplate('root-cause-tree');
const id = (name: string) => createShapeId(name);
const fonts = ['draw', 'sans', 'serif', 'mono'] as const;

const rich = (text: string, mark?: 'bold' | 'italic'): TLRichText =>
  ({
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        attrs: { dir: 'auto' },
        content: [{ type: 'text', text, ...(mark && { marks: [{ type: mark }] }) }],
      },
    ],
  }) as unknown as TLRichText;
const list = (texts: readonly string[]): TLRichText =>
  ({
    type: 'doc',
    content: [
      {
        type: 'orderedList',
        content: texts.map((text) => ({
          type: 'listItem',
          content: [{ type: 'paragraph', attrs: { dir: 'auto' }, content: [{ type: 'text', text }] }],
        })),
      },
    ],
  }) as unknown as TLRichText;

function shapesFor(texts: readonly string[]): TLShapePartial[] {
  const frame = id('frame');
  const inside = { parentId: frame };
  return [
    { id: frame, type: 'frame', x: 0, y: 0, props: { w: 1600, h: 1131, name: '1 Scripts' } },
    ...texts.map((text, index): TLShapePartial => {
      const props = {
        richText: rich(text, (['bold', 'italic'] as const)[(index % 4) - 1]),
        font: fonts[index % 4],
        size: 's',
      };
      return {
        ...inside,
        id: id(`note${index}`),
        type: 'note',
        x: 40 + (index % 7) * 220,
        y: 40 + Math.floor(index / 7) * 230,
        props,
      };
    }),
    ...texts.map((text, index): TLShapePartial => {
      const props = {
        geo: 'rectangle',
        w: 240,
        h: 90,
        font: fonts[(index + 1) % 4],
        richText: toRichText(text),
        size: 's',
      };
      return {
        ...inside,
        id: id(`geo${index}`),
        type: 'geo',
        x: 40 + (index % 6) * 255,
        y: 520 + Math.floor(index / 6) * 105,
        props,
      };
    }),
    ...texts.map((text, index): TLShapePartial => {
      const props = { ...{ w: 250, h: 100, kind: 'cause', placeholder: '' }, richText: toRichText(text), fields: {} };
      return {
        ...inside,
        id: id(`card${index}`),
        type: 'card',
        x: 40 + (index % 6) * 260,
        y: 740 + Math.floor(index / 6) * 110,
        props,
      } as unknown as TLShapePartial;
    }),
    ...texts.slice(0, 4).map((text, index): TLShapePartial => {
      const props = { start: { x: 0, y: 0 }, end: { x: 330, y: 0 }, font: fonts[index], text, size: 's' };
      return { ...inside, id: id(`arrow${index}`), type: 'arrow', x: 40 + index * 385, y: 1000, props };
    }),
    {
      ...inside,
      id: id('list'),
      type: 'text',
      x: 60,
      y: 1030,
      props: { richText: list(texts.slice(0, 3)), size: 's', font: 'sans' },
    },
    {
      ...inside,
      id: id('text'),
      type: 'text',
      x: 500,
      y: 1040,
      props: { richText: toRichText(texts.slice(3, 7).join(' ')), size: 's' },
    },
  ];
}

function App() {
  const mount = (editor: Editor) => {
    surroundingsOf(editor).set({ people, template, language: 'en', example: false });
    const stop = followScripts(editor);
    window.scriptsHarness = {
      async write(texts) {
        editor.createShapes(shapesFor(texts));
        editor.setCamera({ x: 0, y: 0, z: 0.5 });
        editor.updateInstanceState({ isFocused: false, isGridMode: false });
      },
      ground() {
        const body = document.querySelector('.tl-frame__body');
        const parts = body === null ? [] : (getComputedStyle(body).fill.match(/[\d.]+/g) ?? []);
        return `#${parts
          .slice(0, 3)
          .map((part) => Number(part).toString(16).padStart(2, '0'))
          .join('')}`;
      },
      async collect() {
        const records = new Map(Object.entries(editor.store.serialize('document'))) as unknown as Records;
        const signal = new AbortController().signal;
        const stage = await openStage(
          { records, template, language: 'en', people, example: false, pictures: printedDetail },
          signal,
        );
        try {
          const options = {
            texts: { unnamed: 'Page', outside: 'Outside', tree: 'Tree' },
            signal,
            onPage: () => undefined,
          };
          return await collectBoard(stage.editor, options);
        } finally {
          stage.close();
        }
      },
    };
    return stop;
  };
  return <Tldraw {...{ assetUrls, shapeUtils, bindingUtils }} hideUi onMount={mount} />;
}

const root = document.getElementById('root');
if (root === null) throw new Error('no place');
createRoot(root).render(<App />);
