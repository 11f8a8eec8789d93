import { XIcon } from '@phosphor-icons/react/dist/csr/X';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { fieldSchema, fieldTypes } from '../../../../shared/method/cards/fields.ts';
import { useText } from '../../../i18n/LanguageProvider.tsx';
import { organisationIds } from '../organisations.ts';
import { FieldFrame } from './FieldFrame.tsx';
import type { FieldInputProps } from './field-input.ts';
import styles from './inputs.module.css';

/** Tags or organisations: one after the other, each with a way to take it away. */
export function ListInput({ name, value, readOnly, language, people, onChange }: FieldInputProps) {
  const t = useText();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [isRefused, setRefused] = useState(false);
  const isOfOrganisations = fieldTypes[name].type === 'organisations';
  const idOf = organisationIds(people);
  const items: readonly string[] = Array.isArray(value) ? value : [];
  const labelOf = (item: string): string => (isOfOrganisations ? (people.stamp(item)?.name ?? item) : item);

  const put = (next: readonly string[]): boolean => {
    const isLegal = fieldSchema(name).safeParse(next).success;
    setRefused(!isLegal);
    if (isLegal) onChange(next.length === 0 ? null : next);
    return isLegal;
  };
  const add = () => {
    const parts = typed
      .split(/[;,]/)
      .map((part) => part.trim())
      .filter((part) => part !== '')
      .map((part) => (isOfOrganisations ? (idOf(part) ?? part) : part));
    if (parts.length === 0 || put([...new Set([...items, ...parts])])) setTyped('');
  };
  const remove = (item: string) => {
    put(items.filter((other) => other !== item));
    input.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const last = items.at(-1);
    if ((event.key === 'Enter' || event.key === ',' || event.key === ';') && typed.trim() !== '') add();
    else if (event.key === 'Backspace' && typed === '' && last !== undefined) remove(last);
    else return;
    event.preventDefault();
  };
  return (
    <FieldFrame
      name={name}
      language={language}
      id={id}
      fault={isRefused ? t('cards.notInList') : undefined}
      hint={readOnly ? undefined : t('cards.listHint')}
    >
      {(control) => (
        <div className={styles.list}>
          {items.length > 0 && (
            <ul>
              {items.map((item) => (
                <li key={item}>
                  {labelOf(item)}
                  {!readOnly && (
                    <button
                      type="button"
                      aria-label={t('cards.removeItem', { item: labelOf(item) })}
                      onClick={() => remove(item)}
                    >
                      <XIcon aria-hidden="true" />
                    </button>
                  )}
                </li>
              ))}
            </ul>
          )}
          <input
            {...control}
            ref={input}
            className={styles.input}
            list={isOfOrganisations ? `${id}-list` : undefined}
            autoComplete="off"
            readOnly={readOnly}
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
            onKeyDown={onKeyDown}
            onBlur={add}
          />
          {isOfOrganisations && (
            <datalist id={`${id}-list`}>
              {people.organisations.map((organisation) => (
                <option key={organisation.id} value={organisation.name} />
              ))}
            </datalist>
          )}
        </div>
      )}
    </FieldFrame>
  );
}
