import 'tldraw/tldraw.css';
import '../../../client/ui/tokens.css';
import '../../../client/ui/base.css';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { type Editor, type TLRecord, type TLShapeId, Tldraw } from 'tldraw';
import { assetUrls } from '../../../client/canvas/asset-urls.ts';
import { createPeople } from '../../../client/canvas/card-shapes/people.ts';
import { surroundingsOf } from '../../../client/canvas/card-shapes/surroundings.ts';
import { bindingUtils, shapeUtils } from '../../../client/canvas/shape-utils.ts';
import { uiOverrides } from '../../../client/canvas/ui/overrides.ts';
import { CardMenu } from '../../../client/cards/tools/CardMenu.tsx';
import type { ReportInput } from '../../../client/export/compose/report-input.ts';
import type { DisplayPage } from '../../../client/export/display-list.ts';
import { collectPicture, type Picture } from '../../../client/export/picture/collect-picture.ts';
import { makePicture, type PictureFormat } from '../../../client/export/picture/make-picture.ts';
import { PictureDialog } from '../../../client/export/picture/PictureDialog.tsx';
import { PrintView } from '../../../client/export/print/PrintView.tsx';
import { PagePicture } from '../../../client/export/svg/PagePicture.tsx';
import { enBoard } from '../../../client/i18n/en/board-catalogue.ts';
import { LanguageProvider } from '../../../client/i18n/LanguageProvider.tsx';
import { BoardPicture } from '../../../client/pages/board/BoardPicture.tsx';
import type { Audience } from '../../../shared/api/boards.ts';
import type { TemplateId } from '../../../shared/api/templates.ts';
import type { Language } from '../../../shared/api/text.ts';
import type { Board, GetWorkshopResponse } from '../../../shared/api/workshops.ts';
import { loadDemo } from '../../../shared/method/demo/demos.ts';
import { demoRecords } from '../../../shared/method/demo-records.ts';
import { furnitureRecords } from '../../../shared/method/records.ts';
import { loadTemplate } from '../../../shared/method/templates.ts';
import { firstSession } from '../../../shared/session/session.ts';
import { everyShape, manyCards, manyNotes } from './boards.ts';

const data = {
  workshop: { id: 'workshop', title: 'Full Plates', language: 'en', createdAtMs: 0 },
  ...{
    boards: [],
    activity: [],
    people: [],
    organisations: [],
    mergedOrganisations: [],
    session: firstSession,
    invites: [],
    guests: [],
  },
  me: { participant: { id: 'Anna', name: 'Anna', organisationId: 'one', colour: 1 }, role: 'facilitator' },
} as unknown as GetWorkshopResponse;
let board = { id: 'board', title: 'Tree Ω', template: 'blank', language: 'en', example: false } as unknown as Board;

type Shown =
  | { readonly kind: 'dialog'; readonly selection: readonly TLShapeId[] }
  | { readonly kind: 'print' | 'small' | 'large'; readonly pages: readonly DisplayPage[]; readonly images: Images };
type Images = Readonly<Record<string, string>>;

/** What the tests set up and ask through the page. */
export interface PicturesHarness {
  readonly editor: Editor;
  fill(board: 'everyShape' | 'manyNotes' | 'manyCards', count: number): void;
  example(id: TemplateId, language: Language): void;
  collect(ids: readonly string[], audience: Audience): Promise<Picture | null>;
  /** As base64. */
  make(picture: Pick<Picture, 'page' | 'images'>, format: PictureFormat): Promise<string>;
  show(shown: Shown | null): void;
}

declare global {
  interface Window {
    pictures?: PicturesHarness;
  }
}

const components = { ContextMenu: CardMenu };
const never = new AbortController().signal;

async function base64(blob: Blob): Promise<string> {
  const url = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
  return url.slice(url.indexOf(',') + 1);
}

function App() {
  const [editor, setEditor] = useState<Editor | null>(null);
  const [shown, setShown] = useState<Shown | null>(null);
  const mount = (mounted: Editor): void => {
    setEditor(mounted);
    surroundingsOf(mounted).update((before) => ({ ...before, template: loadTemplate('blank') }));
    window.pictures = {
      editor: mounted,
      fill: (name, count) => ({ everyShape, manyNotes, manyCards })[name](mounted, count),
      example(id, language) {
        const [template, demo] = [loadTemplate(id), loadDemo(id)];
        const facts = { language, createdAtMs: 0, partnership: 'Full Plates', boardTitle: 'Board' };
        if (demo === null) throw new Error(`no example of ${id}`);
        const records = [...furnitureRecords(template, facts), ...demoRecords(template, demo, facts)];
        board = { ...board, template: id, language, example: true };
        surroundingsOf(mounted).set({ people: createPeople(data, []), template, language, example: true });
        mounted.store.put(records as unknown as TLRecord[]);
      },
      collect: (ids, audience) =>
        collectPicture({ editor: mounted, board, data }, ids as readonly TLShapeId[], audience, never),
      make: async ({ page, images }, format) => base64(await makePicture(page, images, format, never)),
      show: setShown,
    };
  };
  return (
    <LanguageProvider initial={{ language: 'en', catalogue: enBoard }}>
      <div style={{ position: 'fixed', inset: 0 }}>
        <Tldraw {...{ assetUrls, shapeUtils, bindingUtils, components }} overrides={uiOverrides} onMount={mount} />
      </div>
      {editor !== null && <BoardPicture editor={editor} data={data} board={board} />}
      {editor !== null && shown !== null && <Show shown={shown} editor={editor} onClose={() => setShown(null)} />}
    </LanguageProvider>
  );
}

function Show({ shown, editor, onClose }: { shown: Shown; editor: Editor; onClose: () => void }) {
  if (shown.kind === 'dialog')
    return <PictureDialog editor={editor} board={board} data={data} selection={shown.selection} onClose={onClose} />;
  const { kind, pages, images } = shown;
  if (kind === 'print') {
    // Of what it is laid out from, pages without parts that are left out ask for no more.
    const input = { title: 'Report', images } as ReportInput;
    return <PrintView report={{ input, pages }} leftOutParts={[]} onClose={onClose} />;
  }
  return (
    <ol
      id="pages"
      style={{
        ...{ position: 'fixed', inset: 0, zIndex: 1000, overflow: 'auto', background: 'var(--sunk)', padding: 20 },
        ...{ display: 'grid', gap: 20, gridTemplateColumns: `repeat(auto-fill, ${kind === 'small' ? 190 : 1200}px)` },
      }}
    >
      {pages.map((page, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pages are known by their place.
        <li key={index}>
          <PagePicture page={page} images={images} look={kind} />
        </li>
      ))}
    </ol>
  );
}

const root = document.getElementById('root');
if (root === null) throw new Error('no root');
createRoot(root).render(<App />);
