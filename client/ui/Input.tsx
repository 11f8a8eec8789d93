import type { ComponentProps } from 'react';
import { cx } from './cx.ts';
import styles from './Input.module.css';

interface InputProps extends Omit<ComponentProps<'input'>, 'className'> {
  readonly big?: boolean;
}

export const Input = ({ big = false, ...rest }: InputProps) => (
  <input type="text" {...rest} className={cx(styles.input, big && styles.big)} />
);
