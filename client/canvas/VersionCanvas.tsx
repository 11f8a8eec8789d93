import { useLayoutEffect, useState } from 'react';
import { DefaultCanvas, type Editor, type TLComponents, type TldrawOptions, useEditor } from 'tldraw';
import * as Y from 'yjs';
import { type Groups, recordsOf } from '../../shared/board/document.ts';
import { type AnyRecord, createGroups, splitRecord } from '../../shared/board/groups.ts';
import { measure } from './binding/measure.ts';
import { createTextBinding } from './binding/rich-text.ts';
import { createBoardStore } from './board-store.ts';
import { CanvasFrame } from './CanvasFrame.tsx';
import type { Surroundings } from './card-shapes/surroundings.ts';
import { showStart } from './frames.ts';
import { components } from './ui/components.ts';
import type { Me } from './user.ts';

interface VersionCanvasProps {
  /** Of a board at some moment, without what a canvas measures for itself. */
  readonly records: readonly Readonly<Record<string, unknown>>[];
  readonly me: Me;
  readonly licenseKey?: string | undefined;
  /** People, template and language of the board, for its cards. */
  readonly surroundings?: Surroundings;
}

const options: Partial<TldrawOptions> = { maxPages: 1 };

/** Frames and zoom stay; whatever would change something goes. */
const readOnlyComponents: TLComponents = {
  ...components,
  ActionsMenu: null,
  ContextMenu: null,
  QuickActions: null,
  StylePanel: null,
  Toolbar: null,
};

/** A board as it was: to look at and move about in. Bound to nothing, so that nothing done here reaches anybody. */
export function VersionCanvas({ records, me, licenseKey, surroundings }: VersionCanvasProps) {
  const [{ store, text }] = useState(() => ({
    store: createBoardStore([{ name: 'shared', doc: documentOf(records) }]),
    text: createTextBinding(),
  }));
  return (
    <CanvasFrame
      {...{ store, text, me, options, licenseKey, surroundings }}
      components={readOnlyComponents}
      initialTool="hand"
    >
      <ReadOnly />
      <DefaultCanvas />
    </CanvasFrame>
  );
}

/** The records as a document, so that the same rules decide what is shown as on the board itself. */
function documentOf(records: VersionCanvasProps['records']): Y.Doc {
  const doc = new Y.Doc();
  const all = recordsOf(doc);
  doc.transact(() => {
    for (const record of records) {
      const groups = groupsOf(record as AnyRecord);
      if (groups !== null) all.set(String(record.id), groups);
    }
  }, 'version');
  return doc;
}

/** @returns null for a record whose text nobody can draw; the others are shown all the same. */
function groupsOf(record: AnyRecord): Groups | null {
  try {
    return createGroups(splitRecord(record));
  } catch {
    return null;
  }
}

/** Measures what a version does not hold, and locks the canvas, before its first picture. */
function ReadOnly() {
  const editor = useEditor();
  useLayoutEffect(() => {
    measureAll(editor);
    editor.updateInstanceState({ isReadonly: true });
    editor.run(() => showStart(editor), { history: 'ignore' });
  }, [editor]);
  return null;
}

function measureAll(editor: Editor): void {
  const { store } = editor;
  store.mergeRemoteChanges(() => {
    for (const shape of editor.getCurrentPageShapes()) {
      store.put([measure(editor, shape as unknown as AnyRecord) as unknown as typeof shape]);
    }
  });
}
