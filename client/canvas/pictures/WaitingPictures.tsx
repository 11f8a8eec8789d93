import { ArrowClockwiseIcon } from '@phosphor-icons/react/dist/csr/ArrowClockwise';
import { XIcon } from '@phosphor-icons/react/dist/csr/X';
import { type Ref, useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react';
import { type Editor, stopEventPropagation, useEditor, useReadonly, useValue } from 'tldraw';
import type { BoardId } from '../../../shared/protocol/ids.ts';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { announce } from '../../ui/announce.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { writesPrivately } from '../private-shapes.ts';
import { putArrived } from './put-arrived.ts';
import styles from './WaitingPictures.module.css';
import { type PictureFault, useWaitingPictures, type WaitingPicture } from './waiting-pictures.ts';

interface WaitingPicturesProps {
  readonly boardId: BoardId;
  /** Of what is said of them. */
  readonly list: Ref<HTMLUListElement>;
}

/** Pictures on their way, each where it will be; what has arrived comes onto the board. */
export function WaitingPictures({ boardId, list }: WaitingPicturesProps) {
  const editor = useEditor();
  const t = useText();
  const isReadonly = useReadonly();
  const pictures = useWaitingPictures(boardId);
  // Before it is painted as something that waits.
  useLayoutEffect(() => {
    if (isReadonly) return;
    for (const picture of pictures) if (!wouldShow(editor, picture)) putArrived(editor, boardId, picture.id);
  }, [editor, boardId, isReadonly, pictures]);
  const isCrowded = useValue(
    'room for notes',
    () => pictures.some(({ place }) => place.w * editor.getZoomLevel() < noteRoomPx),
    [editor, pictures],
  );
  return (
    <>
      <div className={styles.all} aria-hidden="true">
        {pictures.map((picture) => (
          <Place key={picture.id} picture={picture} />
        ))}
      </div>
      <ul ref={list} className={isCrowded ? styles.stack : styles.all} aria-label={t('pictures.waitingList')}>
        {pictures.map((picture) => (
          <Note
            key={picture.id}
            picture={picture}
            isCrowded={isCrowded}
            onShow={() => putArrived(editor, boardId, picture.id)}
          />
        ))}
      </ul>
    </>
  );
}

/** Where a picture is narrower than this on the screen, the notes stand together at the edge instead of over each other. */
const noteRoomPx = 200;
const noteMaxPx = 260;

/** What was put where nobody else sees it comes before everybody only by a press of whoever put it there. */
const wouldShow = (editor: Editor, { isPrivate }: WaitingPicture): boolean => isPrivate && !writesPrivately(editor);

function usePlace({ place }: WaitingPicture) {
  const editor = useEditor();
  return useValue('place of a picture', () => {
    const { x, y } = editor.pageToViewport(place);
    const zoom = editor.getZoomLevel();
    return { left: x, top: y, width: place.w * zoom, height: place.h * zoom };
  }, [editor, place]);
}

function Place({ picture }: { readonly picture: WaitingPicture }) {
  const box = usePlace(picture);
  return (
    <div className={styles.picture} style={box}>
      {picture.preview !== null && <img src={picture.preview} alt="" draggable={false} />}
    </div>
  );
}

interface StateProps {
  readonly picture: WaitingPicture;
  readonly onShow: () => void;
}

interface NoteProps extends StateProps {
  readonly isCrowded: boolean;
}

/** What is said of a picture, in its middle or, where it has no room there, in a list of all. */
function Note({ picture, isCrowded, onShow }: NoteProps) {
  const { left, top, width, height } = usePlace(picture);
  useTellPutOff(picture);
  const middle = { left: left + width / 2, top: top + height / 2, maxWidth: Math.min(width, noteMaxPx) };
  return (
    <li
      className={isCrowded ? styles.note : `${styles.note} ${styles.placed}`}
      style={isCrowded ? undefined : middle}
      data-waiting={picture.state.status}
      onPointerDown={stopEventPropagation}
    >
      {isCrowded && picture.preview !== null && <img src={picture.preview} alt="" draggable={false} />}
      <State picture={picture} onShow={onShow} />
    </li>
  );
}

/** Once of each: the server may put it off many times. */
function useTellPutOff({ name, state }: WaitingPicture): void {
  const t = useText();
  const isTold = useRef(false);
  const tell = useEffectEvent(() => {
    if (isTold.current) return;
    isTold.current = true;
    announce(t('pictures.saidPutOff', { name }));
  });
  const isPutOff = state.status === 'put-off';
  useEffect(() => {
    if (isPutOff) tell();
  }, [isPutOff]);
}

function State({ picture, onShow }: StateProps) {
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
function Arrived({ picture, onShow }: StateProps) {
  const editor = useEditor();
  const t = useText();
  const isReadonly = useReadonly();
  const mayShow = !isReadonly && wouldShow(editor, picture);
  return (
    // What comes onto the board at once is not told.
    <div className={styles.refused} role={isReadonly || mayShow ? 'alert' : undefined}>
      <Name picture={picture} />
      <p>{t(isReadonly ? 'pictures.forLater' : 'pictures.wasPrivate')}</p>
      <div>
        {mayShow && (
          <Button look="line" onClick={onShow}>
            {t('pictures.show')}
          </Button>
        )}
        <Remove isAlone={!mayShow} onClick={picture.drop} />
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

function Refused({ picture, fault }: { readonly picture: WaitingPicture; readonly fault: PictureFault }) {
  const t = useText();
  const isFinal = final.has(fault);
  return (
    <div className={styles.refused} role="alert">
      <Name picture={picture} />
      <p>{t(`pictures.fault-${fault}`)}</p>
      <div>
        {!isFinal && (
          <Button look="line" onClick={picture.retry}>
            <ArrowClockwiseIcon aria-hidden="true" />
            {t('pictures.retry')}
          </Button>
        )}
        <Remove isAlone={isFinal} onClick={picture.drop} />
      </div>
    </div>
  );
}

/** Which one it is: whoever sees the picture knows, whoever hears of several does not. */
function Name({ picture: { name, preview } }: { readonly picture: WaitingPicture }) {
  return <p className={preview === null ? styles.name : 'visually-hidden'}>{name}</p>;
}

function Remove({ isAlone, onClick }: { readonly isAlone: boolean; readonly onClick: () => void }) {
  const t = useText();
  return (
    <Button {...(isAlone && { look: 'line' })} onClick={onClick}>
      {t('pictures.remove')}
    </Button>
  );
}
