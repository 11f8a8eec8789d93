import { useId } from 'react';
import type { TemplateId } from '../../shared/api/templates.ts';
import { useText } from '../i18n/LanguageProvider.tsx';
import styles from './TemplateOptions.module.css';
import { templateFacts, templateOrder } from './templates.ts';

interface TemplateOptionsProps {
  readonly value: TemplateId;
  readonly onChange: (template: TemplateId) => void;
}

/** Each template with what it is for, how long it takes and for how many. */
export function TemplateOptions({ value, onChange }: TemplateOptionsProps) {
  const t = useText();
  const name = useId();
  return (
    <fieldset>
      <legend className="visually-hidden">{t('workshop.template')}</legend>
      <div className={styles.options}>
        {templateOrder.map((id) => (
          <label key={id}>
            <input
              type="radio"
              className="visually-hidden"
              name={name}
              value={id}
              checked={id === value}
              onChange={() => onChange(id)}
            />
            <TemplateCard id={id} />
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function TemplateCard({ id }: { readonly id: TemplateId }) {
  const t = useText();
  const { icon: Icon, step, session } = templateFacts[id];
  return (
    <span className={styles.card}>
      <Icon aria-hidden="true" />
      <strong>{t(`workshop.template-${id}`)}</strong>
      <span>{t(`workshop.purpose-${id}`)}</span>
      {step !== null && session !== null && (
        <span className={styles.facts}>
          {[
            t('workshop.step', { count: step }),
            t('workshop.duration', { count: session.minutes }),
            t('workshop.peopleRange', { from: session.peopleMin, to: session.peopleMax }),
          ].join(' · ')}
        </span>
      )}
    </span>
  );
}
