import { BinocularsIcon } from '@phosphor-icons/react/dist/csr/Binoculars';
import { MapPinIcon } from '@phosphor-icons/react/dist/csr/MapPin';
import { type ComponentProps, Suspense, useEffect, useEffectEvent, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { Link } from 'wouter';
import { can } from '../../../../shared/access/capabilities.ts';
import type { Board, GetWorkshopResponse } from '../../../../shared/api/workshops.ts';
import type { RosterEntry } from '../../../../shared/protocol/messages.ts';
import type { Session } from '../../../../shared/session/session.ts';
import { useText } from '../../../i18n/LanguageProvider.tsx';
import { announce } from '../../../ui/announce.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { Button, buttonClass } from '../../../ui/Button.tsx';
import { lazyPart } from '../../../ui/lazy-part.ts';
import { boardPath } from '../../paths.ts';
import { useSend } from '../../use-send.ts';
import type { Breakouts as Groups } from '../breakouts/Breakouts.tsx';
import { personName } from '../person-name.ts';
import type { ToolState } from '../tools/use-board-tools.tsx';
import { wantGathering } from './asked-before.ts';
import { gatheringText } from './gathering-text.ts';
import { type Gathered, useGathering } from './use-gathering.ts';
import { useSpotlight } from './use-spotlight.ts';
import { useTellFrame } from './use-tell-frame.ts';

const Breakouts = lazyPart(async () => ({ default: (await import('../breakouts/Breakouts.tsx')).Breakouts }));
const BalanceDrawer = lazyPart(async () => ({
  default: (await import('../balance/BalanceDrawer.tsx')).BalanceDrawer,
}));

interface AttentionProps extends Pick<ComponentProps<typeof Groups>, 'isAsked' | 'onStale'> {
  readonly data: GetWorkshopResponse;
  readonly board: Board;
  readonly session: Session;
  readonly roster: readonly RosterEntry[];
  readonly editor: Parameters<typeof useGathering>[0]['editor'];
  readonly tools: ToolState;
  readonly onShowBoard: () => void;
  /** Where the balance is to stand; null while nobody asks for it. */
  readonly drawer: Element | null;
  readonly onDrawerClosed: () => void;
  readonly onAsk: (dialog: 'breakouts' | null) => void;
}

/** Where everybody looks and works: with all others, in groups, or at who was not heard, for whoever leads. */
export function Attention({ drawer, onDrawerClosed, isAsked, onAsk, onStale, ...props }: AttentionProps) {
  const { data, board, session, roster, editor, tools } = props;
  const { isProjecting } = tools;
  const [known] = useState(session.breakouts.at(-1)?.id ?? null);
  return (
    <>
      <LookingAt {...props} />
      {(session.breakouts.length > 0 || isAsked) && (
        <Suspense fallback={null}>
          <Breakouts
            {...{ data, board, session, roster, editor, known, isProjecting, isAsked, onStale }}
            onAsk={() => onAsk('breakouts')}
            onClose={() => onAsk(null)}
          />
        </Suspense>
      )}
      {drawer !== null && can(data.me.role, 'canFacilitate') && !isProjecting && (
        <Suspense fallback={null}>
          {createPortal(<BalanceDrawer {...{ data, board, session, roster }} onClose={onDrawerClosed} />, drawer)}
        </Suspense>
      )}
    </>
  );
}

type LookingAtProps = Omit<AttentionProps, 'drawer' | 'onDrawerClosed' | 'isAsked' | 'onAsk' | 'onStale'>;

/** Looks where everybody is asked to look, with a way out of it and back to it. */
function LookingAt({ data, board, session, roster, editor, tools, onShowBoard }: LookingAtProps) {
  const t = useText();
  const me = data.me.participant.id;
  const { send, busy } = useSend(data.workshop.id);
  const spotlight = useSpotlight({ session, boardId: board.id, me, roster, editor, tools, onShowBoard });
  useTellFrame({
    ...{ workshopId: data.workshop.id, boardId: board.id, editor },
    spotlight: spotlight.status === 'leading' ? session.spotlight : null,
  });
  const { gathered, dismiss } = useGathering({
    ...{ session, boardId: board.id, me, editor, onShowBoard },
    isFollowing: tools.followed !== null,
  });
  const text =
    gathered === null
      ? ''
      : gathered.kind === 'brought'
        ? t('attention.brought', { name: personName(gathered.gathering.participantId, roster, data, t) })
        : gatheringText(gathered.gathering, data, board, roster, t);
  useGatheringNews(gathered, text);
  const icon = <BinocularsIcon aria-hidden="true" />;
  return (
    <>
      {(spotlight.status === 'leading' || spotlight.status === 'paused') && (
        <Banner
          role="region"
          aria-label={t('attention.followMe')}
          icon={icon}
          look="now"
          place="bar"
          text={t(spotlight.status === 'paused' ? 'attention.paused' : 'attention.leading')}
        >
          <Button look="line" busy={busy} onClick={() => void send({ type: 'spotlight.stop' })}>
            {t('attention.stop')}
          </Button>
        </Banner>
      )}
      {spotlight.status === 'apart' && (
        <Banner
          role="region"
          aria-label={t('attention.followMe')}
          icon={icon}
          look="quiet"
          place="bar"
          text={t('attention.apart', { name: spotlight.name })}
        >
          <Button look="line" onClick={spotlight.rejoin}>
            {t('attention.rejoin')}
          </Button>
        </Banner>
      )}
      {gathered !== null && (
        <Banner
          role="region"
          aria-label={t('attention.here')}
          icon={<MapPinIcon aria-hidden="true" />}
          look="now"
          place="bar"
          text={text}
        >
          <GatheredButton gathered={gathered} data={data} board={board} />
          <Button onClick={dismiss}>{t(gathered.kind === 'brought' ? 'attention.stay' : 'attention.notNow')}</Button>
        </Banner>
      )}
    </>
  );
}

interface GatheredButtonProps {
  readonly gathered: Gathered;
  readonly data: GetWorkshopResponse;
  readonly board: Board;
}

function GatheredButton({ gathered, data, board }: GatheredButtonProps) {
  const t = useText();
  if (gathered.kind === 'brought')
    return (
      <Button look="line" onClick={gathered.back}>
        {t('attention.back')}
      </Button>
    );
  const { boardId } = gathered.gathering;
  if (boardId === board.id)
    return (
      <Button look="primary" onClick={gathered.go}>
        {t('attention.go')}
      </Button>
    );
  return (
    <Link
      href={boardPath(data.workshop.id, boardId)}
      className={buttonClass({ look: 'primary' })}
      onClick={() => wantGathering(gathered.gathering)}
    >
      {t('attention.go')}
    </Link>
  );
}

/** Whoever does not see the canvas move hears of it. */
function useGatheringNews(gathered: Gathered | null, text: string): void {
  const saidMs = useRef(0);
  const say = useEffectEvent(() => announce(text));
  const atMs = gathered?.gathering.atMs ?? null;
  useEffect(() => {
    if (atMs === null || atMs === saidMs.current) return;
    saidMs.current = atMs;
    say();
  }, [atMs]);
}
