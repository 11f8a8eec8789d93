import { useId } from 'react';
import { QUESTION, type Votes } from '../../../shared/session/voting.ts';
import { useText } from '../../i18n/LanguageProvider.tsx';
import styles from './BallotForm.module.css';
import { withAnswer } from './ballot.ts';

interface FistBallotProps {
  readonly question: string;
  readonly votes: Votes;
  readonly onChange: (votes: Votes) => void;
}

/** One answer of six, each with what it means. */
export function FistBallot({ question, votes, onChange }: FistBallotProps) {
  const t = useText();
  const name = useId();
  return (
    <fieldset className={styles.fist}>
      <legend className="visually-hidden">{question}</legend>
      {([0, 1, 2, 3, 4, 5] as const).map((value) => (
        <label key={value}>
          <input
            type="radio"
            className="visually-hidden"
            name={name}
            checked={votes[QUESTION] === value}
            onChange={() => onChange(withAnswer(value))}
          />
          <strong>{value}</strong>
          <span>{t(`voting.fist-${value}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
