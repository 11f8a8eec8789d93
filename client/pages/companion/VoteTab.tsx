import { useState } from 'react';
import type { Board } from '../../../shared/api/workshops.ts';
import type { RoundId } from '../../../shared/protocol/ids.ts';
import type { Votes, VotingRound } from '../../../shared/session/voting.ts';
import type { People } from '../../canvas/card-shapes/people.ts';
import type { BallotState } from '../../facilitation/voting/ballot-box.ts';
import { Failed } from '../../facilitation/voting/Failed.tsx';
import { FistBallot } from '../../facilitation/voting/FistBallot.tsx';
import { Kept } from '../../facilitation/voting/Kept.tsx';
import { RoundResult } from '../../facilitation/voting/RoundResult.tsx';
import { ScoreBallot } from '../../facilitation/voting/ScoreBallot.tsx';
import { useStandingVotes } from '../../facilitation/voting/use-standing-votes.ts';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FailureNote } from '../../ui/FailureNote.tsx';
import { Loading } from '../../ui/Spinner.tsx';
import type { useVotingData } from '../board/voting/use-voting-data.ts';
import tab from './Companion.module.css';
import { DotsLeft, PhoneDots } from './PhoneDots.tsx';
import { useVotingCards, type VotingCard } from './use-voting-cards.ts';
import styles from './VoteTab.module.css';

interface VoteTabProps {
  readonly board: Board;
  /** The one that is open here. */
  readonly round: VotingRound | null;
  readonly voting: ReturnType<typeof useVotingData>;
  readonly people: People;
}

/** One's own votes while a round is open, what it came to otherwise. */
export function VoteTab({ board, round, voting, people }: VoteTabProps) {
  const t = useText();
  const [doneWith, setDone] = useState<RoundId | null>(null);
  const { ballot, rounds, reload } = voting;
  const newest = rounds.status === 'ready' ? rounds.rounds[0] : undefined;
  const cards = useVotingCards({
    ...{ boardId: board.id, roundId: round?.id ?? newest?.round.id ?? null, isOpen: round !== null },
    isRefused: ballot.status === 'ready' && ballot.state.status === 'unsaved',
  });
  if (round !== null) {
    if (ballot.status === 'failed')
      return <Failed failure={ballot.failure} size="large" onRetry={() => void reload()} />;
    const isThere = ballot.status === 'ready' && (cards.list !== null || round.method.type === 'fist');
    return (
      <>
        <p className={tab.eyebrow}>{t('voting.title')}</p>
        <h1>{round.question}</h1>
        <p className={styles.secret}>{t(round.isOpen ? 'voting.named' : 'voting.secret')}</p>
        {ballot.status === 'watching' && <p>{t('voting.watching')}</p>}
        {ballot.status !== 'watching' && !isThere && <Loading label={t('common.loading')} />}
        {isThere && doneWith === round.id && <Done onChange={() => setDone(null)} state={ballot.state} />}
        {isThere && doneWith !== round.id && (
          <>
            <Ballot {...{ round, people }} cards={cards.list ?? []} {...ballot} />
            <div className={styles.cta}>
              <Button look="primary" size="large" wide onClick={() => setDone(round.id)}>
                {t('companion.done')}
              </Button>
            </div>
          </>
        )}
      </>
    );
  }
  if (rounds.status === 'loading') return <Loading label={t('voting.loading')} />;
  if (rounds.status === 'failed') return <Failed failure={rounds.failure} size="large" onRetry={() => void reload()} />;
  const titles = new Map((cards.list ?? []).map(({ id, title }) => [id, title]));
  return (
    <>
      <h1>{t('companion.noVote')}</h1>
      <p className="muted">{t('companion.noVoteText')}</p>
      {newest !== undefined && (
        <RoundResult
          closed={newest}
          heading={null}
          people={people}
          titleOf={(id) => titles.get(id) || t('voting.gone')}
          onShow={() => undefined}
        />
      )}
    </>
  );
}

interface BallotProps {
  readonly round: VotingRound;
  readonly cards: readonly VotingCard[];
  readonly people: People;
  readonly votes: Votes;
  readonly state: BallotState;
  readonly change: (votes: Votes) => void;
}

function Ballot({ round, cards, people, votes: all, state, change }: BallotProps) {
  const t = useText();
  const { method } = round;
  const votes = useStandingVotes(round, cards, { votes: all, state, change });
  const refusal =
    state.status === 'over' || state.status === 'refused' ? <FailureNote failure={state.failure} /> : null;
  const told = (
    <>
      {refusal}
      <div className={styles.told}>
        {method.type === 'dots' && <DotsLeft method={method} votes={votes} />}
        <Kept state={state} isEmpty={Object.keys(all).length === 0} />
      </div>
    </>
  );
  if (method.type === 'fist')
    return (
      <>
        {told}
        <FistBallot question={round.question} votes={votes} onChange={change} />
      </>
    );
  const items = cards.map((card) => ({ ...card, title: card.title || t('voting.untitled'), place: '', frameId: null }));
  if (items.length === 0) return <p>{t('voting.noneHere')}</p>;
  if (method.type === 'score')
    return (
      <>
        {told}
        <ScoreBallot method={method} items={items} votes={votes} onChange={change} />
      </>
    );
  return (
    <>
      {told}
      <PhoneDots {...{ method, items, votes, people }} onChange={change} />
    </>
  );
}

function Done({ state, onChange }: { readonly state: BallotState; readonly onChange: () => void }) {
  const t = useText();
  const isThere = state.status === 'saved';
  return (
    <div className={styles.done} role="status">
      <EmptyState
        title={t(isThere ? 'companion.doneTitle' : state.status === 'sending' ? 'voting.sending' : 'voting.unsaved')}
        text={t('companion.doneText')}
      >
        <Button look="line" size="large" onClick={onChange}>
          {t('companion.change')}
        </Button>
      </EmptyState>
    </div>
  );
}
