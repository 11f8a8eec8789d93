import 'tldraw/tldraw.css';
import '../../../client/ui/tokens.css';
import '../../../client/ui/base.css';
import '../../../client/export/fallback-fonts.css';
import { getAssetUrlsByImport } from '@tldraw/assets/imports.vite';
import { createRoot } from 'react-dom/client';
import { type Editor, type TLRecord, Tldraw } from 'tldraw';
import { templateShapeUtils } from '../../../client/canvas/template-shapes/template-shape-utils.tsx';
import { installExportHook } from '../../../client/export/export-hook.ts';
import type { TemplateId } from '../../../shared/api/templates.ts';
import type { Board, GetWorkshopResponse } from '../../../shared/api/workshops.ts';
import { templateRecords } from '../../../shared/method/records.ts';
import { loadTemplate } from '../../../shared/method/templates.ts';
import { everyShape, manyNotes } from './boards.ts';

const createdAtMs = Date.UTC(2026, 10, 25, 12);
const people = [
  ['Anna', 'one'],
  ['Rik', 'one'],
  ['Latifa', 'two'],
] as const;

const data = {
  workshop: { id: 'workshop', title: 'Full Plates & friends', language: 'en', createdAtMs },
  boards: [],
  people: people.map(([name, organisationId]) => ({ id: name, name, organisationId, colour: 1, role: 'participant' })),
  organisations: [
    { id: 'one', name: 'De Schakel Food Aid', colour: 1 },
    { id: 'two', name: 'Voices at the Table', colour: 2 },
    { id: 'three', name: 'Nobody Came', colour: 3 },
  ],
  invites: [],
  me: { participant: { id: 'Anna', name: 'Anna', organisationId: 'one', colour: 1 }, role: 'facilitator' },
} as unknown as GetWorkshopResponse;
const board = {
  id: 'board',
  title: 'Wurzelbaum Ω',
  template: 'blank',
  language: 'de',
  createdAtMs,
} as unknown as Board;

/** What the test sets up through the page; the board is empty before. */
export interface Harness {
  readonly editor: Editor;
  everyShape(): void;
  manyNotes(count: number): void;
  template(id: TemplateId): void;
}

declare global {
  interface Window {
    harness?: Harness;
  }
}

document.head.append(
  Object.assign(document.createElement('style'), { textContent: '#root { position: fixed; inset: 0 }' }),
);
const root = document.getElementById('root');
if (root === null) throw new Error('no root');
createRoot(root).render(
  <Tldraw
    assetUrls={getAssetUrlsByImport()}
    shapeUtils={templateShapeUtils}
    onMount={(editor) => {
      window.harness = {
        editor,
        everyShape: () => everyShape(editor),
        manyNotes: (count) => manyNotes(editor, count),
        template: (id) => {
          const facts = {
            language: 'en',
            createdAtMs,
            partnership: 'Full Plates & friends',
            boardTitle: board.title,
          } as const;
          editor.store.put(templateRecords(loadTemplate(id), facts) as unknown as TLRecord[]);
        },
      };
      return installExportHook({ editor, data, board, nowMs: () => createdAtMs });
    }}
  />,
);
