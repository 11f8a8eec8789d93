import type { Editor, TLShapeId } from 'tldraw';
import type { Audience } from '../../../shared/api/boards.ts';
import type { Board, GetWorkshopResponse } from '../../../shared/api/workshops.ts';
import type { Records } from '../../../shared/board/containment.ts';
import { recordsFor } from '../../../shared/board/export/records-for.ts';
import { loadTemplate } from '../../../shared/method/templates.ts';
import { createPeople } from '../../canvas/card-shapes/people.ts';
import { snapshotOf } from '../board-records.ts';
import { collectOne } from '../collect/collect-board.ts';
import type { PagePlan } from '../collect/page-plan.ts';
import { planSelection } from '../collect/plan-selection.ts';
import type { DisplayPage } from '../display-list.ts';
import { openStage, type Stage } from '../stage/open-stage.ts';
import { paintedDetail } from '../stage/picture-widths.ts';
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
  const { records } = snapshotOf(editor);
  const stage = await openPictureStage({ board, data, records, audience }, signal);
  try {
    return await pictureOf(stage.editor, ids, signal);
  } finally {
    stage.close();
  }
}

interface Pictured {
  readonly board: Board;
  readonly data: GetWorkshopResponse;
  /** All that is on the board. */
  readonly records: Records;
  readonly audience: Audience;
}

/**
 * A board as these readers may see it.
 * @throws the signal's reason once it is aborted
 */
export const openPictureStage = ({ board, data, records, audience }: Pictured, signal: AbortSignal): Promise<Stage> =>
  openStage(
    {
      records: recordsFor(audience, records),
      template: loadTemplate(board.template),
      language: board.language,
      people: createPeople(data, []),
      example: board.example,
      pictures: paintedDetail,
    },
    signal,
  );

/**
 * @param editor of a stage
 * @returns null where nothing of these shapes is on it
 */
export async function pictureOf(
  editor: Editor,
  ids: readonly TLShapeId[],
  signal: AbortSignal,
): Promise<Picture | null> {
  const there = ids.filter((id) => editor.getShape(id) !== undefined);
  if (there.length === 0) return null;
  const plan = planSelection(editor, there);
  return plan.shapes.length === 0 && !plan.framed ? null : pictureOfPlan(editor, plan, signal);
}

/** @param editor of a stage */
export async function pictureOfPlan(editor: Editor, plan: PagePlan, signal: AbortSignal): Promise<Picture> {
  const { page, images, undrawnKinds } = await collectOne(editor, plan, signal);
  return { page: picturePage(page), images, undrawnKinds };
}
