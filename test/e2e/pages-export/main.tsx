import 'tldraw/tldraw.css';
import '../../../client/ui/tokens.css';
import '../../../client/ui/base.css';
import { getAssetUrlsByImport } from '@tldraw/assets/imports.vite';
import { useCallback, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import {
  createShapeId,
  type Editor,
  type TLAnyShapeUtilConstructor,
  type TLRecord,
  type TLShapePartial,
  Tldraw,
  toRichText,
} from 'tldraw';
import { cardShapeUtils } from '../../../client/canvas/card-shapes/card-shape-utils.ts';
import { createPeople } from '../../../client/canvas/card-shapes/people.ts';
import { surroundingsOf } from '../../../client/canvas/card-shapes/surroundings.ts';
import { templateShapeUtils } from '../../../client/canvas/template-shapes/template-shape-utils.tsx';
import { ExportDialog } from '../../../client/export/ExportDialog.tsx';
import { installExportHook } from '../../../client/export/export-hook.ts';
import { deBoard } from '../../../client/i18n/de/board-catalogue.ts';
import { enBoard } from '../../../client/i18n/en/board-catalogue.ts';
import { LanguageProvider } from '../../../client/i18n/LanguageProvider.tsx';
import type { TemplateId } from '../../../shared/api/templates.ts';
import type { Language } from '../../../shared/api/text.ts';
import type { Board, GetWorkshopResponse } from '../../../shared/api/workshops.ts';
import { loadDemo } from '../../../shared/method/demo/demos.ts';
import { demoRecords } from '../../../shared/method/demo-records.ts';
import { furnitureRecords, templateRecords } from '../../../shared/method/records.ts';
import { loadTemplate } from '../../../shared/method/templates.ts';
import { firstSession } from '../../../shared/session/session.ts';
import { everyShape, manyCards, manyNotes } from './boards.ts';

const createdAtMs = Date.UTC(2026, 10, 25, 12);
const people = [
  ['Anna', 'one'],
  ['Rik', 'one'],
  ['Latifa', 'two'],
] as const;

const data = {
  workshop: { id: 'workshop', title: 'Full Plates & friends', language: 'en', createdAtMs },
  boards: [
    { id: 'board', title: 'Wurzelbaum Ω', template: 'blank', language: 'de', createdAtMs, example: false },
    { id: 'other', title: 'Who counts', template: 'actor-map', language: 'en', createdAtMs, example: false },
    { id: 'sample', title: 'A sample', template: 'visioning', language: 'en', createdAtMs, example: true },
  ],
  people: people.map(([name, organisationId]) => ({
    ...{ id: name, name, organisationId, colour: 1 },
    ...{ role: 'participant', nameInReport: false, remote: false, removedAtMs: null },
  })),
  organisations: [
    { id: 'one', name: 'De Schakel Food Aid', colour: 1 },
    { id: 'two', name: 'Voices at the Table', colour: 2 },
    { id: 'three', name: 'Nobody Came', colour: 3 },
  ],
  mergedOrganisations: [],
  session: firstSession,
  invites: [],
  guests: [],
  me: { participant: { id: 'Anna', name: 'Anna', organisationId: 'one', colour: 1 }, role: 'facilitator' },
} as unknown as GetWorkshopResponse;
const [board] = data.boards as unknown as [Board];

/** What the tests set up and ask through the page; the board is empty before. */
export interface Harness {
  readonly editor: Editor;
  everyShape(): void;
  manyNotes(count: number): void;
  manyCards(count: number): void;
  template(id: TemplateId, language?: Language): void;
  /** The filled example of a template. */
  example(id: TemplateId, language: Language): void;
  writeOn(id: string, text: string): void;
  /** @param name of a person */
  agreesToBeNamed(name: string): void;
  /** Every board is called like this one, in its language. */
  sameTitles(): void;
  /** Of the board; without one as on the page of the workshop. */
  openDialog(without?: 'board'): void;
  /** tldraw's own picture of a frame, as PNG. */
  pictureOf(frame: string): Promise<string>;
}

declare global {
  interface Window {
    harness?: Harness;
  }
}

const assetUrls = getAssetUrlsByImport();
const shapeUtils = [...templateShapeUtils, ...cardShapeUtils] as unknown as readonly TLAnyShapeUtilConstructor[];
const factsIn = (language: Language) =>
  ({ language, createdAtMs, partnership: 'Full Plates & friends', boardTitle: board.title }) as const;

async function pictureOf(editor: Editor, frame: string): Promise<string> {
  const { blob } = await editor.toImage([createShapeId(frame)], { format: 'png', darkMode: false, background: true });
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}

/** Of the dialog; `?language=de` in the address asks for the other one. */
const initial =
  new URLSearchParams(location.search).get('language') === 'de'
    ? ({ language: 'de', catalogue: deBoard } as const)
    : ({ language: 'en', catalogue: enBoard } as const);

function App() {
  const [editor, setEditor] = useState<Editor | null>(null);
  const [dialog, setDialog] = useState<'board' | 'workshop' | null>(null);
  const [open, setOpen] = useState(board);
  const stop = useRef(() => {});
  const mount = useCallback((mounted: Editor) => {
    setEditor(mounted);
    const install = (about: Board) => {
      setOpen(about);
      stop.current();
      stop.current = installExportHook({ editor: mounted, data, board: about, nowMs: () => createdAtMs });
    };
    const fill = (id: TemplateId, language: Language, example: boolean) => {
      const [template, demo, said] = [loadTemplate(id), example ? loadDemo(id) : null, factsIn(language)];
      const records =
        demo === null
          ? templateRecords(template, said)
          : [...furnitureRecords(template, said), ...demoRecords(template, demo, said)];
      surroundingsOf(mounted).set({ people: createPeople(data, []), template, language, example });
      mounted.store.put(records as unknown as TLRecord[]);
      install({ ...board, template: id, language });
    };
    surroundingsOf(mounted).update((before) => ({ ...before, template: loadTemplate('blank') }));
    window.harness = {
      editor: mounted,
      everyShape: () => everyShape(mounted),
      manyNotes: (count) => manyNotes(mounted, count),
      manyCards: (count) => manyCards(mounted, count),
      template: (id, language = 'en') => fill(id, language, false),
      example: (id, language) => fill(id, language, true),
      writeOn: (id, text) => {
        const shape = mounted.getCurrentPageShapes().find((each) => each.id === id);
        if (shape === undefined) throw new Error(`no shape ${id}`);
        const change: TLShapePartial = { id: shape.id, type: shape.type, props: { richText: toRichText(text) } };
        mounted.updateShape(change);
      },
      agreesToBeNamed: (name) => {
        const person = data.people.find((each) => each.name === name);
        Object.assign(person ?? {}, { nameInReport: true });
      },
      sameTitles: () => {
        for (const each of data.boards) Object.assign(each, { title: board.title, language: board.language });
      },
      openDialog: (without) => setDialog(without === 'board' ? 'workshop' : 'board'),
      pictureOf: (frame) => pictureOf(mounted, frame),
    };
    install(board);
    return () => stop.current();
  }, []);
  return (
    <LanguageProvider initial={initial}>
      <Tldraw assetUrls={assetUrls} shapeUtils={shapeUtils} onMount={mount} />
      {dialog && editor && (
        <ExportDialog
          data={data}
          open={dialog === 'board' ? { editor, board: open } : null}
          onClose={() => setDialog(null)}
        />
      )}
    </LanguageProvider>
  );
}

document.head.append(
  Object.assign(document.createElement('style'), { textContent: '#root { position: fixed; inset: 0 }' }),
);
const root = document.getElementById('root');
if (root === null) throw new Error('no root');
createRoot(root).render(<App />);
