import { MinusIcon } from '@phosphor-icons/react/dist/csr/Minus';
import { PlusIcon } from '@phosphor-icons/react/dist/csr/Plus';
import type { Votes } from '../../../shared/session/voting.ts';
import { useText } from '../../i18n/LanguageProvider.tsx';
import styles from './BallotForm.module.css';
import { type DotsMethod, mayAdd, type VotingItem, withVote } from './ballot.ts';
import { CardButton } from './CardButton.tsx';

/** Above this, dots are a number. */
const drawnMax = 4;

interface DotsBallotProps {
  readonly method: DotsMethod;
  readonly items: readonly VotingItem[];
  readonly votes: Votes;
  readonly onChange: (votes: Votes) => void;
  readonly onShow: (id: string) => void;
}

/** The cards, each with its dots; no more can be given than there are. */
export function DotsBallot({ method, items, votes, onChange, onShow }: DotsBallotProps) {
  return (
    <ul className={styles.list}>
      {items.map((item) => (
        <li key={item.id}>
          <CardButton item={item} onShow={onShow} />
          <Stepper
            title={item.title}
            dots={votes[item.id] ?? 0}
            places={method.perCard}
            mayAdd={mayAdd(method, votes, item.id)}
            onChange={(dots) => onChange(withVote(votes, item.id, dots))}
          />
        </li>
      ))}
    </ul>
  );
}

interface StepperProps {
  readonly title: string;
  readonly dots: number;
  /** How many there may be. */
  readonly places: number;
  readonly mayAdd: boolean;
  readonly onChange: (dots: number) => void;
}

/** What cannot be pressed keeps the focus: the last dot must not throw the keyboard out of the list. */
function Stepper({ title, dots, places, mayAdd, onChange }: StepperProps) {
  const t = useText();
  return (
    // biome-ignore lint/a11y/useSemanticElements: two buttons and what they count are no form of their own.
    <div role="group" aria-label={title} className={styles.stepper}>
      <button
        type="button"
        aria-label={t('voting.takeAway', { title })}
        aria-disabled={dots === 0 || undefined}
        onClick={() => dots > 0 && onChange(dots - 1)}
      >
        <MinusIcon aria-hidden="true" />
      </button>
      <span className={`num ${styles.given}`} data-dots={dots}>
        <span className="visually-hidden">{t('voting.dotsHere', { count: dots })}</span>
        {places > drawnMax ? (
          <span aria-hidden="true">{dots}</span>
        ) : (
          Array.from({ length: places }, (_, index) => index).map((index) => (
            <span key={index} aria-hidden="true" className={styles.dot} data-on={index < dots || undefined} />
          ))
        )}
      </span>
      <button
        type="button"
        aria-label={t('voting.add', { title })}
        aria-disabled={!mayAdd || undefined}
        onClick={() => mayAdd && onChange(dots + 1)}
      >
        <PlusIcon aria-hidden="true" />
      </button>
    </div>
  );
}
