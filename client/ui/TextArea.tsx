import type { ComponentProps } from 'react';
import styles from './TextArea.module.css';

/** Several lines, as many as are written. */
export const TextArea = (props: Omit<ComponentProps<'textarea'>, 'className'>) => (
  <textarea {...props} className={styles.text} />
);
