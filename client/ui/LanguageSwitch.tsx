import { CaretDownIcon } from '@phosphor-icons/react/dist/csr/CaretDown';
import { GlobeSimpleIcon } from '@phosphor-icons/react/dist/csr/GlobeSimple';
import { useLanguage } from '../i18n/LanguageProvider.tsx';
import { languageNames, languages } from '../i18n/language.ts';
import styles from './LanguageSwitch.module.css';

/** A native choice list that looks like a button: it works with every keyboard, screen reader and phone. */
export function LanguageSwitch() {
  const { language, t, changeLanguage } = useLanguage();
  return (
    <label className={styles.switch}>
      <GlobeSimpleIcon aria-hidden="true" />
      <span className="visually-hidden">{t('common.language')}</span>
      <select
        value={language}
        onChange={(event) => {
          const wanted = languages.find((known) => known === event.target.value);
          if (wanted !== undefined) changeLanguage(wanted);
        }}
      >
        {languages.map((known) => (
          <option key={known} value={known} lang={known}>
            {languageNames[known]}
          </option>
        ))}
      </select>
      <CaretDownIcon aria-hidden="true" />
    </label>
  );
}
