import { FunnelIcon } from '@phosphor-icons/react/dist/csr/Funnel';
import { Popover } from 'radix-ui';
import type { ValueReader } from '../../canvas/card-shapes/value-text.ts';
import { valueText } from '../../canvas/card-shapes/value-text.ts';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { type Filter, type FilterName, filterNames, valuesIn } from './filter-rows.ts';
import type { Row } from './rows.ts';
import styles from './TableView.module.css';

interface FilterMenuProps {
  /** All of the table, so that what one filtered away is still offered. */
  readonly rows: readonly Row[];
  readonly filter: Filter;
  readonly reader: ValueReader;
  readonly onChange: (filter: Filter) => void;
}

/** What the select says for "everything": no value of a field begins like this. */
const everything = '*';

export function FilterMenu({ rows, filter, reader, onChange }: FilterMenuProps) {
  const t = useText();
  const count = Object.keys(filter.only).length;
  const put = (name: FilterName, value: string) => {
    const { [name]: _before, ...others } = filter.only;
    onChange({ ...filter, only: value === everything ? others : { ...others, [name]: value } });
  };
  return (
    <Popover.Root>
      <Popover.Trigger asChild>
        <Button look="line">
          <FunnelIcon aria-hidden="true" weight={count > 0 ? 'fill' : 'regular'} />
          <span>{count > 0 ? t('table.filtered', { count }) : t('table.filter')}</span>
        </Button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className={styles.filter} align="end" sideOffset={6} aria-label={t('table.filter')}>
          {filterNames.map((name) => {
            const values = optionsOf(rows, name, reader);
            return (
              <Field key={name} label={t(`table.by-${name}`)}>
                {(control) => (
                  <select
                    {...control}
                    value={filter.only[name] ?? everything}
                    onChange={({ target }) => put(name, target.value)}
                  >
                    <option value={everything}>{t('table.all')}</option>
                    {values.map(({ value, label }) => (
                      <option key={value} value={value}>
                        {label || t('table.none')}
                      </option>
                    ))}
                  </select>
                )}
              </Field>
            );
          })}
          {count > 0 && (
            <Button look="line" onClick={() => onChange({ ...filter, only: {} })}>
              {t('table.showAll')}
            </Button>
          )}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function optionsOf(rows: readonly Row[], name: FilterName, reader: ValueReader) {
  return valuesIn(rows, name)
    .map((value) => ({ value, label: value === '' || name === 'zone' ? value : valueText(name, value, reader) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, reader.language));
}
