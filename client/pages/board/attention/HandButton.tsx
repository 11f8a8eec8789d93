import { HandPalmIcon } from '@phosphor-icons/react/dist/csr/HandPalm';
import { useText } from '../../../i18n/LanguageProvider.tsx';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import styles from './HandButton.module.css';
import type { Hands } from './use-hands.ts';

/** For who takes part, to ask for a turn to speak; for who leads, how many do. */
export function HandButton({ hands }: { readonly hands: Hands }) {
  const t = useText();
  const { count, isUp, leads, act } = hands;
  if (leads && count === 0) return null;
  const label = leads ? t('floor.hands', { count }) : t(isUp ? 'floor.lower' : 'floor.raise');
  return (
    <span className={cx(styles.hand, (leads || isUp) && styles.up)}>
      <Button aria-pressed={leads ? undefined : isUp} aria-label={label} title={label} onClick={act}>
        <HandPalmIcon aria-hidden="true" weight={leads || isUp ? 'fill' : 'regular'} />
        {leads && <span className="num">{count}</span>}
      </Button>
    </span>
  );
}
