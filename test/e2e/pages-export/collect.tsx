import '../../../client/ui/tokens.css';
import '../../../client/ui/base.css';
import { createRoot } from 'react-dom/client';
import { type Editor, type TLRecord, type TLShapeId, Tldraw } from 'tldraw';
import { assetUrls } from '../../../client/canvas/asset-urls.ts';
import { createPeople } from '../../../client/canvas/card-shapes/people.ts';
import { surroundingsOf } from '../../../client/canvas/card-shapes/surroundings.ts';
import { bindingUtils, shapeUtils } from '../../../client/canvas/shape-utils.ts';
import {
  type Collected,
  type CollectOptions,
  collectBoard,
  collectOne,
} from '../../../client/export/collect/collect-board.ts';
import { planSelection } from '../../../client/export/collect/plan-selection.ts';
import type { CollectedPage } from '../../../client/export/compose/report-input.ts';
import { openStage, type Stage } from '../../../client/export/stage/open-stage.ts';
import { printedDetail } from '../../../client/export/stage/picture-widths.ts';
import type { TemplateId } from '../../../shared/api/templates.ts';
import type { Language } from '../../../shared/api/text.ts';
import type { Records } from '../../../shared/board/containment.ts';
import { loadDemo } from '../../../shared/method/demo/demos.ts';
import { demoRecords } from '../../../shared/method/demo-records.ts';
import { furnitureRecords, templateRecords } from '../../../shared/method/records.ts';
import { loadTemplate } from '../../../shared/method/templates.ts';
import { broadTree, everyShape, manyCards, manyNotes } from './boards.ts';

const createdAtMs = Date.UTC(2026, 10, 25, 12);
const people = createPeople({ people: [], organisations: [], mergedOrganisations: [] }, []);
const texts = { unnamed: 'Page', outside: 'Outside all pages', tree: 'The whole tree' };

/** What the tests set up and ask through the page; the board is empty before, and there is no canvas. */
export interface CollectHarness {
  fill(board: 'everyShape' | 'manyNotes' | 'manyCards' | 'broadTree', count: number): Promise<void>;
  template(id: TemplateId, language: Language, example: boolean): void;
  edit(id: string, props: object): Promise<void>;
  /** The first of the shapes of a type. */
  idOf(type: string): string;
  /** Takes every frame away and leaves what was in it. */
  unframe(): Promise<void>;
  /** From a stage of the records that are there. */
  collect(pages?: (index: number, count: number, title: string) => void): Promise<Collected>;
  /** From a canvas with the same records. */
  collectFromCanvas(): Promise<Collected>;
  collectSelection(ids: readonly string[]): Promise<CollectedPage>;
  /** Aborts once so many pages were begun. @returns how many were, and whether that ended it. */
  cancelAfter(pages: number): Promise<{ readonly begun: number; readonly aborted: boolean; readonly left: number }>;
  /** Longest wait of the main thread while collecting, and how long all took. */
  gaps(): Promise<{ readonly longestMs: number; readonly tookMs: number; readonly stageMs: number }>;
}

declare global {
  interface Window {
    collectHarness?: CollectHarness;
  }
}

let records = new Map<string, TLRecord>();
let board: { template: TemplateId; language: Language; example: boolean } = {
  template: 'blank',
  language: 'en',
  example: false,
};

const open = (signal = new AbortController().signal): Promise<Stage> =>
  openStage(
    { ...board, template: loadTemplate(board.template), records: records as Records, people, pictures: printedDetail },
    signal,
  );

async function staged<Value>(work: (editor: Editor) => Promise<Value> | Value, signal?: AbortSignal): Promise<Value> {
  const stage = await open(signal);
  try {
    return await work(stage.editor);
  } finally {
    stage.close();
  }
}

const options = (rest: Partial<CollectOptions> = {}): CollectOptions => ({
  texts,
  signal: new AbortController().signal,
  onPage: () => undefined,
  ...rest,
});

const keep = (editor: Editor): void => {
  records = new Map(Object.entries(editor.store.serialize('document')));
};

