import { useEffect, useRef, useState } from 'react';
import { exportFileName } from '../file-name.ts';
import { saveFile } from '../save-file.ts';
import type { PictureSource } from './collect-picture.ts';
import { copyPicture } from './copy-picture.ts';
import { makePicture } from './make-picture.ts';
import type { PictureState } from './use-picture.ts';
import type { PictureChoice } from './use-picture-choice.ts';

export type PictureOutcome =
  | { readonly status: 'idle' }
  | { readonly status: 'making' }
  | { readonly status: 'made'; readonly fileName: string }
  | { readonly status: 'copied' }
  | { readonly status: 'notCopied' }
  | { readonly status: 'failed' };

interface TakeHome {
  readonly outcome: PictureOutcome;
  readonly download: () => void;
  readonly copy: () => void;
}

/** Makes the file and hands it to the browser; what was said of one choice is gone with the next. */
export function useTakeHome({ board, data }: PictureSource, choice: PictureChoice, state: PictureState): TakeHome {
  const { format, scale, transparent } = choice;
  const picture = state.status === 'there' ? state.picture : null;
  const job = useRef<AbortController | null>(null);
  const key = `${format} ${scale} ${transparent}`;
  const [said, setSaid] = useState<{ of: unknown; as: string; outcome: PictureOutcome } | null>(null);
  useEffect(() => () => job.current?.abort(), []);

  const begin = (): { readonly file: Promise<Blob>; readonly say: (outcome: PictureOutcome) => void } | null => {
    if (picture === null) return null;
    job.current?.abort();
    const own = new AbortController();
    job.current = own;
    const say = (outcome: PictureOutcome): void => {
      if (!own.signal.aborted) setSaid({ of: picture, as: key, outcome });
    };
    say({ status: 'making' });
    return { file: makePicture(picture.page, picture.images, { format, scale, transparent }, own.signal), say };
  };
  return {
    outcome: said !== null && said.of === picture && said.as === key ? said.outcome : { status: 'idle' },
    download() {
      const begun = begin();
      if (begun === null || picture === null) return;
      const { title } = picture.page;
      const fileName = exportFileName(
        {
          workshop: data.workshop.title,
          board: title === '' ? board.title : `${board.title} - ${title}`,
          ...{ atMs: Date.now(), language: board.language },
        },
        format,
      );
      begun.file
        .then(async (blob) => {
          saveFile(new Uint8Array(await blob.arrayBuffer()), fileName, blob.type);
          begun.say({ status: 'made', fileName });
        })
        .catch(() => begun.say({ status: 'failed' }));
    },
    copy() {
      const begun = begin();
      if (begun === null) return;
      copyPicture(begun.file).then(
        () => begun.say({ status: 'copied' }),
        () => begun.say({ status: 'notCopied' }),
      );
    },
  };
}
