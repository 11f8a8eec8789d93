import type { Editor, TLShapeId } from 'tldraw';
import type { Audience } from '../../../shared/api/boards.ts';
import type { Board, GetWorkshopResponse } from '../../../shared/api/workshops.ts';
import { recordsFor } from '../../../shared/board/export/records-for.ts';
import { loadTemplate } from '../../../shared/method/templates.ts';
import { createPeople } from '../../canvas/card-shapes/people.ts';
import { snapshotOf } from '../board-records.ts';
import { collectOne } from '../collect/collect-board.ts';
import { planSelection } from '../collect/plan-selection.ts';
import type { DisplayPage } from '../display-list.ts';
import { openStage } from '../stage/open-stage.ts';
import { picturePage } from './picture-page.ts';

/** Where a picture is taken from: the canvas as it is now. */
export interface PictureSource {
  readonly editor: Editor;
  readonly board: Board;
  readonly data: GetWorkshopResponse;
}

/** A part of a board as it is printed, not yet written as a file. */
export interface Picture {
  readonly page: DisplayPage;
  /** Data URLs by the name that the page uses. */
  readonly images: Readonly<Record<string, string>>;
  /** Kinds of shapes that a box stands for. */
  readonly undrawnKinds: readonly string[];
}

/**
 * Takes a picture of a frame, or of some shapes, as these readers may see them.
 * @returns null where nothing of it is left for them
 * @throws the signal's reason once it is aborted
 */
export async function collectPicture(
  { editor, board, data }: PictureSource,
  ids: readonly TLShapeId[],
  audience: Audience,
  signal: AbortSignal,
): Promise<Picture | null> {
  const stage = await openStage(
    {
      records: recordsFor(audience, snapshotOf(editor).records),
      template: loadTemplate(board.template),
      language: board.language,
      people: createPeople(data, []),
      example: board.example,
    },
    signal,
  );
  try {
    const there = ids.filter((id) => stage.editor.getShape(id) !== undefined);
    if (there.length === 0) return null;
    const plan = planSelection(stage.editor, there);
    if (plan.shapes.length === 0 && !plan.framed) return null;
    const { page, images, undrawnKinds } = await collectOne(stage.editor, plan, signal);
    return { page: picturePage(page), images, undrawnKinds };
  } finally {
    stage.close();
  }
}
