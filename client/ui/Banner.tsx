import type { ComponentProps, ReactNode } from 'react';
import styles from './Banner.module.css';
import { cx } from './cx.ts';

interface BannerProps extends Pick<ComponentProps<'div'>, 'role' | 'aria-label' | 'ref'> {
  readonly icon: ReactNode;
  /** `now` waits for something that comes back by itself; `quiet` says how things stand. */
  readonly look: 'quiet' | 'now';
  /** Across the whole page below its bar, or among what stands on the page. */
  readonly place: 'bar' | 'page';
  readonly title?: string;
  readonly text: string;
  /** What can be done about it. */
  readonly children?: ReactNode;
}

/** How all of a page stands, in one or two sentences above it. */
export function Banner({ icon, look, place, title, text, children, ...rest }: BannerProps) {
  return (
    <div {...rest} className={cx(styles.banner, styles[look], styles[place])}>
      {icon}
      <p>
        {title !== undefined && (
          <>
            <b>{title}</b>{' '}
          </>
        )}
        {text}
      </p>
      {children}
    </div>
  );
}
