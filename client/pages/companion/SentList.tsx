import { CheckIcon } from '@phosphor-icons/react/dist/csr/Check';
import { ClockIcon } from '@phosphor-icons/react/dist/csr/Clock';
import { WarningIcon } from '@phosphor-icons/react/dist/csr/Warning';
import { useRef } from 'react';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { cx } from '../../ui/cx.ts';
import { useFocusInList } from '../../ui/use-focus-in-list.ts';
import list from './PhoneList.module.css';
import styles from './SentList.module.css';
import type { OutgoingCard } from './sent-cards.ts';
import { type Outbox, reasonOf } from './use-outbox.ts';

interface SentListProps {
  readonly outbox: Outbox;
  /** Whether the server is there. */
  readonly isLive: boolean;
  /** Back into the draft. */
  readonly onTakeBack: (card: OutgoingCard) => void;
}

/** What was written on this page and where each of it is, the newest first. */
export function SentList({ outbox, isLive, onTakeBack }: SentListProps) {
  const t = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  const rows = useFocusInList<HTMLUListElement>(heading);
  const { cards } = outbox;
  if (cards.length === 0) return null;
  return (
    <section className={cx(list.list, styles.sent)} aria-labelledby="companion-sent">
      <h2 id="companion-sent" ref={heading} tabIndex={-1}>
        {t('companion.sentByYou')} <Chip>{cards.length}</Chip>
      </h2>
      <ul ref={rows}>
        {cards.toReversed().map((card) => (
          <SentCard key={card.id} {...{ card, outbox, isLive, onTakeBack }} />
        ))}
      </ul>
    </section>
  );
}

interface SentCardProps extends SentListProps {
  readonly card: OutgoingCard;
}

function SentCard({ card, outbox, isLive, onTakeBack }: SentCardProps) {
  const t = useText();
  const { state, text } = card;
  switch (state.status) {
    case 'sent':
      return (
        <li data-state="sent">
          <CheckIcon aria-hidden="true" />
          <span>{text}</span>
        </li>
      );
    case 'waiting':
      return (
        <li data-state="waiting">
          <ClockIcon aria-hidden="true" />
          <span>
            {text}
            <small>{t(isLive ? 'companion.sending' : 'companion.waiting')}</small>
          </span>
        </li>
      );
    case 'refused':
      return (
        <li data-state="refused">
          <WarningIcon aria-hidden="true" />
          <span>
            {text}
            <small>{reasonOf(state.code, t)}</small>
            <span className={styles.acts}>
              <Button look="line" onClick={() => outbox.again(card)}>
                {t('companion.again')}
              </Button>
              <Button onClick={() => onTakeBack(card)}>{t('companion.edit')}</Button>
              <Button onClick={() => outbox.remove(card)}>{t('companion.remove')}</Button>
            </span>
          </span>
        </li>
      );
  }
}
