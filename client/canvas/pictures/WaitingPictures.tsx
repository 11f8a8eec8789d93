import { ArrowClockwiseIcon } from '@phosphor-icons/react/dist/csr/ArrowClockwise';
import { XIcon } from '@phosphor-icons/react/dist/csr/X';
import { useEffect } from 'react';
import { stopEventPropagation, useEditor, useValue } from 'tldraw';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import styles from './WaitingPictures.module.css';
import { type PictureFault, useWaitingPictures, type WaitingPicture } from './waiting-pictures.ts';

/** Pictures on their way, each where it will be. Whoever leaves while some are is asked first: they are nowhere else. */
export function WaitingPictures() {
  const editor = useEditor();
  const t = useText();
  const pictures = useWaitingPictures(editor);
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, []);
  return (
    <ul className={styles.all} aria-label={t('pictures.waitingList')}>
      {pictures.map((picture) => (
        <Waiting key={picture.id} picture={picture} />
      ))}
    </ul>
  );
}

function Waiting({ picture }: { readonly picture: WaitingPicture }) {
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
        {state.status === 'refused' ? (
          <Refused picture={picture} fault={state.fault} />
        ) : (
          <OnItsWay picture={picture} />
        )}
      </div>
    </li>
  );
}

function OnItsWay({ picture: { name, state, drop } }: { readonly picture: WaitingPicture }) {
  const t = useText();
  const share = state.status === 'sending' ? state.share : 0;
  const percent = Math.round(share * 100);
  const text =
    state.status === 'waiting'
      ? t('pictures.waiting')
      : percent < 100
        ? t('pictures.sending', { percent })
        : t('pictures.drawing');
  return (
    <>
      <span className={styles.words}>
        {text}
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
