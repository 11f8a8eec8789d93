import { useState } from 'react';
import { lineOfText } from '../../../shared/api/text.ts';
import { type Fields, fieldTypes } from '../../../shared/method/cards/fields.ts';
import { fieldLabels } from '../../../shared/method/words/field-labels.ts';
import { valueWords } from '../../../shared/method/words/values.ts';
import type { OrganisationId } from '../../../shared/protocol/ids.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { type LineFault, lineFault, lineFaultText } from '../../i18n/line-text.ts';
import { Button } from '../../ui/Button.tsx';
import { Check } from '../../ui/Check.tsx';
import { Dialog, DialogBody, DialogFooter } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { FieldPair } from '../../ui/FieldPair.tsx';
import { Input } from '../../ui/Input.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import styles from './DecisionDialog.module.css';

/** An organisation of the workshop that may have decided with the others. */
export interface Partner {
  readonly id: OrganisationId;
  readonly name: string;
  /** Somebody of it is on the board now. */
  readonly isHere: boolean;
}

interface DecisionDialogProps {
  readonly partners: readonly Partner[];
  /** Of the last fist to five, 0 to 5; null where there was none. */
  readonly support: number | null;
  /** Today, as a day. */
  readonly today: string;
  readonly onSave: (title: string, fields: Fields) => void;
  readonly onClose: () => void;
}

type Mode = (typeof fieldTypes.mode.values)[number];
const modes = fieldTypes.mode.values;
/** Longer than the face of a card shows: a decision is written out. */
const titleMax = 300;
const objectionsMax = fieldTypes.objections.max;
const none = '';
const supports = Array.from({ length: 11 }, (_, step) => `${step / 2}`);

/** Puts down what was decided, how, and by whom: also which partners were not there. */
export function DecisionDialog({ partners, support, today, onSave, onClose }: DecisionDialogProps) {
  const { t, language } = useLanguage();
  const [title, setTitle] = useState('');
  const [fault, setFault] = useState<LineFault>();
  const [mode, setMode] = useState<Mode>(support === null ? 'consent' : 'fist-to-five');
  const [given, setGiven] = useState(support === null ? none : `${support}`);
  const [objections, setObjections] = useState('');
  const [present, setPresent] = useState<ReadonlySet<OrganisationId>>(
    () => new Set(partners.filter(({ isHere }) => isHere).map(({ id }) => id)),
  );
  const [reviewOn, setReviewOn] = useState('');
  const label = (name: 'mode' | 'support' | 'objections' | 'review_on') => fieldLabels[name][language];
  const save = () => {
    const line = lineOfText(titleMax).safeParse(title);
    setFault(lineFault(title, titleMax));
    if (!line.success) return;
    const are = (isPresent: boolean) => partners.filter(({ id }) => present.has(id) === isPresent).map(({ id }) => id);
    onSave(line.data, {
      ...{ mode, date: today, orgs_present: are(true), orgs_missing: are(false) },
      ...(given !== none && { support: Number(given) }),
      ...(objections.trim() !== '' && { objections: objections.trim() }),
      ...(reviewOn !== '' && { review_on: reviewOn }),
    });
  };
  return (
    <Dialog open onClose={onClose} title={t('decision.title')} text={t('decision.about')}>
      <DialogBody>
        <Field
          label={t('decision.what')}
          hint={t('decision.whatHint')}
          error={lineFaultText(fault, t('decision.noTitle'), t)}
        >
          {(control) => (
            <Input
              {...control}
              value={title}
              maxLength={titleMax}
              autoFocus
              onChange={({ currentTarget }) => {
                setTitle(currentTarget.value);
                setFault(undefined);
              }}
            />
          )}
        </Field>
        <FieldPair>
          <Field label={label('mode')}>
            {(control) => (
              <Select
                {...control}
                value={mode}
                options={modes.map((value) => ({ value, label: valueWords.mode?.[value]?.[language] ?? value }))}
                onChange={setMode}
              />
            )}
          </Field>
          <Field label={label('support')} hint={support === null ? undefined : t('decision.fromVote')}>
            {(control) => (
              <Select
                {...control}
                value={given}
                options={[
                  { value: none, label: '–' },
                  ...[...new Set([...supports, ...(support === null ? [] : [`${support}`])])]
                    .sort((a, b) => Number(a) - Number(b))
                    .map((value) => ({ value, label: Number(value).toLocaleString(language) })),
                ]}
                onChange={setGiven}
              />
            )}
          </Field>
        </FieldPair>
        <Field label={label('objections')}>
          {(control) => (
            <TextArea
              {...control}
              rows={2}
              maxLength={objectionsMax}
              value={objections}
              onChange={({ currentTarget }) => setObjections(currentTarget.value)}
            />
          )}
        </Field>
        <fieldset className={styles.partners}>
          <legend>{t('decision.present')}</legend>
          <p>{t('decision.presentHint')}</p>
          <div>
            {partners.map(({ id, name }) => (
              <Check
                key={id}
                checked={present.has(id)}
                onChange={(checked) => {
                  const next = new Set(present);
                  if (checked) next.add(id);
                  else next.delete(id);
                  setPresent(next);
                }}
              >
                {name}
              </Check>
            ))}
          </div>
        </fieldset>
        <Field label={label('review_on')}>
          {(control) => (
            <Input
              {...control}
              type="date"
              min={today}
              value={reviewOn}
              onChange={({ currentTarget }) => setReviewOn(currentTarget.value)}
            />
          )}
        </Field>
      </DialogBody>
      <DialogFooter>
        <Button look="line" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button look="primary" onClick={save}>
          {t('decision.save')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
