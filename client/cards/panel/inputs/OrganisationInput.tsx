import { useId } from 'react';
import { useText } from '../../../i18n/LanguageProvider.tsx';
import { Stamp } from '../../../ui/Stamp.tsx';
import { readCell } from '../../table/read-cell.ts';
import { organisationIds } from '../organisations.ts';
import { useDraft } from '../use-draft.ts';
import { FieldFrame } from './FieldFrame.tsx';
import type { FieldInputProps } from './field-input.ts';
import styles from './inputs.module.css';

/** One of the workshop's organisations, or any other name. */
export function OrganisationInput(props: FieldInputProps) {
  const { cardId, name, value, readOnly, placeholder, language, people, onChange } = props;
  const t = useText();
  const id = useId();
  const idOf = organisationIds(people);
  const read = (text: string) => readCell(name, text, idOf);
  const draft = useDraft<HTMLInputElement>({
    stored: typeof value === 'string' ? (people.stamp(value)?.name ?? '') : '',
    mode: 'last',
    keepAs: `${cardId} ${name}`,
    check: (text) => (read(text).ok ? undefined : t('cards.tooLong', { max: 120, length: text.trim().length })),
    save: (text) => {
      const reading = read(text);
      if (reading.ok) onChange(reading.value);
    },
  });
  const typed = draft.text.trim();
  const mark = typed === '' ? undefined : people.stamp(idOf(typed) ?? typed);
  return (
    <FieldFrame name={name} language={language} id={id} fault={draft.fault}>
      {(control) => (
        <span className={styles.organisation}>
          {mark !== undefined && <Stamp mark={mark} decorative />}
          <input
            {...control}
            {...draft.control}
            className={styles.input}
            list={`${id}-list`}
            autoComplete="off"
            placeholder={placeholder}
            readOnly={readOnly}
          />
          <datalist id={`${id}-list`}>
            {people.organisations.map((organisation) => (
              <option key={organisation.id} value={organisation.name} />
            ))}
          </datalist>
        </span>
      )}
    </FieldFrame>
  );
}
