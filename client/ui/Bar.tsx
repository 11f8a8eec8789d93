import type { ReactNode } from 'react';
import styles from './Bar.module.css';
import { Brand } from './Brand.tsx';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { SettingsButton } from './SettingsButton.tsx';
import { SkipToMain } from './SkipLink.tsx';

interface BarProps {
  /** What somebody may correct about themselves: it stands first in their settings. */
  readonly own?: ReactNode;
}

/** Top of every page but the board's. */
export const Bar = ({ own }: BarProps) => (
  <header className={styles.bar}>
    <SkipToMain />
    <Brand />
    <div className={styles.right}>
      <LanguageSwitch />
      <SettingsButton own={own} />
    </div>
  </header>
);
