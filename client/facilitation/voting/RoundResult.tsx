import { type Ref, useState } from 'react';
import type { ClosedRound } from '../../../shared/api/voting.ts';
import type { Standing } from '../../../shared/session/tally.ts';
import { QUESTION } from '../../../shared/session/voting.ts';
import type { People } from '../../canvas/card-shapes/people.ts';
import { formatMoment } from '../../i18n/dates.ts';
import { useLanguage, useText } from '../../i18n/LanguageProvider.tsx';
import { localeOf } from '../../i18n/message.ts';
import { Button } from '../../ui/Button.tsx';
import { Stamp } from '../../ui/Stamp.tsx';
import { partOf, partsOf, placedBy, type Ranking } from './places.ts';
import styles from './RoundResult.module.css';

export interface ResultReader {
  /** What a card says now. */
  readonly titleOf: (id: string) => string;
  /** Undefined for a card that is not on the board any more. */
  readonly onShow: (id: string) => (() => void) | undefined;
  readonly people: Pick<People, 'participant' | 'stamp'>;
}

interface RoundResultProps extends ResultReader {
  readonly closed: ClosedRound;
  readonly heading: Ref<HTMLHeadingElement>;
}

/** What a round came to, counted twice: a large delegation must not outvote the others unnoticed. */
export function RoundResult({ closed, heading, ...reader }: RoundResultProps) {
  const { t, language } = useLanguage();
  const { round, tally, closedAtMs, ballots } = closed;
  const [question] = tally.standings;
  const isFist = round.method.type === 'fist';
  const isOfFew = tally.standings.some(({ rankPeople }) => rankPeople === null);
  const isWhole = tally.standings.every(({ rankOrganisations }) => rankOrganisations !== null);
  const isShown = tally.voters > 0 && !isOfFew;
  return (
    <section className={styles.result}>
      <header className={styles.head}>
        <h3 ref={heading} tabIndex={-1}>
          {round.question}
        </h3>
        <p>{t('voting.closedAt', { date: formatMoment(closedAtMs, Date.now(), language) })}</p>
        <p>
          {tally.voters === 0
            ? t('voting.nobodyVoted')
            : `${t('voting.votersOf', { count: tally.voters })} ${t('voting.ofOrganisations', { count: tally.organisations })}`}
        </p>
      </header>
      {tally.isOutvoted && (
        <p className={styles.outvoted}>
          <strong>{t('voting.outvoted')}</strong> {t(isWhole ? 'voting.outvotedAdvice' : 'voting.outvotedAsk')}
        </p>
      )}
      {isOfFew && tally.voters > 0 && <p>{t('voting.ofFew')}</p>}
      {isShown && !isFist && <Rankings {...{ closed, isWhole }} {...reader} />}
      {isShown && isFist && question !== undefined && <Spread standing={question} />}
      {ballots !== null && ballots.length > 0 && <WhoVoted ballots={ballots} {...reader} />}
    </section>
  );
}

/** More than these only on demand. */
const firstPlaces = 10;

interface RankingsProps extends ResultReader {
  readonly closed: ClosedRound;
  /** Whether the places of organisations are told. */
  readonly isWhole: boolean;
}

function Rankings({ closed, isWhole, ...reader }: RankingsProps) {
  const t = useText();
  const [isLong, setLong] = useState(false);
  const { length } = closed.tally.standings;
  return (
    <>
      <div className={styles.rankings}>
        <RankingList ranking="people" title={t('voting.byPeople')} {...{ closed, isLong }} {...reader} />
        {isWhole ? (
          <RankingList
            ranking="organisations"
            title={t('voting.byOrganisations')}
            {...{ closed, isLong }}
            {...reader}
          />
        ) : (
          <section aria-label={t('voting.byOrganisations')}>
            <h4>{t('voting.byOrganisations')}</h4>
            <p className={styles.untold}>{t('voting.placesUntold')}</p>
          </section>
        )}
      </div>
      {length > firstPlaces && (
        <Button look="quiet" aria-expanded={isLong} onClick={() => setLong(!isLong)}>
          {isLong ? t('voting.showFirst') : t('voting.showAll', { count: length })}
        </Button>
      )}
    </>
  );
}

