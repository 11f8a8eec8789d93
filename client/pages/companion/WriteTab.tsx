import { EyeIcon } from '@phosphor-icons/react/dist/csr/Eye';
import { EyeSlashIcon } from '@phosphor-icons/react/dist/csr/EyeSlash';
import { PaperPlaneRightIcon } from '@phosphor-icons/react/dist/csr/PaperPlaneRight';
import { type KeyboardEvent, useRef } from 'react';
import { Link } from 'wouter';
import type { Board, GetWorkshopResponse } from '../../../shared/api/workshops.ts';
import { textLimits } from '../../../shared/protocol/limits.ts';
import { phaseOn } from '../../../shared/session/run.ts';
import type { Session } from '../../../shared/session/session.ts';
import type { People } from '../../canvas/card-shapes/people.ts';
import type { WritingMoment } from '../../facilitation/private-writing/moment.ts';
import type { Translate } from '../../i18n/catalogue.ts';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { Button, buttonClass } from '../../ui/Button.tsx';
import { Stamp } from '../../ui/Stamp.tsx';
import tab from './Companion.module.css';
import { onlyFacilitator } from './only-facilitator.ts';
import { SentList } from './SentList.tsx';
import { useDestination } from './use-destination.ts';
import type { Outbox } from './use-outbox.ts';
import type { PhaseWords } from './use-phase.ts';
import styles from './WriteTab.module.css';

interface WriteTabProps {
  readonly data: GetWorkshopResponse;
  readonly board: Board;
  readonly session: Session;
  readonly phase: PhaseWords;
  readonly moment: WritingMoment;
  readonly people: People;
  readonly outbox: Outbox;
  readonly isLive: boolean;
  /** Nothing may be added to the board just now. */
  readonly isShut: boolean;
  readonly isClosed: boolean;
}

/** The question of the moment, and a card for the answer. */
export function WriteTab(props: WriteTabProps) {
  const { data, board, session, phase, moment, people, outbox, isLive, isShut, isClosed } = props;
  const t = useText();
  const field = useRef<HTMLTextAreaElement>(null);
  const { now, elsewhere } = phase;
  const isPrivate = moment.status !== 'off';
  const canSend = outbox.draft.trim() !== '' && !isClosed && !isShut;
  const send = () => {
    if (!canSend) return;
    const place = phaseOn(session.run, board.id)?.place ?? null;
    outbox.send({ isPrivate, isAnonymous: moment.status !== 'off' && moment.isAnonymous, place });
    field.current?.focus();
  };
  const onKey = (event: KeyboardEvent) => {
    // A card is one thought: the key that ends a line sends it. Who composes a word ends the word.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  };
  const mark = people.stamp(data.me.participant.organisationId);
  const [title, eyebrow] = headOf(now, t);
  return (
    <>
      {eyebrow !== '' && <p className={tab.eyebrow}>{eyebrow}</p>}
      <h1>{title}</h1>
      {now === null && <Destination board={board} session={session} />}
      {elsewhere !== null && (
        <p className={styles.elsewhere}>
          {t('run.elsewhere', { board: elsewhere.title })}{' '}
          <Link href={elsewhere.href} className={buttonClass({ look: 'line' })}>
            {t('run.goThere')}
          </Link>
        </p>
      )}
      <div className={styles.compose}>
        <textarea
          ref={field}
          rows={3}
          aria-label={t('companion.yourCard')}
          aria-describedby="companion-seen-by"
          maxLength={textLimits.sentCard}
          enterKeyHint="send"
          value={outbox.draft}
          onChange={({ target }) => outbox.write(target.value)}
          onKeyDown={onKey}
        />
        <div className={styles.composeFoot}>
          <span className={styles.by}>
            {mark && <Stamp mark={mark} />}
            {data.me.participant.name}
          </span>
          <span className="num">{t('companion.count', { count: outbox.draft.length, max: textLimits.sentCard })}</span>
        </div>
      </div>
      <Button
        look="primary"
        size="large"
        wide
        disabled={isClosed || isShut}
        aria-disabled={!canSend || undefined}
        onClick={send}
      >
        <PaperPlaneRightIcon aria-hidden="true" weight="fill" />
        {t('companion.send')}
      </Button>
      <p className={styles.seenBy} id="companion-seen-by">
        {isPrivate ? <EyeSlashIcon aria-hidden="true" /> : <EyeIcon aria-hidden="true" />}
        {isShut ? t('companion.onlyLook') : seenBy(data, moment, t)}
      </p>
      <SentList
        {...{ outbox, isLive }}
        onTakeBack={(card) => {
          outbox.takeBack(card);
          field.current?.focus();
        }}
      />
    </>
  );
}

/** Nobody has asked anything: one would not know otherwise where it comes to. */
function Destination({ board, session }: Pick<WriteTabProps, 'board' | 'session'>) {
  return <p className="muted">{useDestination(board, session)}</p>;
}

function headOf(now: PhaseWords['now'], t: Translate): readonly [title: string, eyebrow: string] {
  if (now === null) return [t('companion.writeACard'), ''];
  return now.prompt === '' ? [now.title, ''] : [now.prompt, now.title];
}

function seenBy(data: GetWorkshopResponse, moment: WritingMoment, t: Translate): string {
  if (moment.status === 'off') return t('companion.anyone');
  const leads = onlyFacilitator(data);
  const until = leads === undefined ? t('companion.privatelyNobody') : t('companion.privately', { name: leads.name });
  return moment.isAnonymous ? `${until} ${t('companion.nameless')}` : until;
}
