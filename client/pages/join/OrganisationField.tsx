import { PlusIcon } from '@phosphor-icons/react/dist/csr/Plus';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { Organisation } from '../../../shared/api/workshops.ts';
import type { OrganisationId } from '../../../shared/protocol/ids.ts';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { Field } from '../../ui/Field.tsx';
import { Input } from '../../ui/Input.tsx';
import { Stamp } from '../../ui/Stamp.tsx';
import type { StampMark } from '../../ui/stamps.ts';
import { matchOrganisations, sameOrganisation } from './match-organisations.ts';
import styles from './OrganisationField.module.css';

interface OrganisationFieldProps {
  readonly label: string;
  readonly big?: boolean;
  readonly organisations: readonly Organisation[];
  readonly stamps: ReadonlyMap<OrganisationId, StampMark>;
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (value: string) => void;
}

interface Option {
  readonly key: string;
  readonly value: string;
  readonly mark: StampMark | null;
}

/** From this many letters on Enter takes the first suggestion instead of sending what was typed. */
const suggestFrom = 2;

/** A text field that suggests the organisations already there (ARIA's combobox with a list). New names are welcome. */
export function OrganisationField(props: OrganisationFieldProps) {
  const { label, big = false, organisations, stamps, value, error, onChange } = props;
  const t = useText();
  const listId = useId();
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const root = useRef<HTMLDivElement>(null);

  const matches = matchOrganisations(organisations, value);
  const isNew = value.trim() !== '' && !organisations.some(({ name }) => sameOrganisation(name, value));
  const options: readonly Option[] = [
    ...matches.map(({ id, name }) => ({ key: id, value: name, mark: stamps.get(id) ?? null })),
    ...(isNew && organisations.length > 0 ? [{ key: 'new', value, mark: null }] : []),
  ];
  const shown = open && options.length > 0;

  useEffect(() => {
    if (!shown) return;
    // A click, not a lost focus: the list pushes what is below it, and must not move it away under a pressed pointer.
    const onClick = (event: MouseEvent) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('click', onClick);
    return () => document.removeEventListener('click', onClick);
  }, [shown]);

  useEffect(() => {
    if (shown && active >= 0) document.getElementById(`${listId}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [shown, active, listId]);

  const type = (text: string) => {
    onChange(text);
    setOpen(true);
    const suggests = text.trim().length >= suggestFrom && matchOrganisations(organisations, text).length > 0;
    setActive(suggests ? 0 : -1);
  };
  const choose = (option: Option) => {
    onChange(option.value.trim());
    setOpen(false);
    setActive(-1);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp': {
        if (options.length === 0) return;
        event.preventDefault();
        setOpen(true);
        const step = event.key === 'ArrowDown' ? 1 : -1;
        setActive((place) =>
          place < 0 && step < 0 ? options.length - 1 : (place + step + options.length) % options.length,
        );
        return;
      }
      case 'Enter': {
        const option = shown ? options[active] : undefined;
        if (option === undefined) return;
        // Text that already is this name needs no choosing: Enter sends the form.
        if (!sameOrganisation(option.value, value) || option.mark === null) event.preventDefault();
        choose(option);
        return;
      }
      case 'Escape':
        if (shown) event.preventDefault();
        setOpen(false);
        return;
      case 'Tab':
        setOpen(false);
    }
  };

  return (
    <Field label={label} error={error}>
      {(control) => (
        <div ref={root} className={styles.combo}>
          <Input
            {...control}
            big={big}
            role="combobox"
            aria-autocomplete="list"
            aria-expanded={shown}
            aria-controls={listId}
            aria-activedescendant={shown && active >= 0 ? `${listId}-${active}` : undefined}
            autoComplete={organisations.length > 0 ? 'off' : 'organization'}
            value={value}
            onChange={(event) => type(event.target.value)}
            onFocus={() => setOpen(value === '')}
            onClick={() => setOpen(true)}
            onKeyDown={onKeyDown}
          />
          <div id={listId} role="listbox" aria-label={t('join.suggestions')} hidden={!shown} className={styles.list}>
            {options.map((option, place) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the field holds the focus and has the keys.
              <div
                key={option.key}
                id={`${listId}-${place}`}
                role="option"
                tabIndex={-1}
                aria-selected={place === active}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => choose(option)}
              >
                {option.mark === null ? <PlusIcon aria-hidden="true" /> : <Stamp mark={option.mark} decorative />}
                <span>
                  {option.mark === null ? t('join.addOrganisation', { name: option.value.trim() }) : option.value}
                </span>
              </div>
            ))}
          </div>
        </div>
      )}
    </Field>
  );
}
