import { CaretRightIcon } from '@phosphor-icons/react/dist/csr/CaretRight';
import { type ChangeEvent, type ReactNode, useId, useRef, useState } from 'react';
import type { ReportLook } from '../../../shared/api/workshops.ts';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { FailureNote } from '../../ui/FailureNote.tsx';
import { accents, isPale } from './accents.ts';
import styles from './LookChoice.module.css';
import { type LogoFault, readLogo } from './read-logo.ts';
import type { WorkshopLook } from './use-report-look.ts';

/** An organisation's own colour and logo; folded away where there is neither, as in most workshops. */
export function LookChoice({ of }: { readonly of: WorkshopLook }) {
  if (of.status === 'reading') return null;
  if (of.status === 'unread')
    return (
      <Folded startsOpen>
        <Unread readAgain={of.readAgain} />
      </Folded>
    );
  const isNone = of.look.accent === null && of.look.logo === null;
  if (isNone && of.change === null) return null;
  return (
    <Folded startsOpen={!isNone}>
      <Look of={of} />
    </Folded>
  );
}

function Folded({ startsOpen, children }: { readonly startsOpen: boolean; readonly children: ReactNode }) {
  const t = useText();
  const [open] = useState(startsOpen);
  return (
    <details className={styles.look} open={open}>
      <summary>
        <CaretRightIcon aria-hidden="true" />
        {t('export.style')}
      </summary>
      <div className={styles.inside}>{children}</div>
    </details>
  );
}

function Unread({ readAgain }: { readonly readAgain: () => void }) {
  const t = useText();
  return (
    <div role="status" className={styles.unread}>
      <p className={styles.note}>{t('export.lookUnread')}</p>
      <Button look="line" onClick={readAgain}>
        {t('common.tryAgain')}
      </Button>
    </div>
  );
}

function Look({ of: { look, change, failure } }: { readonly of: Extract<WorkshopLook, { status: 'read' }> }) {
  const t = useText();
  const { accent, logo } = look;
  return (
    <>
      <p className={styles.hint}>{t(change === null ? 'export.lookGiven' : 'export.lookShared')}</p>
      {change === null ? (
        <GivenLook look={look} />
      ) : (
        <>
          <AccentChoice accent={accent} onChange={(next) => change({ accent: next })} />
          <LogoChoice logo={logo} onChange={(next) => change({ logo: next })} />
        </>
      )}
      <FailureNote failure={failure} />
    </>
  );
}

/** To look at: facilitators alone change it. */
function GivenLook({ look: { accent, logo } }: { readonly look: ReportLook }) {
  const t = useText();
  const known = accents.find(({ colour }) => colour === accent);
  return (
    <div className={styles.given}>
      <span className={styles.dot} style={{ backgroundColor: known?.shown ?? accent ?? undefined }} />
      {known === undefined ? t('export.ownColour') : t(`export.colour-${known.name}`)}
      {logo !== null && <img src={logo} alt={t('export.logoAlt')} />}
    </div>
  );
}

interface AccentChoiceProps {
  readonly accent: string | null;
  readonly onChange: (accent: string | null) => void;
}

function AccentChoice({ accent, onChange }: AccentChoiceProps) {
  const t = useText();
  const name = useId();
  const isOwn = accents.every(({ colour }) => colour !== accent);
  return (
    <fieldset className={styles.colours}>
      <legend>{t('export.colour')}</legend>
      <div className={styles.swatches}>
        {accents.map(({ name: word, colour, shown }) => (
          <label key={word} title={t(`export.colour-${word}`)}>
            <input
              type="radio"
              className="visually-hidden"
              name={name}
              checked={accent === colour}
              onChange={() => onChange(colour)}
              aria-label={t(`export.colour-${word}`)}
            />
            <span style={{ backgroundColor: shown }} />
          </label>
        ))}
        <label className={styles.own} data-chosen={isOwn}>
          <input
            type="color"
            value={accent ?? accents[0].shown}
            onChange={(event) => onChange(event.currentTarget.value.toLowerCase())}
          />
          {t('export.ownColour')}
        </label>
      </div>
      <p role="status" className={styles.note}>
        {accent !== null && isPale(accent) && t('export.paleColour')}
      </p>
    </fieldset>
  );
}

interface LogoChoiceProps {
  readonly logo: string | null;
  readonly onChange: (logo: string | null) => void;
}

function LogoChoice({ logo, onChange }: LogoChoiceProps) {
  const t = useText();
  const picker = useRef<HTMLInputElement>(null);
  const [fault, setFault] = useState<LogoFault | null>(null);
  const take = async ({ currentTarget: input }: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const [file] = input.files ?? [];
    if (file === undefined) return;
    const answer = await readLogo(file);
    // The same file may be chosen again once it has been mended.
    input.value = '';
    setFault(answer.ok ? null : answer.fault);
    if (answer.ok) onChange(answer.logo);
  };
  return (
    <fieldset className={styles.logo}>
      <legend>{t('export.logo')}</legend>
      {logo !== null && <img src={logo} alt={t('export.logoAlt')} />}
      <div className={styles.ways}>
        <Button look="line" onClick={() => picker.current?.click()}>
          {t(logo === null ? 'export.chooseLogo' : 'export.otherLogo')}
        </Button>
        {logo !== null && <Button onClick={() => onChange(null)}>{t('export.removeLogo')}</Button>}
      </div>
      <input
        ref={picker}
        type="file"
        hidden
        accept="image/png,image/jpeg,image/svg+xml"
        onChange={(event) => void take(event)}
      />
      <p role="status" className={fault === null ? styles.hint : styles.fault}>
        {fault === null && t('export.logoHint')}
        {fault === 'too-large' && t('export.logoTooLarge')}
        {fault === 'unreadable' && t('export.logoUnreadable')}
      </p>
    </fieldset>
  );
}
