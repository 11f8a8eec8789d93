import { useState } from 'react';
import { Link } from 'wouter';
import type { Failure } from '../../api/call.ts';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { Button, buttonClass } from '../../ui/Button.tsx';
import { Choices } from '../../ui/Choices.tsx';
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
            <Choices
              legend={t('privateWriting.names')}
              value={isAnonymous ? 'anonymous' : 'named'}
              options={(['named', 'anonymous'] as const).map((value) => ({
                ...{ value, name: t(`privateWriting.${value}`), text: t(`privateWriting.${value}Text`) },
              }))}
              isFirst
              onChange={(value) => setIsAnonymous(value === 'anonymous')}
            />
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
