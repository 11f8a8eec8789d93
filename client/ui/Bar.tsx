import type { ReactNode } from 'react';
import styles from './Bar.module.css';
import { Brand } from './Brand.tsx';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { ThemeSwitch } from './ThemeSwitch.tsx';

/** Top of every page but the board's. */
export const Bar = ({ children }: { readonly children?: ReactNode }) => (
  <header className={styles.bar}>
    <Brand />
    <div className={styles.right}>
      {children}
      <LanguageSwitch />
      <ThemeSwitch />
    </div>
  </header>
);
