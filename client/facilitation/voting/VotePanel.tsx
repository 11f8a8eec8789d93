import { EyeIcon } from '@phosphor-icons/react/dist/csr/Eye';
import { EyeSlashIcon } from '@phosphor-icons/react/dist/csr/EyeSlash';
import { type Ref, useEffect, useRef, useState } from 'react';
import type { ClosedRound } from '../../../shared/api/voting.ts';
import type { RoundId } from '../../../shared/protocol/ids.ts';
import { QUESTION, type Votes, type VotingRound } from '../../../shared/session/voting.ts';
import type { Failure } from '../../api/call.ts';
import { formatMoment } from '../../i18n/dates.ts';
import { useLanguage, useText } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/Dialog.tsx';
import { Drawer } from '../../ui/Drawer.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FailureNote } from '../../ui/FailureNote.tsx';
import { Loading } from '../../ui/Spinner.tsx';
import { dotsGiven, type VotingItem } from './ballot.ts';
import type { BallotState } from './ballot-box.ts';
import { DotsBallot } from './DotsBallot.tsx';
import { Failed } from './Failed.tsx';
import { FistBallot } from './FistBallot.tsx';
import { Kept } from './Kept.tsx';
import { type ResultReader, RoundResult } from './RoundResult.tsx';
import { ScoreBallot } from './ScoreBallot.tsx';
import { useStandingVotes } from './use-standing-votes.ts';
import styles from './VotePanel.module.css';

/** One's own part in the round that is open. */
export type BallotView =
  /** Reads along. */
  | { readonly status: 'watching' }
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly failure: Failure }
  | {
      readonly status: 'ready';
      readonly votes: Votes;
      readonly state: BallotState;
      readonly change: (votes: Votes) => void;
    };

/** Those that were closed on this board, the newest first. */
export type RoundsView =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly failure: Failure }
  | { readonly status: 'ready'; readonly rounds: readonly ClosedRound[] };

interface VotePanelProps {
  /** Null while none is open. */
  readonly round: VotingRound | null;
  readonly ballot: BallotView;
  readonly rounds: RoundsView;
  /** What is voted on in the round. */
  readonly items: readonly VotingItem[];
  readonly voters: number | null;
  /** Undefined for those who cannot close it. */
  readonly closing: Closing | undefined;
  readonly reader: ResultReader;
  readonly onShow: (id: string) => void;
  readonly onRetry: () => void;
  readonly onClose: () => void;
}

export interface Closing {
  readonly busy: boolean;
  readonly failure: Failure | null;
  readonly close: () => void;
}

/** To vote while a round is open; what rounds came to otherwise. */
export function VotePanel(props: VotePanelProps) {
  const t = useText();
  const { round, rounds, onClose } = props;
  const [chosen, setChosen] = useState<RoundId | null>(null);
  const closed = rounds.status === 'ready' ? rounds.rounds : [];
  const shown = closed.find((known) => known.round.id === chosen) ?? (round === null ? closed[0] : undefined);
  const isBack = shown !== undefined && (round !== null || shown !== closed[0]);
  const heading = useRef<HTMLHeadingElement>(null);
  useFocusKept(heading, shown?.round.id ?? round?.id ?? null);
  const choose = (id: RoundId | null) => {
    setChosen(id);
    if (id !== null) requestAnimationFrame(() => heading.current?.focus());
  };
  return (
    <Drawer
      title={t(shown === undefined && round !== null ? 'voting.title' : 'voting.votes')}
      width={shown === undefined ? 'normal' : 'wide'}
      focusedFor="vote"
      back={isBack ? { label: t('voting.toNewest'), go: () => choose(null) } : undefined}
      onClose={onClose}
    >
      <div className={styles.body}>
        {shown !== undefined ? (
          <RoundResult key={shown.round.id} closed={shown} heading={heading} {...props.reader} />
        ) : round !== null ? (
          <OpenRound {...props} round={round} heading={heading} />
        ) : (
          <NoRound rounds={rounds} onRetry={props.onRetry} />
        )}
        <Earlier rounds={closed.filter((known) => known !== shown)} onChoose={choose} />
      </div>
      {round !== null && shown === undefined && props.closing !== undefined && (
        <CloseRound {...props.closing} voters={props.voters} />
      )}
    </Drawer>
  );
}

/** What had the focus may be gone with the round: the keyboard then goes on at what came in its place. */
function useFocusKept(heading: { readonly current: HTMLElement | null }, shown: RoundId | null): void {
  const known = useRef(shown);
  useEffect(() => {
    if (known.current === shown) return;
    known.current = shown;
    // A dialog that goes with its opener leaves it at the board.
    if (document.activeElement?.matches('body, main') === true) heading.current?.focus();
  }, [heading, shown]);
}

interface OpenRoundProps extends VotePanelProps {
  readonly round: VotingRound;
  readonly heading: Ref<HTMLHeadingElement>;
}

