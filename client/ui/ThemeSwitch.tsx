import { MoonIcon } from '@phosphor-icons/react/dist/csr/Moon';
import { SunIcon } from '@phosphor-icons/react/dist/csr/Sun';
import { useText } from '../i18n/LanguageProvider.tsx';
import { IconButton } from './Button.tsx';
import { chooseTheme, useTheme } from './theme.ts';

export function ThemeSwitch() {
  const t = useText();
  const other = useTheme() === 'dark' ? 'light' : 'dark';
  return (
    <IconButton label={t(`common.theme-${other}`)} onClick={() => chooseTheme(other)}>
      {other === 'dark' ? <MoonIcon /> : <SunIcon />}
    </IconButton>
  );
}
