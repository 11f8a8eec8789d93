import type { Board, GetWorkshopResponse } from '../../../shared/api/workshops.ts';
import { Reaction } from '../../../shared/session/reactions.ts';
import { PassingReactions } from '../../facilitation/reactions/PassingReactions.tsx';
import { ReactionSign } from '../../facilitation/reactions/ReactionSign.tsx';
import { useText } from '../../i18n/LanguageProvider.tsx';
import type { LiveLine } from '../../sync/live-line.ts';
import { IconButton } from '../../ui/Button.tsx';
import { usePassingReactions } from '../board/reactions/use-passing-reactions.ts';
import { useReact } from '../board/reactions/use-react.ts';
import styles from './PhoneReactions.module.css';

/** On a small screen more would lie over what one writes. */
const shownMax = 3;

interface PhonePassingProps {
  readonly line: LiveLine;
  readonly data: GetWorkshopResponse;
}

/** What people show each other, in passing, whatever this page shows. */
export const PhonePassing = ({ line, data }: PhonePassingProps) => (
  <PassingReactions passing={usePassingReactions(line, data, shownMax)} />
);

/** What one shows the others, each with one press. */
export function PhoneReactions({ board }: { readonly board: Board }) {
  const t = useText();
  const react = useReact(board.id);
  return (
    <section aria-labelledby="companion-reactions">
      <h2 id="companion-reactions">{t('reactions.title')}</h2>
      <div className={styles.reactions}>
        {Reaction.options.map((reaction) => (
          <IconButton key={reaction} label={t(`reactions.${reaction}`)} onClick={() => void react(reaction)}>
            <ReactionSign reaction={reaction} />
          </IconButton>
        ))}
      </div>
    </section>
  );
}
