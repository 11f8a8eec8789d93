import type { ReactNode } from 'react';
import styles from './ErrorState.module.css';

interface ErrorStateProps {
  readonly icon: ReactNode;
  /** What happened. */
  readonly title: string;
  /** What is safe, and what to do. */
  readonly text: string;
  /** Buttons and links: the way on. */
  readonly children?: ReactNode;
}

export const ErrorState = ({ icon, title, text, children }: ErrorStateProps) => (
  <div className={styles.state} role="alert">
    {icon}
    <h1>{title}</h1>
    <p>{text}</p>
    <div className={styles.ways}>{children}</div>
  </div>
);
