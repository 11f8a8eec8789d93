import { cx } from './cx.ts';
import styles from './Stamp.module.css';
import type { StampMark } from './stamps.ts';

interface StampProps {
  readonly mark: StampMark;
  /** Beside the organisation's name the stamp says nothing new: screen readers skip it. */
  readonly decorative?: boolean;
}

export function Stamp({ mark, decorative = false }: StampProps) {
  return (
    <abbr
      className={cx(styles.stamp, mark.ringed && styles.ringed, mark.initials.length > 2 && styles.three)}
      data-org={mark.hue}
      title={mark.name}
      aria-hidden={decorative || undefined}
    >
      {mark.initials}
    </abbr>
  );
}
