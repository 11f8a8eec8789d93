import { useId, useRef } from 'react';
import { scoreWords } from '../../../shared/method/words/scores.ts';
import type { Votes, VotingMethod } from '../../../shared/session/voting.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import styles from './BallotForm.module.css';
import { type VotingItem, withVote } from './ballot.ts';
import { CardButton } from './CardButton.tsx';

interface ScoreBallotProps {
  readonly method: Extract<VotingMethod, { type: 'score' }>;
  readonly items: readonly VotingItem[];
  readonly votes: Votes;
  readonly onChange: (votes: Votes) => void;
  readonly onShow?: ((id: string) => void) | undefined;
}

/** The cards, each with a scale from one to five; a card may be left out. */
export function ScoreBallot({ method, items, votes, onChange, onShow }: ScoreBallotProps) {
  const { language } = useLanguage();
  const { label, low, high } = scoreWords[method.field];
  return (
    <div>
      <p className={styles.asked}>{label[language]}</p>
      <p className={styles.ends}>
        <span>
          <b>1</b> {low[language]}
        </span>
        <span>
          <b>5</b> {high[language]}
        </span>
      </p>
      <div className={styles.list}>
        {items.map((item) => (
          <Scale
            key={item.id}
            item={item}
            score={votes[item.id] ?? 0}
            onChange={(score) => onChange(withVote(votes, item.id, score))}
            onShow={onShow}
          />
        ))}
      </div>
    </div>
  );
}

interface ScaleProps {
  readonly item: VotingItem;
  /** 0: none. */
  readonly score: number;
  readonly onChange: (score: number) => void;
  readonly onShow: ((id: string) => void) | undefined;
}

function Scale({ item, score, onChange, onShow }: ScaleProps) {
  const { t } = useLanguage();
  const name = useId();
  const scale = useRef<HTMLDivElement>(null);
  const clear = () => {
    onChange(0);
    // The button goes with the score: the keyboard stays at the card.
    scale.current?.querySelector('input')?.focus();
  };
  return (
    <fieldset aria-labelledby={`${name}-card`}>
      <CardButton id={`${name}-card`} item={item} onShow={onShow} />
      <div ref={scale} className={styles.scale}>
        {[1, 2, 3, 4, 5].map((value) => (
          <label key={value}>
            <input
              type="radio"
              className="visually-hidden"
              name={name}
              checked={score === value}
              onChange={() => onChange(value)}
            />
            <span>{value}</span>
          </label>
        ))}
      </div>
      {score > 0 && (
        <Button look="quiet" onClick={clear}>
          {t('voting.clear')}
        </Button>
      )}
    </fieldset>
  );
}
