import type { ComponentProps, ReactNode } from 'react';
import styles from './Button.module.css';
import { cx } from './cx.ts';
import { Spinner } from './Spinner.tsx';

export interface ButtonLook {
  /**
   * One filled button per view; `line` is its neighbour; `danger` takes something away; `quiet` is a way seldom taken, whose
   * words begin where the text around it does.
   */
  readonly look?: 'plain' | 'quiet' | 'line' | 'primary' | 'danger';
  readonly size?: 'normal' | 'large';
  readonly wide?: boolean;
}

/** The classes of a button, for links that look like one. */
export const buttonClass = ({ look = 'plain', size = 'normal', wide = false }: ButtonLook): string =>
  cx(styles.button, styles[look], size === 'large' && styles.large, wide && styles.wide);

interface ButtonProps extends ButtonLook, Omit<ComponentProps<'button'>, 'className'> {
  /** Something is under way: the button keeps its place and its focus, and does nothing. */
  readonly busy?: boolean;
  readonly children: ReactNode;
}

export function Button({ look, size, wide, busy = false, children, onClick, type = 'button', ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={buttonClass({
        ...(look && { look }),
        ...(size && { size }),
        ...(wide === undefined ? {} : { wide }),
      })}
      aria-disabled={busy || rest['aria-disabled']}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    >
      {children}
      {busy && <Spinner />}
    </button>
  );
}

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'className' | 'aria-label' | 'title'> {
  /** Its accessible name and tooltip: an icon alone says nothing to many. */
  readonly label: string;
}

export function IconButton({ label, children, ...rest }: IconButtonProps) {
  return (
    <button type="button" {...rest} className={cx(styles.button, styles.icon)} aria-label={label} title={label}>
      {children}
    </button>
  );
}
