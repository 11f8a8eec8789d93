import { type FormEvent, useState } from 'react';
import type { Failure } from '../../api/call.ts';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { type LineFault, lineFault, lineFaultText } from '../../i18n/line-text.ts';
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
  /** Whether another organisation bears the name already. */
  readonly isTaken?: (name: string) => boolean;
  readonly busy: boolean;
  readonly failure: Failure | null;
  readonly onRename: (name: string) => void;
  readonly onClose: () => void;
}

export function RenameDialog(props: RenameDialogProps) {
  const t = useText();
  const [name, setName] = useState(props.initial);
  const [error, setError] = useState<LineFault | { readonly code: 'taken' }>();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (props.busy) return;
    const found = lineFault(name, props.max) ?? (props.isTaken?.(name) ? ({ code: 'taken' } as const) : undefined);
    setError(found);
    if (found !== undefined) return;
    if (name.trim() === props.initial) props.onClose();
    else props.onRename(name);
  };
  const empty = t(props.kind === 'board' ? 'manage.emptyBoardName' : 'errors.empty.organisation');
  return (
    <Dialog open onClose={props.onClose} title={props.title}>
      <form noValidate onSubmit={submit}>
        <DialogBody>
          <Field
            label={props.label}
            error={error?.code === 'taken' ? t('people.renameTaken') : lineFaultText(error, empty, t)}
          >
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
