import { CopyIcon } from '@phosphor-icons/react/dist/csr/Copy';
import { DownloadSimpleIcon } from '@phosphor-icons/react/dist/csr/DownloadSimple';
import type { TLShapeId } from 'tldraw';
import { hasPrivateShapes } from '../../canvas/private-shapes.ts';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog, DialogFooter } from '../../ui/Dialog.tsx';
import { Loading } from '../../ui/Spinner.tsx';
import { PrivateNote } from '../dialog/PrivateNote.tsx';
import { PagePicture } from '../svg/PagePicture.tsx';
import type { PictureSource } from './collect-picture.ts';
import { canCopyPictures } from './copy-picture.ts';
import styles from './PictureDialog.module.css';
import { PictureOptions } from './PictureOptions.tsx';
import { PictureOutcome } from './PictureOutcome.tsx';
import { type PictureState, usePicture } from './use-picture.ts';
import { type PictureChoice, usePictureChoice } from './use-picture-choice.ts';
import { useTakeHome } from './use-take-home.ts';

interface PictureDialogProps extends PictureSource {
  /** What is selected, or nothing. */
  readonly selection: readonly TLShapeId[];
  readonly onClose: () => void;
}

/** Takes a frame or a selection home as a picture, as it is printed. */
export function PictureDialog({ selection, onClose, ...source }: PictureDialogProps) {
  const t = useText();
  const choice = usePictureChoice(source, selection);
  const state = usePicture(source, choice.ids, choice.audience);
  const { outcome, download, copy } = useTakeHome(source, choice, state);
  const isThere = state.status === 'there';
  const isBusy = state.status === 'reading' || outcome.status === 'making';
  return (
    <Dialog open wide onClose={onClose} title={t('export.pictureTitle')}>
      <div className={styles.body}>
        <div className={styles.preview}>
          <Preview state={state} choice={choice} />
        </div>
        <div className={styles.options}>
          <PictureOptions choice={choice} sheet={isThere ? state.picture.page.sheet : null} />
          {hasPrivateShapes(source.editor) && <PrivateNote />}
          <PictureOutcome state={state} outcome={outcome} />
        </div>
      </div>
      <DialogFooter>
        {choice.format === 'png' && canCopyPictures() && (
          <Button look="line" size="large" busy={isBusy} disabled={!isThere && !isBusy} onClick={copy}>
            <CopyIcon aria-hidden="true" />
            {t('export.pictureCopy')}
          </Button>
        )}
        <Button look="primary" size="large" busy={isBusy} disabled={!isThere && !isBusy} onClick={download}>
          <DownloadSimpleIcon aria-hidden="true" />
          {t('export.download')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}

function Preview({ state, choice }: { readonly state: PictureState; readonly choice: PictureChoice }) {
  const t = useText();
  switch (state.status) {
    case 'reading':
      return <Loading label={t('export.pictureReading')} />;
    case 'there':
      return (
        <div
          className={styles.paper}
          data-clear={choice.transparent}
          style={{ '--shape': state.picture.page.sheet.width / state.picture.page.sheet.height } as React.CSSProperties}
        >
          <PagePicture page={state.picture.page} images={state.picture.images} look="large" />
        </div>
      );
    case 'empty':
      return <p className="muted">{t('export.pictureEmpty')}</p>;
    case 'failed':
      return null;
  }
}