/** A canvas as people have it, dark and far out; gone again afterwards. */
async function onCanvas<Value>(work: (editor: Editor) => Promise<Value>): Promise<Value> {
  const place = document.createElement('div');
  place.style.cssText = 'position:fixed;inset:0';
  document.body.append(place);
  const root = createRoot(place);
  try {
    const editor = await new Promise<Editor>((resolve) =>
      root.render(<Tldraw {...{ assetUrls, shapeUtils, bindingUtils }} onMount={resolve} />),
    );
    const template = loadTemplate(board.template);
    surroundingsOf(editor).set({ people, template, language: board.language, example: board.example });
    editor.user.updateUserPreferences({ colorScheme: 'dark' });
    editor.store.mergeRemoteChanges(() => editor.store.put([...records.values()]));
    editor.setCamera({ x: 300, y: 200, z: 0.15 });
    return await work(editor);
  } finally {
    root.unmount();
    place.remove();
  }
}

/** Watches how long the main thread is away. */
async function watched<Value>(
  work: () => Promise<Value>,
): Promise<{ readonly value: Value; readonly longestMs: number }> {
  let longestMs = 0;
  let last = performance.now();
  const beat = (): void => {
    const now = performance.now();
    longestMs = Math.max(longestMs, now - last);
    last = now;
    port2.postMessage(null);
  };
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = beat;
  beat();
  try {
    return { value: await work(), longestMs };
  } finally {
    port1.close();
  }
}

window.collectHarness = {
  fill: (name, count) =>
    staged((editor) => {
      const boards = { everyShape, manyNotes, manyCards, broadTree };
      boards[name](editor, count);
      keep(editor);
    }),
  template(id, language, example) {
    board = { template: id, language, example };
    const [template, demo] = [loadTemplate(id), example ? loadDemo(id) : null];
    const facts = { language, createdAtMs, partnership: 'Full Plates & friends', boardTitle: 'Board' };
    const all =
      demo === null
        ? templateRecords(template, facts)
        : [...furnitureRecords(template, facts), ...demoRecords(template, demo, facts)];
    records = new Map((all as unknown as readonly TLRecord[]).map((record) => [record.id, record]));
  },
  edit: (id, props) =>
    staged((editor) => {
      const shape = editor.getShape(id as TLShapeId);
      if (shape === undefined) throw new Error(`no shape ${id}`);
      // What a template brings is locked.
      editor.run(() => editor.updateShape({ id: shape.id, type: shape.type, props }), { ignoreShapeLock: true });
      keep(editor);
    }),
  idOf(type) {
    const [first] = [...records.values()]
      .flatMap((record) => (record.typeName === 'shape' && record.type === type ? [record.id] : []))
      .sort();
    if (first === undefined) throw new Error(`no ${type}`);
    return first;
  },
  unframe: () =>
    staged((editor) => {
      const frames = editor.getCurrentPageShapes().filter(({ type }) => type === 'frame');
      for (const frame of frames)
        editor.reparentShapes(editor.getSortedChildIdsForParent(frame), editor.getCurrentPageId());
      editor.deleteShapes(frames);
      keep(editor);
    }),
  collect: (onPage = () => undefined) => staged((editor) => collectBoard(editor, options({ onPage }))),
  collectFromCanvas: () => onCanvas((editor) => collectBoard(editor, options())),
  collectSelection: (ids) =>
    staged(async (editor) => {
      const { page } = await collectOne(editor, planSelection(editor, ids as readonly TLShapeId[]), options().signal);
      return page;
    }),
  async cancelAfter(pages) {
    const job = new AbortController();
    let begun = 0;
    const onPage = (): void => {
      begun += 1;
      if (begun === pages) job.abort();
    };
    let aborted = false;
    await staged((editor) => collectBoard(editor, options({ signal: job.signal, onPage }))).catch((reason: unknown) => {
      aborted = reason === job.signal.reason;
    });
    return { begun, aborted, left: document.querySelectorAll('.tl-container').length };
  },
  async gaps() {
    const start = performance.now();
    let stageMs = 0;
    const { longestMs } = await watched(() =>
      staged((editor) => {
        stageMs = performance.now() - start;
        return collectBoard(editor, options());
      }),
    );
    return { longestMs, tookMs: performance.now() - start, stageMs };
  },
};
