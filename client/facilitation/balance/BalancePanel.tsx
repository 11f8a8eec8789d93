import type { OrganisationId, ParticipantId } from '../../../shared/protocol/ids.ts';
import type { Balance } from '../../../shared/session/balance.ts';
import { formatList } from '../../i18n/dates.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Stamp } from '../../ui/Stamp.tsx';
import type { StampMark } from '../../ui/stamps.ts';
import { BalanceBars } from './BalanceBars.tsx';
import styles from './BalancePanel.module.css';

export interface BalanceReader {
  readonly organisation: (id: OrganisationId) => string;
  readonly person: (id: ParticipantId) => string;
  /** The mark of the organisation that a person is of. */
  readonly markOf: (id: ParticipantId) => StampMark | undefined;
  readonly mark: (id: OrganisationId) => StampMark | undefined;
}

interface BalancePanelProps {
  readonly balance: Balance;
  readonly reader: BalanceReader;
  readonly speaking: ParticipantId | null;
  readonly busy: boolean;
  readonly onGive: (id: ParticipantId) => void;
}

/** Who writes and speaks how much, and who has not been heard. */
export function BalancePanel({ balance, reader, ...floor }: BalancePanelProps) {
  const { t, language } = useLanguage();
  const { organisations, smaller } = balance;
  const named = (id: OrganisationId) => {
    const mark = reader.mark(id);
    return (
      <>
        {mark && <Stamp mark={mark} decorative />}
        {reader.organisation(id)}
      </>
    );
  };
  const rows = [
    ...organisations.map(({ id, figures }) => ({ key: id as string, name: named(id), figures })),
    ...(smaller.figures === null ? [] : [{ key: '', name: t('balance.together'), figures: smaller.figures }]),
  ];
  const names = formatList(smaller.ids.map(reader.organisation), language);
  return (
    <div className={styles.panel}>
      <p className="muted small">{t('balance.about')}</p>
      {balance.isLopsided && <Advice balance={balance} reader={reader} />}
      {rows.length === 0 ? (
        <EmptyState title={t('balance.noneTitle')} text={t('balance.noneText')} />
      ) : (
        <>
          <BalanceBars title={t('balance.cards')} of="cards" rows={rows} />
          <BalanceBars title={t('balance.turns')} of="turns" rows={rows} />
        </>
      )}
      {smaller.ids.length > 0 && (
        <p className="muted small">
          {smaller.figures === null ? t('balance.tooSmall', { names }) : `${t('balance.together')}: ${names}.`}
        </p>
      )}
      {balance.hasNameless && <p className="muted small">{t('balance.nameless')}</p>}
      <Unheard {...{ balance, reader }} {...floor} />
    </div>
  );
}

function Advice({ balance: { unheardOrganisations }, reader }: Pick<BalancePanelProps, 'balance' | 'reader'>) {
  const { t, language } = useLanguage();
  const names = formatList(unheardOrganisations.map(reader.organisation), language);
  return <p className={styles.advice}>{names === '' ? t('balance.askAll') : t('balance.askRound', { names })}</p>;
}

function Unheard({ balance, reader, speaking, busy, onGive }: BalancePanelProps) {
  const { t } = useLanguage();
  const { unheard } = balance;
  const isEmpty = balance.organisations.length + balance.smaller.ids.length === 0;
  return (
    <section className={styles.unheard} aria-label={t('balance.unheard')}>
      <h3>{t('balance.unheard')}</h3>
      <p className="muted small">
        {t(isEmpty ? 'balance.nobodyHere' : unheard.length === 0 ? 'balance.allHeard' : 'balance.unheardText')}
      </p>
      {/* biome-ignore lint/a11y/noRedundantRoles: Safari takes a list without marks for none. */}
      <ul role="list">
        {unheard.map((id) => {
          const mark = reader.markOf(id);
          const name = reader.person(id);
          return (
            <li key={id}>
              {mark && <Stamp mark={mark} />}
              <span className={styles.name}>{name}</span>
              {id === speaking ? (
                <small className="muted">{t('floor.speaking')}</small>
              ) : (
                <Button look="line" busy={busy} aria-label={t('floor.giveTo', { name })} onClick={() => onGive(id)}>
                  {t('balance.give')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
