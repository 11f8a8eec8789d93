import { type FormEvent, useState } from 'react';
import type { Failure } from '../../api/call.ts';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { checkLine } from '../../i18n/line-text.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog, DialogBody, DialogFooter } from '../../ui/Dialog.tsx';
import { FailureNote } from '../../ui/FailureNote.tsx';
import { Field } from '../../ui/Field.tsx';
import { Input } from '../../ui/Input.tsx';

interface RenameDialogProps {
  readonly title: string;
  readonly label: string;
  readonly initial: string;
  /** Of what: it decides what is said of an empty line. */
  readonly kind: 'organisation' | 'board';
  /** UTF-16 code units. */
  readonly max: number;
  /** Why a name cannot be taken although it is one. */
  readonly refusal?: (name: string) => string | undefined;
  readonly busy: boolean;
  readonly failure: Failure | null;
  readonly onRename: (name: string) => void;
  readonly onClose: () => void;
}

export function RenameDialog(props: RenameDialogProps) {
  const t = useText();
  const [name, setName] = useState(props.initial);
  const [error, setError] = useState<string | undefined>(undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (props.busy) return;
    const empty = props.kind === 'board' && name.trim() === '' ? t('manage.emptyBoardName') : undefined;
    const found = empty ?? checkLine(name, 'organisation', props.max, t) ?? props.refusal?.(name);
    setError(found);
    if (found !== undefined) return;
    if (name.trim() === props.initial) props.onClose();
    else props.onRename(name);
  };
  return (
    <Dialog open onClose={props.onClose} title={props.title}>
      <form noValidate onSubmit={submit}>
        <DialogBody>
          <Field label={props.label} error={error}>
            {(control) => (
              <Input
                {...control}
                // What one came for, not the cross above it.
                autoFocus
                autoComplete="off"
                value={name}
                onFocus={(event) => event.target.select()}
                onChange={(event) => {
                  setName(event.target.value);
                  setError(undefined);
                }}
              />
            )}
          </Field>
          <FailureNote failure={props.failure} />
        </DialogBody>
        <DialogFooter>
          <Button look="line" onClick={props.onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" look="primary" busy={props.busy}>
            {t('common.save')}
          </Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}
