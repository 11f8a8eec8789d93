import { type FormEvent, type ReactNode, useId, useState } from 'react';
import type { Language } from '../../../shared/api/text.ts';
import type { GetWorkshopResponse } from '../../../shared/api/workshops.ts';
import { textLimits } from '../../../shared/protocol/limits.ts';
import { refusedFields } from '../../api/call.ts';
import { updateWorkshop } from '../../api/workshops.ts';
import { LookChoice } from '../../export/dialog/LookChoice.tsx';
import { useReportLook } from '../../export/dialog/use-report-look.ts';
import { BoardTexts, useText } from '../../i18n/LanguageProvider.tsx';
import { languageNames, languages } from '../../i18n/language.ts';
import { type LineFault, lineFault, lineFaultText, refusedLine } from '../../i18n/line-text.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog, DialogBody } from '../../ui/Dialog.tsx';
import { FailureNote } from '../../ui/FailureNote.tsx';
import { Field } from '../../ui/Field.tsx';
import { Input } from '../../ui/Input.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { useAct } from '../use-act.ts';
import { DoorRow } from './links/DoorRow.tsx';
import styles from './WorkshopSettings.module.css';

interface WorkshopSettingsProps {
  readonly data: GetWorkshopResponse;
  readonly onNext: () => void;
  readonly onCloseSession: () => void;
  readonly onClose: () => void;
  readonly onChanged: () => Promise<void>;
}

/** What holds for everybody in a workshop. Links and people have panels of their own. */
export function WorkshopSettings({ data, onNext, onCloseSession, onClose, onChanged }: WorkshopSettingsProps) {
  const t = useText();
  return (
    <BoardTexts>
      <Dialog open onClose={onClose} title={t('manage.settings')} text={t('manage.settingsText')}>
        <DialogBody>
          <NameAndLanguage data={data} onChanged={onChanged} />
          <Part title={t('manage.door')}>
            <DoorRow data={data} onChanged={onChanged} />
          </Part>
          <ReportLookPart data={data} />
          <Part title={t('manage.next')}>
            <p className="small">{t('manage.nextAbout')}</p>
            <Button look="line" onClick={onNext}>
              {t('manage.prepareNext')}
            </Button>
          </Part>
          {data.session.closedAtMs === null && (
            <Part title={t('manage.session')}>
              <p className="small">{t('manage.closeAbout')}</p>
              <Button look="line" onClick={onCloseSession}>
                {t('manage.close')}
              </Button>
            </Part>
          )}
        </DialogBody>
      </Dialog>
    </BoardTexts>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId();
  return (
    <section className={styles.part} aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {children}
    </section>
  );
}

function ReportLookPart({ data }: { readonly data: GetWorkshopResponse }) {
  const t = useText();
  const look = useReportLook(data);
  return (
    <Part title={t('manage.look')}>
      <LookChoice of={look} />
    </Part>
  );
}

interface NameAndLanguageProps {
  readonly data: GetWorkshopResponse;
  readonly onChanged: () => Promise<void>;
}

function NameAndLanguage({ data: { workshop }, onChanged }: NameAndLanguageProps) {
  const t = useText();
  const { act, busy, failure, forget } = useAct();
  const [title, setTitle] = useState(workshop.title);
  const [language, setLanguage] = useState<Language>(workshop.language);
  const [error, setError] = useState<LineFault>();
  const [isSaved, setIsSaved] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const wrong = lineFault(title, textLimits.workshopTitle);
    setError(wrong);
    setIsSaved(false);
    if (wrong !== undefined) return;
    const answer = await act(() => updateWorkshop(workshop.id, { title, language }));
    if (answer.ok) {
      setIsSaved(true);
      return onChanged();
    }
    if (!refusedFields(answer.failure).has('title')) return;
    forget();
    setError(refusedLine);
  };
  return (
    <form className={styles.part} noValidate onSubmit={(event) => void submit(event)}>
      <Field label={t('manage.name')} error={lineFaultText(error, t('errors.empty.title'), t)}>
        {(control) => (
          <Input
            {...control}
            autoComplete="off"
            value={title}
            onChange={(event) => {
              setTitle(event.target.value);
              setError(undefined);
              setIsSaved(false);
            }}
          />
        )}
      </Field>
      <Segments
        legend={t('manage.language')}
        hint={t('manage.languageHint')}
        options={languages.map((value) => ({ value, label: languageNames[value], lang: value }))}
        value={language}
        onChange={(next) => {
          setLanguage(next);
          setIsSaved(false);
        }}
      />
      <FailureNote failure={failure} />
      <div className={styles.foot}>
        <Button type="submit" look="primary" busy={busy}>
          {t('common.save')}
        </Button>
        <p role="status" className="small muted">
          {isSaved && t('manage.saved')}
        </p>
      </div>
    </form>
  );
}
