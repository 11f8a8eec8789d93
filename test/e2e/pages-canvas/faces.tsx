import '../../../client/ui/tokens.css';
import '../../../client/ui/base.css';
import { useLayoutEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { DefaultCanvas, type Editor, type TLComponents, useEditor } from 'tldraw';
import * as Y from 'yjs';
import { bindLayers } from '../../../client/canvas/binding/bind-layers.ts';
import { createTextBinding } from '../../../client/canvas/binding/rich-text.ts';
import { createBoardStore } from '../../../client/canvas/board-store.ts';
import { CanvasFrame } from '../../../client/canvas/CanvasFrame.tsx';
import { createPeople } from '../../../client/canvas/card-shapes/people.ts';
import type { Surroundings } from '../../../client/canvas/card-shapes/surroundings.ts';
import { en } from '../../../client/i18n/en/catalogue.ts';
import { LanguageProvider } from '../../../client/i18n/LanguageProvider.tsx';
import type { TemplateId } from '../../../shared/api/templates.ts';
import type { Language } from '../../../shared/api/text.ts';
import type { Organisation } from '../../../shared/api/workshops.ts';
import { recordsOf } from '../../../shared/board/document.ts';
import { type AnyRecord, createGroups, splitRecord } from '../../../shared/board/groups.ts';
import { loadDemo } from '../../../shared/method/demo/demos.ts';
import { demoRecords } from '../../../shared/method/demo-records.ts';
import { templateRecords } from '../../../shared/method/records.ts';
import { loadTemplate } from '../../../shared/method/templates.ts';
import { ParticipantId } from '../../../shared/protocol/ids.ts';
import { cardSheet, organisationId, organisations, sheetId } from './faces-sheet.ts';
import { Relay } from './relay.ts';

/** Canvases side by side with the product's own frame, bound to documents that a relay joins. */
export interface Faces {
  readonly editors: readonly Editor[];
  sheet(): void;
  readonly sheetId: typeof sheetId;
  /** What the document in the middle says. */
  titleOf(id: string): string;
  settle(): Promise<void>;
  /** A board of the method with its example on it. */
  board(id: TemplateId, language: Language): void;
}

declare global {
  interface Window {
    faces?: Faces;
  }
}

const query = new URLSearchParams(location.search);
document.documentElement.dataset.theme = query.get('theme') ?? 'light';

const relay = new Relay({ reviewed: false });
const page = [
  { id: 'document:document', typeName: 'document', name: '', gridSize: 10, meta: {} },
  { id: 'page:page', typeName: 'page', name: 'Page', index: 'a1', meta: {} },
] as unknown as AnyRecord[];
relay.write(() => {
  for (const record of page) recordsOf(relay.doc).set(record.id, createGroups(splitRecord(record)));
});

const people = createPeople(
  {
    organisations: organisations.map((name, index) => ({
      ...{ id: organisationId(index + 1), name, colour: index + 1 },
    })) as unknown as readonly Organisation[] as Organisation[],
    people: [],
    mergedOrganisations: [],
  },
  [],
);
const initial: Surroundings = { people, template: null, language: 'en', example: query.has('example') };

const editors: Editor[] = [];
const flushes: (() => void)[] = [];
let setSurroundings: (changes: Partial<Surroundings>) => void = () => {};

const bare: TLComponents = { Toolbar: null, StylePanel: null, NavigationPanel: null, HelpMenu: null, MenuPanel: null };
const me = { participantId: ParticipantId.parse('person'.padEnd(21, '0')), name: 'Anna' };

function Person({ place, surroundings }: { readonly place: number; readonly surroundings: Surroundings }) {
  const [{ doc, store, text }] = useState(() => {
    const doc = new Y.Doc();
    relay.connect(doc, 'facilitator');
    return { doc, store: createBoardStore([{ name: 'shared', doc }]), text: createTextBinding() };
  });
  return (
    <div data-person={place}>
      <CanvasFrame
        {...{ store, text, me, surroundings }}
        components={bare}
        options={{ maxPages: 1 }}
        initialTool="select"
        licenseKey={undefined}
      >
        <Bound doc={doc} text={text} />
        <DefaultCanvas />
      </CanvasFrame>
    </div>
  );
}

function Bound({ doc, text }: { readonly doc: Y.Doc; readonly text: ReturnType<typeof createTextBinding> }) {
  const editor = useEditor();
  useLayoutEffect(() => {
    const shared = { name: 'shared', doc } as const;
    const binding = bindLayers(editor, [shared], {
      ...{ active: () => shared, text, onQuarantine: () => {}, onPending: () => {} },
      motion: { mayMove: () => false, now: () => 0, requestFrame: () => {} },
    });
    editors.push(editor);
    flushes.push(binding.flush);
    return binding.dispose;
  }, [editor, doc, text]);
  return null;
}

function App() {
  const [surroundings, change] = useState(initial);
  setSurroundings = (changes) => change((now) => ({ ...now, ...changes }));
  const count = Number(query.get('people') ?? 1);
  return (
    <LanguageProvider initial={{ language: 'en', catalogue: en }}>
      {Array.from({ length: count }, (_, place) => place).map((place) => (
        <Person key={place} place={place} surroundings={surroundings} />
      ))}
    </LanguageProvider>
  );
}

const root = document.getElementById('root');
if (root === null) throw new Error('no root');
createRoot(root).render(<App />);

window.faces = {
  editors,
  sheetId,
  sheet() {
    editors[0]?.createShapes(cardSheet());
  },
  titleOf: (id) => {
    const rich = recordsOf(relay.doc).get(id)?.get('rich');
    return rich instanceof Y.XmlFragment ? rich.toString() : '';
  },
  async settle() {
    for (const flush of flushes) flush();
    await Promise.resolve();
  },
  board(id, language) {
    const template = loadTemplate(id);
    const demo = loadDemo(id);
    const facts = {
      language,
      createdAtMs: Date.UTC(2026, 10, 3),
      partnership: 'Full Plates',
      boardTitle: template.title[language],
    };
    const scenery = templateRecords(template, facts).filter(({ type }) => demo === null || type !== 'card');
    const records = [...scenery, ...(demo === null ? [] : demoRecords(template, demo, facts))];
    relay.seed(() => {
      for (const record of records) recordsOf(relay.doc).set(record.id, createGroups(splitRecord(record)));
    });
    setSurroundings({ template, language });
  },
};
