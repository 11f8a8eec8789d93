import { type FormEvent, useState } from 'react';
import { hasExample, type TemplateId } from '../../shared/api/templates.ts';
import type { Language } from '../../shared/api/text.ts';
import type { Board } from '../../shared/api/workshops.ts';
import type { WorkshopId } from '../../shared/protocol/ids.ts';
import { textLimits } from '../../shared/protocol/limits.ts';
import { type Failure, refusedFields } from '../api/call.ts';
import { createBoard, openExample } from '../api/workshops.ts';
import { useText } from '../i18n/LanguageProvider.tsx';
import { languageNames, languages } from '../i18n/language.ts';
import { type LineFault, lineFault, lineFaultText, refusedLine } from '../i18n/line-text.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog, DialogBody, DialogFooter } from '../ui/Dialog.tsx';
import { FailureNote } from '../ui/FailureNote.tsx';
import { Field } from '../ui/Field.tsx';
import { Input } from '../ui/Input.tsx';
import { Segments } from '../ui/Segments.tsx';
import { TemplateOptions } from './TemplateOptions.tsx';
import styles from './TemplatePicker.module.css';
import { type Step, templateFacts, templateOrder } from './templates.ts';

interface TemplatePickerProps {
  readonly workshopId: WorkshopId;
  readonly language: Language;
  /** Where the choice starts: at the first template of this step. */
  readonly step: Step | null;
  readonly onClose: () => void;
  /** With the new board, or the example that was asked for. */
  readonly onOpen: (board: Board) => void;
}

const languageOptions = languages.map((value) => ({ value, label: languageNames[value], lang: value }));

export function TemplatePicker({ workshopId, language, step, onClose, onOpen }: TemplatePickerProps) {
  const t = useText();
  const [template, setTemplate] = useState<TemplateId>(
    () => templateOrder.find((id) => step === null || templateFacts[id].step === step) ?? 'blank',
  );
  const [boardLanguage, setBoardLanguage] = useState(language);
  const [title, setTitle] = useState('');
  const [titleError, setTitleError] = useState<LineFault>();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState<'own' | 'example' | null>(null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy !== null) return;
    const named = title.trim() !== '';
    const wrong = named ? lineFault(title, textLimits.boardTitle) : undefined;
    setTitleError(wrong);
    setFailure(null);
    if (wrong !== undefined) return;
    setBusy('own');
    const created = await createBoard(workshopId, { template, language: boardLanguage, ...(named && { title }) });
    if (created.ok) return onOpen(created.value.board);
    setBusy(null);
    if (refusedFields(created.failure).has('title')) setTitleError(refusedLine);
    else setFailure(created.failure);
  };
  const seeExample = async () => {
    if (busy !== null) return;
    setBusy('example');
    setFailure(null);
    const opened = await openExample(workshopId, template, boardLanguage);
    if (opened.ok) return onOpen(opened.value.board);
    setBusy(null);
    setFailure(opened.failure);
  };
  return (
    <Dialog open wide onClose={onClose} title={t('workshop.pickTitle')} text={t('workshop.pickText')}>
      <form className={styles.form} noValidate onSubmit={(event) => void submit(event)}>
        <DialogBody>
          <TemplateOptions value={template} onChange={setTemplate} />
          <div className={styles.pair}>
            <Field
              label={t('workshop.boardName')}
              hint={t('workshop.boardNameHint')}
              // Without a name it gets that of its template.
              error={lineFaultText(titleError, t('workshop.boardNameHint'), t)}
            >
              {(control) => (
                <Input
                  {...control}
                  autoComplete="off"
                  placeholder={t(`workshop.template-${template}`)}
                  value={title}
                  onChange={(event) => {
                    setTitle(event.target.value);
                    setTitleError(undefined);
                  }}
                />
              )}
            </Field>
            <Segments
              legend={t('workshop.boardLanguage')}
              options={languageOptions}
              value={boardLanguage}
              onChange={setBoardLanguage}
            />
          </div>
        </DialogBody>
        <DialogFooter>
          <div className={styles.failure}>
            <FailureNote failure={failure} />
          </div>
          {hasExample(template) && (
            <Button size="large" busy={busy === 'example'} onClick={() => void seeExample()}>
              {t('workshop.seeExample')}
            </Button>
          )}
          <Button type="submit" look="primary" size="large" busy={busy === 'own'}>
            {t('workshop.create')}
          </Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}