function OpenRound({ round, ballot, items, heading, onShow, onRetry }: OpenRoundProps) {
  const t = useText();
  return (
    <>
      <div>
        <h3 ref={heading} tabIndex={-1} className={styles.question}>
          {round.question}
        </h3>
        <p className={styles.secret}>
          {round.isOpen ? <EyeIcon aria-hidden="true" /> : <EyeSlashIcon aria-hidden="true" />}
          <span>
            {t(round.isOpen ? 'voting.named' : 'voting.secret')} {ballot.status !== 'watching' && t('voting.mayChange')}
          </span>
        </p>
      </div>
      {ballot.status === 'watching' && <p className="small">{t('voting.watching')}</p>}
      {ballot.status === 'loading' && <Loading label={t('common.loading')} />}
      {ballot.status === 'failed' && <Failed failure={ballot.failure} onRetry={onRetry} />}
      {ballot.status === 'ready' && <Ballot {...{ round, items, onShow }} {...ballot} />}
    </>
  );
}

interface BallotProps extends Omit<Extract<BallotView, { status: 'ready' }>, 'status'> {
  readonly round: VotingRound;
  readonly items: readonly VotingItem[];
  readonly onShow: (id: string) => void;
}

function Ballot({ round, items, votes: all, state, change, onShow }: BallotProps) {
  const t = useText();
  const { method } = round;
  const votes = useStandingVotes(round, items, { votes: all, state, change });
  const common = { items, votes, onShow, onChange: change };
  return (
    <>
      <div className={styles.standing}>
        <span role="status">
          {method.type === 'dots' && (
            <>
              <strong>
                {t('voting.left', { count: Math.max(0, method.perPerson - dotsGiven(votes)), all: method.perPerson })}
              </strong>
              {' · '}
              {t('voting.perCardNote', { count: method.perCard })}
            </>
          )}
          {method.type === 'score' && (
            <strong>{t('voting.scored', { given: Object.keys(votes).length, count: items.length })}</strong>
          )}
        </span>
        <Kept state={state} isEmpty={Object.keys(all).length === 0 && all[QUESTION] === undefined} />
      </div>
      {(state.status === 'over' || state.status === 'refused') && <FailureNote failure={state.failure} />}
      {method.type === 'fist' ? (
        <FistBallot question={round.question} votes={votes} onChange={change} />
      ) : items.length === 0 ? (
        <p className="small">{t('voting.noneHere')}</p>
      ) : method.type === 'dots' ? (
        <DotsBallot {...common} method={method} />
      ) : (
        <ScoreBallot {...common} method={method} />
      )}
    </>
  );
}

interface NoRoundProps {
  readonly rounds: RoundsView;
  readonly onRetry: () => void;
}

function NoRound({ rounds, onRetry }: NoRoundProps) {
  const t = useText();
  switch (rounds.status) {
    case 'loading':
      return <Loading label={t('voting.loading')} />;
    case 'failed':
      return <Failed failure={rounds.failure} onRetry={onRetry} />;
    case 'ready':
      return <EmptyState title={t('voting.noneYet')} text={t('voting.noneYetText')} />;
  }
}

interface EarlierProps {
  readonly rounds: readonly ClosedRound[];
  readonly onChoose: (id: RoundId) => void;
}

function Earlier({ rounds, onChoose }: EarlierProps) {
  const { t, language } = useLanguage();
  if (rounds.length === 0) return null;
  return (
    <section className={styles.earlier}>
      <h3>{t('voting.earlier')}</h3>
      <ul>
        {rounds.map(({ round, closedAtMs }) => (
          <li key={round.id}>
            <button type="button" onClick={() => onChoose(round.id)}>
              <span>{round.question}</span>
              <span className="small muted">
                {t('voting.closedAt', { date: formatMoment(closedAtMs, Date.now(), language) })}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface CloseRoundProps extends Closing {
  readonly voters: number | null;
}

/** With a question before it: everybody feels it, and nobody can take it back. */
function CloseRound({ busy, failure, close, voters }: CloseRoundProps) {
  const t = useText();
  const [isAsking, setAsking] = useState(false);
  const count = voters === null ? '' : voters === 0 ? t('voting.nobodyYet') : t('voting.voters', { count: voters });
  return (
    <footer className={styles.foot}>
      <span>{count}</span>
      <Button look="line" onClick={() => setAsking(true)}>
        {t('voting.close')}
      </Button>
      <ConfirmDialog
        open={isAsking}
        onClose={() => setAsking(false)}
        title={t('voting.closeQuestion')}
        text={`${count === '' ? '' : `${count}. `}${t('voting.closeText')}`}
        confirm={t('voting.close')}
        look="primary"
        busy={busy}
        onConfirm={close}
      >
        <FailureNote failure={failure} />
      </ConfirmDialog>
    </footer>
  );
}
