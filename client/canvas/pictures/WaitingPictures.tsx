import { ArrowClockwiseIcon } from '@phosphor-icons/react/dist/csr/ArrowClockwise';
import { XIcon } from '@phosphor-icons/react/dist/csr/X';
import { useLayoutEffect } from 'react';
import { type Editor, stopEventPropagation, useEditor, useReadonly, useValue } from 'tldraw';
import type { BoardId } from '../../../shared/protocol/ids.ts';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import { writesPrivately } from '../private-shapes.ts';
import { putArrived } from './put-arrived.ts';
import styles from './WaitingPictures.module.css';
import { type PictureFault, useWaitingPictures, type WaitingPicture } from './waiting-pictures.ts';

/** Pictures on their way, each where it will be; what has arrived comes onto the board. */
export function WaitingPictures({ boardId }: { readonly boardId: BoardId }) {
  const editor = useEditor();
  const t = useText();
  const isReadonly = useReadonly();
  const pictures = useWaitingPictures(boardId);
  // Before it is painted as something that waits.
  useLayoutEffect(() => {
    if (isReadonly) return;
    for (const picture of pictures) if (!wouldShow(editor, picture)) putArrived(editor, boardId, picture.id);
  }, [editor, boardId, isReadonly, pictures]);
  return (
    <ul className={styles.all} aria-label={t('pictures.waitingList')}>
      {pictures.map((picture) => (
        <Waiting key={picture.id} picture={picture} onShow={() => putArrived(editor, boardId, picture.id)} />
      ))}
    </ul>
  );
}

/** What was put where nobody else sees it comes before everybody only by a press of whoever put it there. */
const wouldShow = (editor: Editor, { isPrivate }: WaitingPicture): boolean => isPrivate && !writesPrivately(editor);

interface WaitingProps {
  readonly picture: WaitingPicture;
  readonly onShow: () => void;
}

function Waiting({ picture, onShow }: WaitingProps) {
  const editor = useEditor();
  const { place, preview, state } = picture;
  const box = useValue('place of a picture', () => {
    const from = editor.pageToViewport(place);
    const zoom = editor.getZoomLevel();
    return { left: from.x, top: from.y, width: place.w * zoom, height: place.h * zoom };
  }, [editor, place]);
  return (
    <li className={styles.picture} style={box} data-waiting={state.status}>
      {preview !== null && <img src={preview} alt="" draggable={false} />}
      <div className={styles.note} onPointerDown={stopEventPropagation}>
        <State picture={picture} onShow={onShow} />
      </div>
    </li>
  );
}

function State({ picture, onShow }: WaitingProps) {
  const { state } = picture;
  switch (state.status) {
    case 'refused':
      return <Refused picture={picture} fault={state.fault} />;
    case 'arrived':
      return <Arrived picture={picture} onShow={onShow} />;
    case 'waiting':
    case 'sending':
    case 'put-off':
      return <OnItsWay picture={picture} />;
  }
}

/** The server has it; it is not on the board yet. */
function Arrived({ picture, onShow }: WaitingProps) {
  const editor = useEditor();
  const t = useText();
  const isReadonly = useReadonly();
  return (
    <div className={styles.refused}>
      <p>{t(isReadonly ? 'pictures.forLater' : 'pictures.wasPrivate')}</p>
      <div>
        {!isReadonly && wouldShow(editor, picture) && (
          <Button look="line" onClick={onShow}>
            {t('pictures.show')}
          </Button>
        )}
        <Button onClick={picture.drop}>{t('pictures.remove')}</Button>
      </div>
    </div>
  );
}

function OnItsWay({ picture: { name, state, drop } }: { readonly picture: WaitingPicture }) {
  const t = useText();
  const share = state.status === 'sending' ? state.share : 0;
  const percent = Math.round(share * 100);
  const words = () => {
    if (state.status === 'waiting') return t('pictures.waiting');
    if (state.status === 'put-off') return t('pictures.putOff');
    return percent < 100 ? t('pictures.sending', { percent }) : t('pictures.drawing');
  };
  return (
    <>
      <span className={styles.words}>
        {words()}
        <progress aria-label={t('pictures.progress', { name })} value={percent} max={100} />
      </span>
      <IconButton label={t('pictures.stop')} onClick={drop}>
        <XIcon aria-hidden="true" />
      </IconButton>
    </>
  );
}

/** Of what would be refused again. */
const final: ReadonlySet<PictureFault> = new Set(['too-large', 'kind', 'broken']);

function Refused({
  picture: { retry, drop },
  fault,
}: {
  readonly picture: WaitingPicture;
  readonly fault: PictureFault;
}) {
  const t = useText();
  return (
    <div className={styles.refused} role="alert">
      <p>{t(`pictures.fault-${fault}`)}</p>
      <div>
        {!final.has(fault) && (
          <Button look="line" onClick={retry}>
            <ArrowClockwiseIcon aria-hidden="true" />
            {t('pictures.retry')}
          </Button>
        )}
        <Button onClick={drop}>{t('pictures.remove')}</Button>
      </div>
    </div>
  );
}
