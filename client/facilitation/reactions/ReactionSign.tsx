import { HandsClappingIcon } from '@phosphor-icons/react/dist/csr/HandsClapping';
import { HeartIcon } from '@phosphor-icons/react/dist/csr/Heart';
import { LightbulbIcon } from '@phosphor-icons/react/dist/csr/Lightbulb';
import { QuestionIcon } from '@phosphor-icons/react/dist/csr/Question';
import { SmileyIcon } from '@phosphor-icons/react/dist/csr/Smiley';
import { ThumbsUpIcon } from '@phosphor-icons/react/dist/csr/ThumbsUp';
import type { Icon } from '@phosphor-icons/react/dist/lib/types';
import type { Reaction } from '../../../shared/session/reactions.ts';
import styles from './ReactionSign.module.css';

const signs: Readonly<Record<Reaction, Icon>> = {
  agree: ThumbsUpIcon,
  applause: HandsClappingIcon,
  heart: HeartIcon,
  smile: SmileyIcon,
  idea: LightbulbIcon,
  question: QuestionIcon,
};

/** What stands for a reaction; its name is said beside it. */
export function ReactionSign({ reaction }: { readonly reaction: Reaction }) {
  const Sign = signs[reaction];
  return <Sign aria-hidden="true" weight="fill" className={styles.sign} data-reaction={reaction} />;
}
