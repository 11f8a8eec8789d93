import { useId, useState } from 'react';
import { Link } from 'wouter';
import type { Failure } from '../../api/call.ts';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { Button, buttonClass } from '../../ui/Button.tsx';
import { Dialog, DialogBody, DialogFooter } from '../../ui/Dialog.tsx';
import { FailureNote } from '../../ui/FailureNote.tsx';
import styles from './StartDialog.module.css';

interface StartDialogProps {
  /** Another board of the workshop where people write privately: that comes first. Its name is null where nobody knows it. */
  readonly elsewhere: { readonly title: string | null; readonly href: string } | null;
  readonly busy: boolean;
  readonly failure: Failure | null;
  readonly onStart: (isAnonymous: boolean) => void;
  readonly onClose: () => void;
}

/** Says what private writing is and asks whether names are kept, before anybody writes. */
export function StartDialog({ elsewhere, busy, failure, onStart, onClose }: StartDialogProps) {
  const t = useText();
  const [isAnonymous, setIsAnonymous] = useState(false);
  return (
    <Dialog open onClose={onClose} title={t('privateWriting.title')} text={t('privateWriting.about')}>
      <DialogBody>
        <div className={styles.content}>
          {elsewhere === null ? (
            <NamesChoice isAnonymous={isAnonymous} onChange={setIsAnonymous} />
          ) : (
            <p role="status">
              {elsewhere.title === null
                ? t('privateWriting.elsewhereUnknown')
                : t('privateWriting.elsewhere', { board: elsewhere.title })}
            </p>
          )}
          <FailureNote failure={failure} />
        </div>
      </DialogBody>
      <DialogFooter>
        <Button look="line" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        {elsewhere === null ? (
          <Button look="primary" busy={busy} onClick={() => onStart(isAnonymous)}>
            {t('privateWriting.start')}
          </Button>
        ) : (
          <Link href={elsewhere.href} className={buttonClass({ look: 'primary' })}>
            {t('privateWriting.toThatBoard')}
          </Link>
        )}
      </DialogFooter>
    </Dialog>
  );
}

interface NamesChoiceProps {
  readonly isAnonymous: boolean;
  readonly onChange: (isAnonymous: boolean) => void;
}

function NamesChoice({ isAnonymous, onChange }: NamesChoiceProps) {
  const t = useText();
  const name = useId();
  return (
    <fieldset className={styles.choice}>
      <legend>{t('privateWriting.names')}</legend>
      {([false, true] as const).map((anonymous) => {
        const key = anonymous ? 'anonymous' : 'named';
        const textId = `${name}-${key}`;
        return (
          <label key={key}>
            <input
              type="radio"
              name={name}
              checked={isAnonymous === anonymous}
              // biome-ignore lint/a11y/noAutofocus: the choice comes before the way out.
              autoFocus={!anonymous}
              // Its name is short; what it means is said after it.
              aria-labelledby={textId}
              aria-describedby={`${textId}-text`}
              onChange={() => onChange(anonymous)}
            />
            <strong id={textId}>{t(`privateWriting.${key}`)}</strong>
            <span id={`${textId}-text`}>{t(`privateWriting.${key}Text`)}</span>
          </label>
        );
      })}
    </fieldset>
  );
}
