import { CaretDownIcon } from '@phosphor-icons/react/dist/csr/CaretDown';
import type { Contributor, Version } from '../../../../shared/api/history.ts';
import { useLanguage } from '../../../i18n/LanguageProvider.tsx';
import { Field } from '../../../ui/Field.tsx';
import styles from './HistoryDrawer.module.css';
import { formatPoint } from './moments.ts';
import { type Since, sinceMinutes } from './since.ts';
import { titleOfVersion } from './words.ts';

interface SinceFieldProps {
  readonly value: Since;
  readonly person: Contributor;
  readonly versions: readonly Version[];
  readonly onChange: (since: Since) => void;
}

/** A native choice list: it works with every keyboard, screen reader and phone. */
export function SinceField({ value, person, versions, onChange }: SinceFieldProps) {
  const { t, language } = useLanguage();
  const point = (atMs: number) => formatPoint(atMs, Date.now(), language);
  const choices: readonly Since[] = [...sinceMinutes, 'first', ...versions.map(({ id }) => id)];
  return (
    <Field label={t('history.since')}>
      {(control) => (
        <div className={styles.select}>
          <select
            {...control}
            value={value}
            onChange={(event) => {
              const next = choices.find((choice) => choice === event.target.value);
              if (next !== undefined) onChange(next);
            }}
          >
            {sinceMinutes.map((minutes) => (
              <option key={minutes} value={minutes}>
                {t('history.sinceMinutes', { count: Number(minutes) })}
              </option>
            ))}
            <option value="first">{t('history.sinceFirst', { when: point(person.firstAtMs) })}</option>
            {versions.length > 0 && (
              <optgroup label={t('history.sinceVersions')}>
                {versions.map((version) => (
                  <option key={version.id} value={version.id}>
                    {`${titleOfVersion(version, t)} · ${point(version.createdAtMs)}`}
                  </option>
                ))}
              </optgroup>
            )}
          </select>
          <CaretDownIcon aria-hidden="true" />
        </div>
      )}
    </Field>
  );
}
