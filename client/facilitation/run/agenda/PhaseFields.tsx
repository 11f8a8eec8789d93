import type { Language } from '../../../../shared/api/text.ts';
import type { Guide } from '../../../../shared/method/guide/guide.ts';
import { scriptedPhase } from '../../../../shared/method/guide/phase-words.ts';
import type { Template } from '../../../../shared/method/template.ts';
import { agendaLimits, textLimits } from '../../../../shared/protocol/limits.ts';
import { type Phase, PhaseAllows } from '../../../../shared/session/agenda.ts';
import { useLanguage } from '../../../i18n/LanguageProvider.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Input } from '../../../ui/Input.tsx';
import { Select } from '../../../ui/Select.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import type { Fault, PhaseChange } from './edit.ts';
import { MinutesField } from './MinutesField.tsx';
import styles from './PhaseFields.module.css';
import { placesOf } from './places.ts';
import { ToolFields } from './ToolFields.tsx';
import { useFaultText } from './use-fault-text.ts';

/** Where phases take their words from that nobody changed, and what their board has. */
export interface PhaseSource {
  readonly guide: Guide | null;
  readonly template: Template;
  /** Of the board. */
  readonly language: Language;
}

interface PhaseFieldsProps extends PhaseSource {
  readonly phase: Phase;
  readonly faults: readonly Fault[];
  readonly isCurrent: boolean;
  readonly onChange: (change: PhaseChange) => void;
}

/** What a list of places says for "none of them": no place is like this. */
const nowhere = '';

/** A row that opens grows downwards: all of it is to be seen. */
const showWhole = (fields: HTMLElement | null) => fields?.parentElement?.scrollIntoView({ block: 'nearest' });

/** Everything that a phase says and uses. */
export function PhaseFields({ phase, faults, isCurrent, guide, template, language, onChange }: PhaseFieldsProps) {
  const { t, language: ownLanguage } = useLanguage();
  const faultText = useFaultText(faults);
  const scripted = scriptedPhase(phase, guide);
  return (
    <div ref={showWhole} className={styles.fields}>
      <Field
        label={t('agenda.name')}
        hint={scripted && t('agenda.nameHint')}
        error={faultText('title', textLimits.phaseTitle)}
      >
        {(control) => (
          <Input
            {...control}
            data-place={`${phase.id} title`}
            autoComplete="off"
            maxLength={textLimits.phaseTitle}
            placeholder={scripted?.title[ownLanguage]}
            value={phase.title ?? ''}
            onChange={({ currentTarget }) => onChange({ title: currentTarget.value || null })}
          />
        )}
      </Field>
      <Field label={t('agenda.prompt')} error={faultText('prompt', textLimits.phasePrompt)}>
        {(control) => (
          <TextArea
            {...control}
            data-place={`${phase.id} prompt`}
            rows={1}
            lang={language}
            maxLength={textLimits.phasePrompt}
            placeholder={scripted?.prompts?.[0]?.[language]}
            value={phase.prompt ?? ''}
            onChange={({ currentTarget }) => onChange({ prompt: currentTarget.value || null })}
            onKeyDown={(event) => {
              // It is kept as one line, however many the box shows.
              if (event.key === 'Enter' && !event.nativeEvent.isComposing) event.preventDefault();
            }}
          />
        )}
      </Field>
      <div className={styles.pair}>
        <MinutesField
          label={t('agenda.minutes')}
          hint={t('agenda.minutesHint')}
          error={faultText('minutes', agendaLimits.minutesMax)}
          place={`${phase.id} minutes`}
          value={phase.minutes}
          onChange={(minutes) => onChange({ minutes })}
        />
        <Field label={t('agenda.where')}>
          {(control) => (
            <Select
              {...control}
              options={[{ value: nowhere, label: t('agenda.nowhere') }]}
              groups={placesOf(template, language, { label: t('agenda.wholeFrame'), lang: ownLanguage })}
              value={phase.place ?? nowhere}
              onChange={(place) => onChange({ place: place === nowhere ? null : place })}
            />
          )}
        </Field>
      </div>
      <Field label={t('agenda.allows')}>
        {(control) => (
          <Select
            {...control}
            options={PhaseAllows.options.map((value) => ({ value, label: t(`agenda.allows-${value}`) }))}
            value={phase.allows}
            onChange={(allows) => onChange({ allows: PhaseAllows.parse(allows) })}
          />
        )}
      </Field>
      <ToolFields {...{ phase, faultText }} onChange={(tools) => onChange({ tools })} />
      {isCurrent && <p className={styles.stays}>{t('agenda.stays')}</p>}
    </div>
  );
}