interface RankingListProps extends ResultReader {
  readonly ranking: Ranking;
  readonly title: string;
  readonly closed: ClosedRound;
  readonly isLong: boolean;
}

function RankingList({ ranking, title, closed, isLong, titleOf, onShow }: RankingListProps) {
  const { t, language } = useLanguage();
  const { round, tally } = closed;
  const placed = placedBy(ranking, tally.standings, titleOf);
  const figure = ({ people }: Standing): string => {
    if (round.method.type === 'dots') return t('voting.dotsHere', { count: people ?? 0 });
    if (people === null) return t(round.isOpen ? 'voting.notScored' : 'voting.fewScored');
    return t('voting.mean', { value: decimal(people, language) });
  };
  return (
    <section aria-label={title}>
      <h4>{title}</h4>
      {/* biome-ignore lint/a11y/noRedundantRoles: Safari takes a list without marks for none. */}
      <ol role="list">
        {(isLong ? placed : placed.slice(0, firstPlaces)).map(({ standing, place }) => (
          <li key={standing.id}>
            <span className={`num ${styles.place}`}>{place}</span>
            <CardName title={titleOf(standing.id)} onShow={onShow(standing.id)} />
            {ranking === 'people' && <span className={`num ${styles.figure}`}>{figure(standing)}</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}

const decimal = (value: number, language: keyof typeof localeOf): string =>
  new Intl.NumberFormat(localeOf[language], { maximumFractionDigits: 1 }).format(value);

function CardName({ title, onShow }: { readonly title: string; readonly onShow: (() => void) | undefined }) {
  const t = useText();
  return onShow === undefined ? (
    <span>{title}</span>
  ) : (
    <button type="button" className={styles.card} title={t('voting.showCard')} onClick={onShow}>
      {title}
    </button>
  );
}

function Spread({ standing: { people, spread } }: { readonly standing: Standing }) {
  const { t, language } = useLanguage();
  if (spread === null) return null;
  const parts = partsOf(spread);
  const most = Math.max(1, ...spread);
  return (
    <>
      <p className={styles.parts}>
        <span>{t('voting.objections', { count: parts.objection })}</span>
        <span>{t('voting.concerns', { count: parts.concern })}</span>
        <span>{t('voting.supporters', { count: parts.support })}</span>
        {people !== null && <span>{t('voting.mean', { value: decimal(people, language) })}</span>}
      </p>
      <ol className={styles.spread} aria-label={t('voting.spread')}>
        {spread.map((count, value) => {
          const key = `${value}`;
          return (
            <li key={key}>
              <span className="visually-hidden">{t('voting.spreadOf', { value, count })}</span>
              <b aria-hidden="true">{value}</b>
              <span className={styles.bar} aria-hidden="true">
                <span data-part={partOf(value)} style={{ width: `${(count / most) * 100}%` }} />
              </span>
              <span className="num" aria-hidden="true">
                {count}
              </span>
            </li>
          );
        })}
      </ol>
      {parts.objection > 0 && <p className={styles.outvoted}>{t('voting.hearObjections')}</p>}
    </>
  );
}

interface WhoVotedProps extends ResultReader {
  readonly ballots: NonNullable<ClosedRound['ballots']>;
}

/** Of a round that was declared open before. */
function WhoVoted({ ballots, titleOf, people }: WhoVotedProps) {
  const t = useText();
  return (
    <details className={styles.who}>
      <summary>{t('voting.whoVoted')}</summary>
      <ul>
        {ballots.map(({ participantId, votes }) => {
          const person = people.participant(participantId);
          const mark = person && people.stamp(person.organisationId);
          return (
            <li key={participantId}>
              <h4>
                {mark && <Stamp mark={mark} />}
                {person?.name ?? t('voting.nobodysName')}
              </h4>
              <ul>
                {Object.entries(votes).map(([id, value]) => (
                  <li key={id}>{id === QUESTION ? value : `${titleOf(id)}: ${value}`}</li>
                ))}
              </ul>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
