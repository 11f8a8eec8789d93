import { useMemo, useState } from 'react';
import type { TLShapeId } from 'tldraw';
import { audiencesOf } from '../../../shared/access/audiences.ts';
import type { Audience } from '../../../shared/api/boards.ts';
import { type Frame, useCurrentFrame, useFrames } from '../../canvas/frames.ts';
import type { PictureSource } from './collect-picture.ts';
import type { PictureFormat } from './make-picture.ts';

export const scales = ['1', '2', '4'] as const;
export type Scale = (typeof scales)[number];

/** The selection, or the id of a frame. */
export type Subject = 'selection' | TLShapeId;

export interface PictureChoice extends PictureFormat {
  readonly subject: Subject;
  /** Of the subject; the same object as long as that is. */
  readonly ids: readonly TLShapeId[];
  readonly audience: Audience;
  readonly audiences: readonly Audience[];
  readonly frames: readonly Frame[];
  readonly hasSelection: boolean;
  readonly choose: (
    change: Partial<PictureFormat & { readonly subject: Subject; readonly audience: Audience }>,
  ) => void;
}

export function usePictureChoice({ editor, data }: PictureSource, selection: readonly TLShapeId[]): PictureChoice {
  const frames = useFrames(editor);
  const current = useCurrentFrame(editor);
  const audiences = audiencesOf(data.me.role);
  const [only] = selection.length === 1 ? selection : [];
  const isFrame = frames.some(({ id }) => id === only);
  const hasSelection = selection.length > 0 && !isFrame;
  const [chosen, setChosen] = useState(() => ({
    subject: firstSubject(),
    audience: audiences.includes('partners') ? ('partners' as const) : ('public' as const),
    ...{ format: 'png' as PictureFormat['format'], scale: 2, transparent: false },
  }));
  const { subject } = chosen;
  const ids = useMemo(() => (subject === 'selection' ? selection : [subject]), [subject, selection]);
  return {
    ...chosen,
    ...{ ids, audiences, frames, hasSelection },
    choose: (change) => setChosen((before) => ({ ...before, ...change }) as typeof before),
  };

  function firstSubject(): Subject {
    if (hasSelection) return 'selection';
    return (isFrame ? only : (current ?? frames[0]?.id)) ?? 'selection';
  }
}
