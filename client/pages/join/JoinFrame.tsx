import type { ReactNode } from 'react';
import { Brand } from '../../ui/Brand.tsx';
import { LanguageSwitch } from '../../ui/LanguageSwitch.tsx';
import { Main } from '../../ui/Main.tsx';
import { SettingsButton } from '../../ui/SettingsButton.tsx';
import { SkipToMain } from '../../ui/SkipLink.tsx';
import styles from './JoinView.module.css';

interface JoinFrameProps {
  /** What one is about to enter, in large letters on the green side. */
  readonly heading: string;
  readonly lead?: string;
  /** Foot of the green side. */
  readonly foot?: ReactNode;
  /** Of the browser's tab. */
  readonly title: string;
  readonly children: ReactNode;
}

/** A green side that says where one is, and a white one with what to do. */
export const JoinFrame = ({ heading, lead, foot, title, children }: JoinFrameProps) => (
  <div className={styles.join}>
    <header className={styles.who}>
      <div>
        <SkipToMain />
        <Brand onDeep />
        <h1>{heading}</h1>
        {lead !== undefined && <p className={styles.lead}>{lead}</p>}
      </div>
      {foot}
    </header>
    <div className={styles.language}>
      <LanguageSwitch />
      <SettingsButton />
    </div>
    <Main title={title} className={styles.form}>
      {children}
    </Main>
  </div>
);
