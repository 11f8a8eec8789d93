import { ChatTeardropTextIcon } from '@phosphor-icons/react/dist/csr/ChatTeardropText';
import type { CSSProperties } from 'react';
import type { Votes } from '../../../shared/session/voting.ts';
import { inkOf, paperOf } from '../../canvas/card-shapes/papers.ts';
import type { People } from '../../canvas/card-shapes/people.ts';
import { type DotsMethod, dotsGiven, mayAdd, withVote } from '../../facilitation/voting/ballot.ts';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { Stamp } from '../../ui/Stamp.tsx';
import styles from './PhoneDots.module.css';
import type { VotingCard } from './use-voting-cards.ts';

/** Above this, dots are a number alone. */
const drawnMax = 8;

/** How many dots one has given, and how many are left. */
export function DotsLeft({ method, votes }: { readonly method: DotsMethod; readonly votes: Votes }) {
  const t = useText();
  const given = dotsGiven(votes);
  return (
    <p className={styles.dotsLeft} role="status">
      {method.perPerson <= drawnMax && (
        <span className={styles.dots} aria-hidden="true">
          {Array.from({ length: method.perPerson }, (_, at) => at).map((at) => (
            <i key={at} data-on={at < given || undefined} />
          ))}
        </span>
      )}
      <b>{t('companion.dotsLeft', { count: Math.max(0, method.perPerson - given) })}</b>
      <span className="small muted">{t('companion.perCard', { count: method.perCard })}</span>
    </p>
  );
}

interface PhoneDotsProps {
  readonly method: DotsMethod;
  readonly items: readonly VotingCard[];
  readonly votes: Votes;
  readonly people: People;
  readonly onChange: (votes: Votes) => void;
}

/** The cards, each with its dots as a number between less and more. */
export function PhoneDots({ method, items, votes, people, onChange }: PhoneDotsProps) {
  return (
    <ul className={styles.votes}>
      {items.map((card) => (
        <VoteRow
          key={card.id}
          {...{ card, people }}
          dots={votes[card.id] ?? 0}
          mayAdd={mayAdd(method, votes, card.id)}
          onChange={(dots) => onChange(withVote(votes, card.id, dots))}
        />
      ))}
    </ul>
  );
}

interface VoteRowProps {
  readonly card: VotingCard;
  readonly people: People;
  readonly dots: number;
  readonly mayAdd: boolean;
  readonly onChange: (dots: number) => void;
}

/** What cannot be pressed keeps the focus: the last dot must not throw the keyboard out of the list. */
function VoteRow({ card, people, dots, mayAdd, onChange }: VoteRowProps) {
  const t = useText();
  const { title, org, isVoice, kind } = card;
  const mark = org === null ? undefined : people.stamp(org);
  return (
    <li style={paperStyle(kind)}>
      <div>
        <p>{title}</p>
        {mark && <Stamp mark={mark} />}
        {isVoice && (
          <span className={styles.voice}>
            <ChatTeardropTextIcon aria-hidden="true" weight="fill" />
            {t('companion.voice')}
          </span>
        )}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: two buttons and what they count are no form of their own. */}
      <div role="group" aria-label={t('companion.dots', { title })} className={styles.step}>
        <button
          type="button"
          aria-label={t('voting.takeAway', { title })}
          aria-disabled={dots === 0 || undefined}
          onClick={() => dots > 0 && onChange(dots - 1)}
        >
          <span aria-hidden="true" className={styles.less} />
        </button>
        <b className="num" aria-hidden="true">
          {dots}
        </b>
        <span className="visually-hidden">{t('voting.dotsHere', { count: dots })}</span>
        <button
          type="button"
          aria-label={t('voting.add', { title })}
          aria-disabled={!mayAdd || undefined}
          onClick={() => mayAdd && onChange(dots + 1)}
        >
          <span aria-hidden="true" className={styles.more} />
        </button>
      </div>
    </li>
  );
}

/** As the card lies on the board. */
function paperStyle(kind: string): CSSProperties {
  const paper = Object.hasOwn(paperOf, kind) ? paperOf[kind as keyof typeof paperOf] : 'lesson';
  const [sheet, edge] = [`var(--${paper}-paper)`, `var(--${paper}-edge)`];
  return { '--paper': sheet, '--edge': edge, '--paper-ink': `var(--${inkOf(paper)})` } as CSSProperties;
}
