import { type FormEvent, useState } from 'react';
import type { Role } from '../../../../shared/access/capabilities.ts';
import type { Workshop } from '../../../../shared/api/workshops.ts';
import { createInvite } from '../../../api/workshops.ts';
import { useText } from '../../../i18n/LanguageProvider.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Check } from '../../../ui/Check.tsx';
import { Dialog, DialogBody, DialogFooter } from '../../../ui/Dialog.tsx';
import { FailureNote } from '../../../ui/FailureNote.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Input } from '../../../ui/Input.tsx';
import { Segments } from '../../../ui/Segments.tsx';
import { Select } from '../../../ui/Select.tsx';
import { rememberLink } from '../../remembered-workshops.ts';
import { useAct } from '../../use-act.ts';
import { dayOf, type Expiry, expiries, expiryAtMs } from './expiry.ts';
import { type Made, MadeLinkDialog } from './MadeLinkDialog.tsx';
import { type CodeFault, codeFault, codeFaultText, suggestPasscode } from './passcode.ts';

interface MakeLinkDialogProps {
  readonly workshop: Workshop;
  /** What is chosen at first. */
  readonly opens: Role;
  readonly onClose: () => void;
  readonly onChanged: () => Promise<void>;
}

interface Faults {
  readonly isPast: boolean;
  readonly code: CodeFault | undefined;
}

const noFaults: Faults = { isPast: false, code: undefined };

const roles: readonly Role[] = ['participant', 'viewer', 'facilitator'];

/** A further link: for whom, until when, with or without a code. */
export function MakeLinkDialog({ workshop, opens, onClose, onChanged }: MakeLinkDialogProps) {
  const t = useText();
  const { act, busy, failure } = useAct();
  const [role, setRole] = useState(opens);
  const [expiry, setExpiry] = useState<Expiry>('none');
  const [day, setDay] = useState('');
  const [code, setCode] = useState<string | null>(null);
  const [faults, setFaults] = useState(noFaults);
  const [made, setMade] = useState<Made | null>(null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const expiresAtMs = expiryAtMs(expiry, day, Date.now());
    const found = { isPast: expiresAtMs === 'past', code: codeFault(code) };
    setFaults(found);
    if (expiresAtMs === 'past' || found.code !== undefined) return;
    const answer = await act(() => createInvite(workshop.id, { role, expiresAtMs, passcode: code }));
    if (!answer.ok) return;
    const { invite, link } = answer.value;
    rememberLink(workshop.id, role, { inviteId: invite.id, url: link.url });
    setMade({ role, url: link.url, code: code?.trim() ?? null });
    await onChanged();
  };
  if (made !== null) return <MadeLinkDialog workshop={workshop} made={made} onClose={onClose} />;
  return (
    <Dialog open onClose={onClose} title={t('links.makeTitle')} text={t('links.makeText')}>
      <form noValidate onSubmit={(event) => void submit(event)}>
        <DialogBody>
          <Segments
            legend={t('links.opensAs')}
            hint={t(`workshop.about-link-${role}`)}
            options={roles.map((value) => ({ value, label: t(`common.role-${value}`) }))}
            value={role}
            onChange={setRole}
          />
          <Field label={t('links.expiry')} hint={t('links.expiryHint')}>
            {(control) => (
              <Select
                {...control}
                options={expiries.map((value) => ({ value, label: t(`links.expiry-${value}`) }))}
                value={expiry}
                onChange={setExpiry}
              />
            )}
          </Field>
          {expiry === 'date' && (
            <Field label={t('links.lastDay')} error={faults.isPast ? t('links.lastDayPast') : undefined}>
              {(control) => (
                <Input
                  {...control}
                  type="date"
                  min={dayOf(Date.now())}
                  value={day}
                  onChange={(event) => {
                    setDay(event.target.value);
                    setFaults((current) => ({ ...current, isPast: false }));
                  }}
                />
              )}
            </Field>
          )}
          <Check
            checked={code !== null}
            hint={t('links.askCodeHint')}
            onChange={(wanted) => setCode(wanted ? suggestPasscode() : null)}
          >
            {t('links.askCode')}
          </Check>
          {code !== null && (
            <Field label={t('links.code')} hint={t('links.codeHint')} error={codeFaultText(faults.code, t)}>
              {(control) => (
                <Input
                  {...control}
                  autoComplete="off"
                  spellCheck={false}
                  value={code}
                  onChange={(event) => {
                    setCode(event.target.value);
                    setFaults((current) => ({ ...current, code: undefined }));
                  }}
                />
              )}
            </Field>
          )}
          <FailureNote failure={failure} />
        </DialogBody>
        <DialogFooter>
          <Button look="line" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" look="primary" busy={busy}>
            {t('links.make')}
          </Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}
