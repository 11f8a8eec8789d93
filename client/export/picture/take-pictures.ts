import type { Editor } from 'tldraw';
import type { Audience } from '../../../shared/api/boards.ts';
import type { Board } from '../../../shared/api/workshops.ts';
import { readSnapshot } from '../board-records.ts';
import { planPages } from '../collect/plan-pages.ts';
import type { ExportSource } from '../report-choice.ts';
import { openPictureStage, type Picture, pictureOf, pictureOfPlan } from './collect-picture.ts';
import { makePicture, type PictureFormat } from './make-picture.ts';
import { pngSize } from './png-size.ts';

export interface PicturesChoice {
  readonly boards: readonly Board[];
  readonly audience: Audience;
  readonly formats: readonly PictureFormat['format'][];
  /** Pixels of a PNG for each unit of the board. */
  readonly scale: number;
}

/** The picture of a frame. */
export interface TakenPicture {
  readonly board: Board;
  /** Name of the frame; empty where it has none, and for a board without frames. */
  readonly frame: string;
  /** From 0, of the pictures of its board. */
  readonly index: number;
  readonly count: number;
  /** In every format that was asked for. */
  readonly files: ReadonlyMap<PictureFormat['format'], Blob>;
  /** Pixels of a PNG for each unit: fewer than were asked for where no browser paints as many. */
  readonly scale: number;
  /** Kinds of shapes that a box stands for. */
  readonly undrawnKinds: readonly string[];
}

/**
 * A picture of every frame, one board after the other; of a board without frames, one of all that is on it.
 * @param onPicture gets each as soon as it is there; the next one waits for it
 * @throws the signal's reason once it is aborted
 */
export async function takePictures(
  { data, open }: ExportSource,
  { boards, audience, formats, scale }: PicturesChoice,
  onPicture: (picture: TakenPicture) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  for (const board of boards) {
    const { records } = await readSnapshot(open, board.id, signal);
    const stage = await openPictureStage({ board, data, records, audience }, signal);
    try {
      const frames = framesOf(stage.editor, signal);
      for (const [index, { name, take }] of frames.entries()) {
        const picture = await take();
        if (picture === null) continue;
        const { page, images, undrawnKinds } = picture;
        const files = new Map<PictureFormat['format'], Blob>();
        for (const format of formats)
          files.set(format, await makePicture(page, images, { format, scale, transparent: false }, signal));
        const told = { board, frame: name, index, count: frames.length, undrawnKinds };
        await onPicture({ ...told, files, scale: pngSize(page.sheet, scale).scale });
      }
    } finally {
      stage.close();
    }
  }
}

interface Take {
  readonly name: string;
  readonly take: () => Promise<Picture | null>;
}

function framesOf(editor: Editor, signal: AbortSignal): readonly Take[] {
  const frames = planPages(editor, { unnamed: '', outside: '' }).filter(({ framed }) => framed);
  return frames.length > 0
    ? frames.map((plan) => ({ name: plan.title, take: () => pictureOfPlan(editor, plan, signal) }))
    : [{ name: '', take: () => pictureOf(editor, [...editor.getCurrentPageShapeIds()], signal) }];
}
