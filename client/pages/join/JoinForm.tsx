import { ArrowRightIcon } from '@phosphor-icons/react/dist/csr/ArrowRight';
import { type FormEvent, Suspense, useEffect, useRef, useState } from 'react';
import type { Role } from '../../../shared/access/capabilities.ts';
import type { Organisation } from '../../../shared/api/workshops.ts';
import type { OrganisationId } from '../../../shared/protocol/ids.ts';
import { textLimits } from '../../../shared/protocol/limits.ts';
import { refusedFields } from '../../api/call.ts';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { type LineFault, lineFault, lineFaultText, refusedLine } from '../../i18n/line-text.ts';
import { Button } from '../../ui/Button.tsx';
import { Check } from '../../ui/Check.tsx';
import { FailureNote } from '../../ui/FailureNote.tsx';
import { Field } from '../../ui/Field.tsx';
import { Input } from '../../ui/Input.tsx';
import { lazyPart } from '../../ui/lazy-part.ts';
import { Loading } from '../../ui/Spinner.tsx';
import type { StampMark } from '../../ui/stamps.ts';
import styles from './JoinForm.module.css';
import { OrganisationField } from './OrganisationField.tsx';
import { type UsedLink, useJoin } from './use-join.ts';

/** Few doors ask first: nobody else waits for this. */
const WaitingStep = lazyPart(async () => ({ default: (await import('./WaitingStep.tsx')).WaitingStep }));

interface JoinFormProps {
  readonly link: UsedLink;
  readonly role: Role;
  /** Whether somebody who leads lets in each who is new. */
  readonly asks: boolean;
  readonly organisations: readonly Organisation[];
  readonly stamps: ReadonlyMap<OrganisationId, StampMark>;
  readonly initial: {
    readonly name: string;
    readonly organisation: string;
    readonly nameInReport: boolean;
    readonly remote: boolean;
  };
}

interface FieldErrors {
  readonly name?: LineFault | undefined;
  readonly organisation?: LineFault | undefined;
}

export function JoinForm({ link, role, asks, organisations, stamps, initial }: JoinFormProps) {
  const t = useText();
  const { join, busy, failure, waiting, goIn, stopWaiting } = useJoin(link);
  const [name, setName] = useState(initial.name);
  const [organisation, setOrganisation] = useState(initial.organisation);
  const [nameInReport, setNameInReport] = useState(initial.nameInReport);
  const [remote, setRemote] = useState(initial.remote);
  const [errors, setErrors] = useState<FieldErrors>({});
  const form = useRef<HTMLFormElement>(null);
  const nameField = useRef<HTMLInputElement>(null);

  useEffect(() => nameField.current?.focus(), []);
  useEffect(() => {
    if (errors.name !== undefined || errors.organisation !== undefined) {
      form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
    }
  }, [errors]);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const found: FieldErrors = {
      name: lineFault(name, textLimits.personName),
      organisation: lineFault(organisation, textLimits.organisationName),
    };
    setErrors(found);
    if (found.name !== undefined || found.organisation !== undefined) return;
    const refused = await join({ name, organisation, nameInReport, remote });
    if (refused === null) return;
    const fields = refusedFields(refused);
    setErrors({
      name: fields.has('name') ? refusedLine : undefined,
      organisation: fields.has('organisation') ? refusedLine : undefined,
    });
  };
  if (waiting !== null)
    return (
      <Suspense fallback={<Loading label={t('join.opening')} />}>
        <WaitingStep
          key={waiting.ticket}
          waiting={waiting}
          onIn={(session) => void goIn(session)}
          onKnock={() => void join(waiting.person)}
          onOut={stopWaiting}
        />
      </Suspense>
    );
  return (
    <form ref={form} className={styles.form} noValidate onSubmit={(event) => void submit(event)}>
      <h2>{t('join.welcome')}</h2>
      <Field
        label={t('common.name')}
        hint={t('join.nameHint')}
        error={lineFaultText(errors.name, t('errors.empty.name'), t)}
      >
        {(control) => (
          <Input
            {...control}
            ref={nameField}
            big
            autoComplete="given-name"
            value={name}
            onChange={(event) => {
              setName(event.target.value);
              setErrors((current) => ({ ...current, name: undefined }));
            }}
          />
        )}
      </Field>
      <Check checked={nameInReport} hint={t('common.nameInReportHint')} onChange={setNameInReport}>
        {t('common.nameInReport')}
      </Check>
      <OrganisationField
        label={t('common.organisation')}
        big
        organisations={organisations}
        stamps={stamps}
        value={organisation}
        error={lineFaultText(errors.organisation, t('errors.empty.organisation'), t)}
        onChange={(value) => {
          setOrganisation(value);
          setErrors((current) => ({ ...current, organisation: undefined }));
        }}
      />
      {/* Whoever looks on has no turn to speak. */}
      {role !== 'viewer' && (
        <Check checked={remote} hint={t('common.remoteHint')} onChange={setRemote}>
          {t('common.iAmRemote')}
        </Check>
      )}
      <FailureNote failure={failure} />
      <Button type="submit" look="primary" size="large" wide busy={busy}>
        {t(asks ? 'join.ask' : `join.submit-${role}`)}
        {!busy && <ArrowRightIcon aria-hidden="true" />}
      </Button>
      {asks && <p className="small">{t('join.asks')}</p>}
      <p className="small muted">{t(nameInReport ? 'join.privacyNamed' : 'join.privacy')}</p>
    </form>
  );
}
