import { useEffect, useRef, useState } from 'react';
import type { TLShapeId } from 'tldraw';
import type { Audience } from '../../../shared/api/boards.ts';
import { collectPicture, type Picture, type PictureSource } from './collect-picture.ts';

export type PictureState =
  | { readonly status: 'reading' }
  | { readonly status: 'there'; readonly picture: Picture }
  | { readonly status: 'empty' }
  | { readonly status: 'failed' };

const reading: PictureState = { status: 'reading' };

/** The picture of some shapes for certain readers, taken once for each choice. @param ids the same object for the same choice */
export function usePicture(source: PictureSource, ids: readonly TLShapeId[], audience: Audience): PictureState {
  const [taken, setTaken] = useState<{ of: unknown; for: Audience; state: PictureState } | null>(null);
  // As the board was when the choice was made: people who join meanwhile do not start it anew.
  const latest = useRef(source);
  useEffect(() => {
    latest.current = source;
  });
  useEffect(() => {
    const gone = new AbortController();
    const say = (state: PictureState): void => {
      if (!gone.signal.aborted) setTaken({ of: ids, for: audience, state });
    };
    collectPicture(latest.current, ids, audience, gone.signal).then(
      (picture) => say(picture === null ? { status: 'empty' } : { status: 'there', picture }),
      () => say({ status: 'failed' }),
    );
    return () => gone.abort();
  }, [ids, audience]);
  return taken?.of === ids && taken.for === audience ? taken.state : reading;
}
