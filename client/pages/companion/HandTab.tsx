import { HandPalmIcon } from '@phosphor-icons/react/dist/csr/HandPalm';
import type { Board, GetWorkshopResponse } from '../../../shared/api/workshops.ts';
import type { RosterEntry } from '../../../shared/protocol/messages.ts';
import { type Floor, type Turn, turnsToCome } from '../../../shared/session/floor.ts';
import type { Session } from '../../../shared/session/session.ts';
import type { People } from '../../canvas/card-shapes/people.ts';
import type { Translate } from '../../i18n/catalogue.ts';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { Stamp } from '../../ui/Stamp.tsx';
import { floorAround, remotePeople } from '../board/attention/around.ts';
import { useHands } from '../board/attention/use-hands.ts';
import { personName } from '../board/person-name.ts';
import styles from './HandTab.module.css';
import { onlyFacilitator } from './only-facilitator.ts';
import list from './PhoneList.module.css';
import { PhoneReactions } from './PhoneReactions.tsx';

interface HandTabProps {
  readonly data: GetWorkshopResponse;
  readonly board: Board;
  readonly session: Session;
  readonly roster: readonly RosterEntry[];
  readonly people: People;
}

const nothing = () => {};

/** One's own hand, what one shows without a word, and who speaks next. */
export function HandTab({ data, board, session, roster, people }: HandTabProps) {
  const t = useText();
  const hands = useHands(data, session, roster, nothing);
  const floor = floorAround(session, roster);
  const turns = turnsToCome(floor, remotePeople(data, roster));
  const me = data.me.participant;
  const isSpeaking = floor.speaking?.participantId === me.id;
  const isUp = hands?.isUp === true;
  const nameOf = (id: Turn['participantId']) => personName(id, roster, data, t);
  const label = t(isUp ? 'companion.lower' : 'companion.raise');
  return (
    <>
      <div className={styles.handPart}>
        <button
          type="button"
          className={styles.hand}
          aria-pressed={isUp}
          aria-label={label}
          title={label}
          onClick={hands?.act}
        >
          <HandPalmIcon size={72} aria-hidden="true" weight={isUp ? 'fill' : 'regular'} />
        </button>
        <h1>{t(isSpeaking ? 'companion.floor' : isUp ? 'companion.up' : 'companion.raise')}</h1>
        <p className="muted">{isUp ? placeText(floor, turns, data, nameOf, t) : t('companion.raiseText')}</p>
        {isUp && (
          <Button look="line" size="large" onClick={hands?.act}>
            {t('companion.lower')}
          </Button>
        )}
      </div>
      <PhoneReactions board={board} />
      <section className={list.list} aria-labelledby="companion-order">
        <h2 id="companion-order">{t('companion.order')}</h2>
        <Order {...{ turns, people, nameOf }} speaking={floor.speaking} ownId={me.id} />
      </section>
    </>
  );
}

/** Where one stands in the order, and who sees it. */
function placeText(
  { speaking }: Floor,
  turns: readonly Turn[],
  data: GetWorkshopResponse,
  nameOf: (id: Turn['participantId']) => string,
  t: Translate,
): string {
  const order = turns.map(({ participantId }) => participantId);
  const at = order.indexOf(data.me.participant.id);
  const before = at > 0 ? order[at - 1] : speaking?.participantId;
  const count = at + 1 + (speaking === null ? 0 : 1);
  const place = before === undefined ? t('companion.first') : t('companion.place', { count, name: nameOf(before) });
  const leads = onlyFacilitator(data);
  return leads === undefined ? place : `${place} ${t('companion.sees', { name: leads.name })}`;
}

interface OrderProps {
  readonly speaking: Turn | null;
  /** Who comes then. */
  readonly turns: readonly Turn[];
  readonly people: People;
  readonly nameOf: (id: Turn['participantId']) => string;
  readonly ownId: string;
}

function Order({ speaking, turns, people, nameOf, ownId }: OrderProps) {
  const t = useText();
  const all = [...(speaking === null ? [] : [speaking]), ...turns];
  if (all.length === 0) return <p className="small muted">{t('companion.nobody')}</p>;
  return (
    <ol>
      {all.map((turn) => {
        const mark = people.stamp(turn.organisationId);
        const name = nameOf(turn.participantId);
        return (
          <li key={`${turn.participantId} ${turn === speaking}`}>
            {mark && <Stamp mark={mark} />}
            <span>{turn.participantId === ownId ? t('companion.you', { name }) : name}</span>
            {turn === speaking && <span className={styles.now}>{t('companion.now')}</span>}
          </li>
        );
      })}
    </ol>
  );
}
