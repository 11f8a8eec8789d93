import type { ReactNode } from 'react';
import type { Figures } from '../../../shared/session/balance.ts';
import { useText } from '../../i18n/LanguageProvider.tsx';
import styles from './BalancePanel.module.css';

export interface BalanceRow {
  readonly key: string;
  readonly name: ReactNode;
  readonly figures: Figures;
}

interface BalanceBarsProps {
  readonly title: string;
  readonly of: 'cards' | 'turns';
  readonly rows: readonly BalanceRow[];
}

/** A bar for each, as long as its share; what it says stands in words behind it. */
export function BalanceBars({ title, of, rows }: BalanceBarsProps) {
  const t = useText();
  const most = Math.max(1, ...rows.map(({ figures }) => figures[of]));
  const said = ({ cards, turns, cardShare, turnShare }: Figures): string => {
    const count = of === 'cards' ? t('balance.cardCount', { count: cards }) : t('balance.turnCount', { count: turns });
    const share = of === 'cards' ? cardShare : turnShare;
    return share === null ? count : `${count} · ${t('balance.share', { share })}`;
  };
  const more = ({ sinceStart, hidden }: Figures): string =>
    [
      sinceStart === null ? [] : t('balance.sinceStart', { count: sinceStart }),
      hidden === null || hidden === 0 ? [] : t('balance.hidden', { count: hidden }),
    ]
      .flat()
      .join(' · ');
  return (
    <section className={styles.bars} aria-label={title}>
      <h3>{title}</h3>
      {/* biome-ignore lint/a11y/noRedundantRoles: Safari takes a list without marks for none. */}
      <ul role="list">
        {rows.map(({ key, name, figures }) => (
          <li key={key}>
            <span className={styles.name}>{name}</span>
            <span className={`num ${styles.figure}`}>{said(figures)}</span>
            <span className={styles.bar} aria-hidden="true">
              <span style={{ width: `${(figures[of] / most) * 100}%` }} />
            </span>
            {of === 'cards' && more(figures) !== '' && <small className="num">{more(figures)}</small>}
          </li>
        ))}
      </ul>
    </section>
  );
}
