import type { Failure } from '../../api/call.ts';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog, DialogBody, DialogFooter } from '../../ui/Dialog.tsx';
import { FailureNote } from '../../ui/FailureNote.tsx';

interface BringDialogProps {
  /** Of the main board. */
  readonly title: string;
  /** Whether groups are at work still. */
  readonly isOn: boolean;
  readonly busy: boolean;
  readonly failure: Failure | null;
  readonly onBring: (isLast: boolean) => void;
  readonly onClose: () => void;
}

/** Says what becomes of what groups wrote, before it comes to everybody's board. */
export function BringDialog({ title, isOn, busy, failure, onBring, onClose }: BringDialogProps) {
  const t = useText();
  return (
    <Dialog open onClose={onClose} title={t('breakouts.bringTitle')}>
      <DialogBody>
        <p>{t('breakouts.bringText', { board: title })}</p>
        <FailureNote failure={failure} />
      </DialogBody>
      <DialogFooter>
        {isOn && (
          <Button look="line" busy={busy} onClick={() => onBring(false)}>
            {t('breakouts.bringOn')}
          </Button>
        )}
        <Button look="primary" busy={busy} onClick={() => onBring(true)}>
          {t(isOn ? 'breakouts.bringEnd' : 'breakouts.bringTitle')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
