import type { ReactNode } from 'react';
import { useLanguage, WorkshopTexts } from '../../i18n/LanguageProvider.tsx';
import { languageNames, languages } from '../../i18n/language.ts';
import { Check } from '../Check.tsx';
import { Dialog, DialogBody } from '../Dialog.tsx';
import { Field } from '../Field.tsx';
import { switchHints, useHints } from '../hints.ts';
import { Segments } from '../Segments.tsx';
import { Select } from '../Select.tsx';
import { darkness, highContrast, stillness } from '../theme.ts';
import { useChosen, useWish, type Wish } from '../wish.ts';
import styles from './SettingsDialog.module.css';

interface SettingsDialogProps {
  readonly own: ReactNode;
  readonly onClose: () => void;
}

/** What one person wants of the pages, kept in this browser. */
export const SettingsDialog = (props: SettingsDialogProps) => (
  <WorkshopTexts>
    <Settings {...props} />
  </WorkshopTexts>
);

function Settings({ own, onClose }: SettingsDialogProps) {
  const { t, language, changeLanguage } = useLanguage();
  const hints = useHints();
  return (
    <Dialog open onClose={onClose} title={t('common.settings')} text={t('settings.text')}>
      <DialogBody>
        {own}
        <section className={styles.group} aria-labelledby="settings-browser">
          <h3 id="settings-browser">{t('settings.browser')}</h3>
          <Field label={t('common.language')}>
            {(control) => (
              <Select
                {...control}
                options={languages.map((value) => ({ value, label: languageNames[value] }))}
                value={language}
                onChange={changeLanguage}
              />
            )}
          </Field>
          <ThemeChoice />
          <WishCheck wish={highContrast} words="contrast" />
          <WishCheck wish={stillness} words="motion" />
          <Check checked={hints} hint={t('settings.hintsHint')} onChange={switchHints}>
            {t('settings.hints')}
          </Check>
        </section>
      </DialogBody>
    </Dialog>
  );
}

function ThemeChoice() {
  const { t } = useLanguage();
  const dark = useChosen(darkness);
  const value = dark === null ? 'system' : dark ? 'dark' : 'light';
  return (
    <Segments
      legend={t('settings.theme')}
      options={(['system', 'light', 'dark'] as const).map((each) => ({
        value: each,
        label: t(`settings.theme-${each}`),
      }))}
      value={value}
      onChange={(next) => darkness.choose(next === 'system' ? null : next === 'dark')}
    />
  );
}

function WishCheck({ wish, words }: { readonly wish: Wish; readonly words: 'contrast' | 'motion' }) {
  const { t } = useLanguage();
  const holds = useWish(wish);
  const follows = useChosen(wish) === null;
  return (
    <Check
      checked={holds}
      hint={follows ? t('settings.asSystem') : t(`settings.${words}Hint`)}
      onChange={(wanted) => wish.choose(wanted)}
    >
      {t(`settings.${words}`)}
    </Check>
  );
}
