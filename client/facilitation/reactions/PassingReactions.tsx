import type { Reaction } from '../../../shared/session/reactions.ts';
import styles from './PassingReactions.module.css';
import { ReactionSign } from './ReactionSign.tsx';

export interface PassingReaction {
  readonly id: number;
  readonly reaction: Reaction;
  readonly name: string;
}

/** Rise at the lower left of the board and are gone. Readers hear of them elsewhere, several in one sentence. */
export function PassingReactions({ passing }: { readonly passing: readonly PassingReaction[] }) {
  return (
    <div className={styles.passing} aria-hidden="true">
      {passing.map(({ id, reaction, name }) => (
        <span key={id} style={{ left: `${(id % 4) * 14}px` }}>
          <ReactionSign reaction={reaction} />
          {name}
        </span>
      ))}
    </div>
  );
}
