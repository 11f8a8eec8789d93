import '../fallback-fonts.css';
import type { Editor, TLRecord } from 'tldraw';
import type { Language } from '../../../shared/api/text.ts';
import type { Records } from '../../../shared/board/containment.ts';
import type { AnyRecord } from '../../../shared/board/groups.ts';
import type { Template } from '../../../shared/method/template.ts';
import { measure } from '../../canvas/binding/measure.ts';
import { createTextBinding } from '../../canvas/binding/rich-text.ts';
import { emptyBoardStore } from '../../canvas/board-store.ts';
import type { People } from '../../canvas/card-shapes/people.ts';
import { surroundingsOf } from '../../canvas/card-shapes/surroundings.ts';
import { openHiddenEditor } from '../../canvas/hidden-editor.ts';
import { bindingUtils, shapeUtils } from '../../canvas/shape-utils.ts';
import { templateFonts } from '../../canvas/template-shapes/fonts.ts';
import { inSlices } from '../next-turn.ts';
import type { PictureDetail } from './picture-widths.ts';
import { stagePictures } from './stage-pictures.ts';
import { standingRecords } from './standing-records.ts';
import { loadTextFaces } from './text-faces.ts';

export interface StageInput {
  /** Of one board. What belongs to a screen, such as cameras, is passed over. */
  readonly records: Records;
  readonly template: Template;
  /** Of the board. */
  readonly language: Language;
  readonly people: People;
  /** A filled example to look at. */
  readonly example: boolean;
  readonly pictures: PictureDetail;
}

/** A board that nobody sees, as it was: nothing changes under it, and nothing done to it reaches anybody. */
export interface Stage {
  /** In the light theme, with every face there that its texts need and every shape measured in them. */
  readonly editor: Editor;
  /** Nothing of it may be used afterwards. */
  close(): void;
}

/**
 * Works on any page, with or without a canvas on it.
 * @throws the signal's reason once it is aborted
 */
export async function openStage(input: StageInput, signal: AbortSignal): Promise<Stage> {
  const pictures = stagePictures(input.records, input.pictures, signal);
  const store = emptyBoardStore(pictures.resolve);
  // Before there is an editor, which would look at each of them.
  await inSlices(standingRecords(input.records), signal, (record) => {
    store.put([record]);
  });
  const hidden = openHiddenEditor(input.language, {
    ...{ store, shapeUtils, bindingUtils, tools: [] },
    textOptions: createTextBinding().textOptions,
    // A busy computer needs longer than tldraw's five seconds, after which it leaves out what it has not drawn.
    options: { maxPages: 1, maxExportDelayMs: 60_000 },
  });
  const { editor } = hidden;
  const close = (): void => {
    pictures.close();
    hidden.close();
  };
  try {
    const { people, template, language, example } = input;
    surroundingsOf(editor).set({ people, template, language, example });
    await Promise.all([loadTextFaces(editor), templateFonts()]);
    await measureAll(editor, signal);
    return { editor, close };
  } catch (error) {
    close();
    throw error;
  }
}

/** Part of tldraw's store that its types keep to itself. */
interface Atomic {
  atomic(change: () => void, withSideEffects: boolean): void;
}

/** Boxes and notes grow with their text; how much is not stored, since it depends on the faces. */
async function measureAll(editor: Editor, signal: AbortSignal): Promise<void> {
  const store = editor.store as typeof editor.store & Atomic;
  await inSlices(editor.getCurrentPageShapes(), signal, (shape) => {
    const measured = measure(editor, shape as unknown as AnyRecord) as unknown as TLRecord;
    // Without side effects: arrows stay in the parents that they have.
    if (measured !== shape) store.atomic(() => store.put([measured]), false);
  });
}
