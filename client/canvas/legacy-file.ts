import {
  buildFromV1Document,
  createTLStore,
  DefaultFontFaces,
  defaultAddFontsFromNode,
  defaultBindingUtils,
  defaultShapeTools,
  defaultShapeUtils,
  defaultTools,
  type Editor,
  type TLAnyShapeUtilConstructor,
  type TLAsset,
} from 'tldraw';
import { z } from 'zod';
import { parseJson } from '../../shared/board/files/parse-json.ts';
import { openHiddenEditor } from './hidden-editor.ts';

declare module 'tldraw' {
  /** tldraw 3.15.6 has it and keeps it out of its types. @throws whatever a document of another form leads to */
  export function buildFromV1Document(editor: Editor, document: unknown): void;
}

const Asset = z.looseObject({
  id: z.string(),
  type: z.string(),
  src: z.string().catch(''),
  fileName: z.string().catch(''),
});
const Page = z.looseObject({
  name: z.string().optional().catch(undefined),
  childIndex: z.number().optional(),
  shapes: z.record(z.string(), z.looseObject({})),
});
/** Of the document in a file of tldraw's first generation only what is read here; tldraw reads the rest. */
const Document = z.looseObject({
  version: z.number(),
  name: z.string().optional().catch(undefined),
  pages: z.record(z.string(), Page),
  assets: z.record(z.string(), Asset).default({}),
});
type Document = z.infer<typeof Document>;

/** What a document was called before anybody gave it a name. */
const unnamed = 'New Document';

/** How much is taken by whoever takes the file. */
export interface FileLimits {
  readonly pagesMax: number;
  readonly shapesMax: number;
}

// The cast bridges tldraw's types, which are not made for exactOptionalPropertyTypes.
const shapeUtils = defaultShapeUtils as unknown as readonly TLAnyShapeUtilConstructor[];
const bindingUtils = defaultBindingUtils;

/**
 * A file of tldraw's first generation (before 2023) as one of today's. tldraw reads them on an editor alone, so this happens
 * here and not on the server.
 * @returns null where it cannot be read
 */
export async function toTodaysFile(file: File, { pagesMax, shapesMax }: FileLimits): Promise<File | null> {
  const { editor, close } = openHiddenEditor('en', {
    ...{ store: createTLStore({ shapeUtils, bindingUtils }), shapeUtils, bindingUtils },
    textOptions: { addFontsFromNode: defaultAddFontsFromNode },
    // It groups shapes in the tool for selecting alone.
    ...{ tools: [...defaultTools, ...defaultShapeTools], initialState: 'select' },
    // One page more than is taken, which is then refused as too many.
    options: { maxPages: pagesMax + 1, maxShapesPerPage: shapesMax },
  });
  try {
    const document = readDocument(await file.text(), shapesMax);
    // Boxes grow with their words.
    const faces = Object.values(DefaultFontFaces).map(({ normal }) => editor.fonts.ensureFontIsLoaded(normal.normal));
    await Promise.allSettled(faces);
    build(editor, document);
    return new File([JSON.stringify(editor.store.getStoreSnapshot())], file.name, { type: 'application/json' });
  } catch {
    return null;
  } finally {
    close();
  }
}

function readDocument(text: string, shapesMax: number): Document {
  const json = parseJson(text);
  const document = Document.parse(
    typeof json === 'object' && json !== null && 'document' in json ? json.document : json,
  );
  const count = Object.values(document.pages).reduce((sum, { shapes }) => sum + Object.keys(shapes).length, 0);
  if (count > shapesMax) throw new RangeError(`${count} shapes`);
  return document;
}

function build(editor: Editor, { name, pages, assets, ...document }: Document): void {
  // tldraw would fetch each picture, from wherever it lies: it gets them without their addresses, and named by their ids.
  const bare = Object.fromEntries(
    Object.entries(assets).map(([id, asset]) => [id, { ...asset, src: '', fileName: asset.id }]),
  );
  const build = { ...document, pages: unlocked(pages), assets: bare, pageStates: {} };
  buildFromV1Document(editor, build);
  const byId = new Map(Object.values(assets).map((asset) => [asset.id, asset]));
  editor.store.put(editor.getAssets().map((asset) => withSource(asset, byId)));
  editor.updateDocumentSettings({ name: name === unnamed ? '' : (name ?? '') });
  // It keeps the name of every page but the first one's.
  const first = Object.values(pages).sort((a, b) => ((a.childIndex ?? 1) < (b.childIndex ?? 1) ? -1 : 1))[0];
  const page = editor.getPages()[0];
  if (page !== undefined && first?.name !== undefined) editor.renamePage(page, first.name);
}

/** Arrows would come loose from what is locked; that they hold is worth more than the lock. tldraw changes what it gets. */
const unlocked = (pages: Document['pages']): Document['pages'] =>
  Object.fromEntries(
    Object.entries(structuredClone(pages)).map(([id, page]) => {
      const shapes = Object.entries(page.shapes).map(([key, shape]) => [key, { ...shape, isLocked: false }]);
      return [id, { ...page, shapes: Object.fromEntries(shapes) }];
    }),
  );

function withSource(asset: TLAsset, byId: ReadonlyMap<string, z.infer<typeof Asset>>): TLAsset {
  if (asset.type === 'bookmark') return asset;
  const { src = '', fileName: name = '' } = byId.get(asset.props.name) ?? {};
  const mimeType = /^data:([^;,]+)/.exec(src)?.[1] ?? null;
  return { ...asset, props: { ...asset.props, src, name, mimeType } } as TLAsset;
}
