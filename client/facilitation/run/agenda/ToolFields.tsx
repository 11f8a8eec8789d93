import { toolWords } from '../../../../shared/method/guide/tools.ts';
import { agendaLimits } from '../../../../shared/protocol/limits.ts';
import type { Phase, PhaseTool } from '../../../../shared/session/agenda.ts';
import { useLanguage, useText } from '../../../i18n/LanguageProvider.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Select } from '../../../ui/Select.tsx';
import { toolIcons } from '../../../ui/tool-signs.ts';
import { usualOrder, withAmount, withTool } from './edit.ts';
import { MinutesField } from './MinutesField.tsx';
import styles from './ToolFields.module.css';
import type { FaultText } from './use-fault-text.ts';

interface ToolFieldsProps {
  readonly phase: Phase;
  readonly faultText: FaultText;
  readonly onChange: (tools: PhaseTool[]) => void;
}

/** Which tools a phase uses, and how much of them. */
export function ToolFields({ phase, faultText, onChange }: ToolFieldsProps) {
  const { t, language } = useLanguage();
  const { tools } = phase;
  const isFull = tools.length >= agendaLimits.toolsMax;
  return (
    <fieldset className={styles.fields}>
      <legend>{t('agenda.tools')}</legend>
      <div className={styles.tools}>
        {usualOrder.map((name) => {
          const ToolIcon = toolIcons[name];
          const isUsed = tools.some(({ tool }) => tool === name);
          return (
            <label key={name} title={toolWords[name].about[language]}>
              <input
                type="checkbox"
                checked={isUsed}
                disabled={isFull && !isUsed}
                onChange={() => onChange(withTool(tools, name, !isUsed))}
              />
              <ToolIcon aria-hidden="true" />
              <span>{toolWords[name].name[language]}</span>
            </label>
          );
        })}
      </div>
      <p role="status" className={styles.full}>
        {isFull && t('agenda.toolsFull', { count: agendaLimits.toolsMax })}
      </p>
      <div className={styles.amounts}>
        {tools.map((read, at) => (
          <Amount
            // biome-ignore lint/suspicious/noArrayIndexKey: a phase may have two timers, which nothing else tells apart.
            key={at}
            {...{ read, faultText, at }}
            timers={tools.filter(({ tool }) => tool === 'T')}
            place={`${phase.id} tool-${at}`}
            onChange={(amount) => onChange(withAmount(tools, at, amount))}
          />
        ))}
      </div>
    </fieldset>
  );
}

interface AmountProps {
  readonly read: PhaseTool;
  readonly at: number;
  /** Of the phase: one has no number. */
  readonly timers: readonly PhaseTool[];
  readonly place: string;
  readonly faultText: FaultText;
  readonly onChange: (amount: number) => void;
}

const dotCounts = Array.from({ length: 20 }, (_, index) => ({ value: `${index + 1}`, label: `${index + 1}` }));

function Amount({ read, at, timers, place, faultText, onChange }: AmountProps) {
  const t = useText();
  if (read.tool === 'T')
    return (
      <MinutesField
        label={timers.length === 1 ? t('agenda.timer') : t('agenda.timerOf', { number: timers.indexOf(read) + 1 })}
        error={faultText(`tool-${at}`, agendaLimits.minutesMax)}
        {...{ place, onChange }}
        value={read.minutes}
      />
    );
  if (read.tool !== 'V') return null;
  return (
    <Field label={t('agenda.dots')}>
      {(control) => (
        <Select {...control} options={dotCounts} value={`${read.dots}`} onChange={(dots) => onChange(Number(dots))} />
      )}
    </Field>
  );
}
