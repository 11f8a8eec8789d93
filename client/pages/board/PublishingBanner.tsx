import type { Board } from '../../../shared/api/workshops.ts';
import { publishPrivate } from '../../api/private-writing.ts';
import { LateBanner } from '../../facilitation/private-writing/LateBanner.tsx';
import { useToast } from '../../ui/toast.ts';
import { useAct } from '../use-act.ts';

interface PublishingBannerProps {
  readonly board: Board;
  readonly count: number;
  readonly isAnonymous: boolean;
  readonly mayPublish: boolean;
  readonly onKeep: () => void;
}

/** Of one's own cards that came too late: the way to show them to everybody. */
export function PublishingBanner({ board, count, mayPublish, ...banner }: PublishingBannerProps) {
  const toast = useToast();
  const { act, busy, failure } = useAct();
  const publish = async () => {
    const answer = await act(() => publishPrivate(board.id));
    if (answer.ok) toast((t) => t('privateWriting.published', { count }));
  };
  return (
    <LateBanner
      {...banner}
      count={count}
      busy={busy}
      failure={failure}
      onPublish={mayPublish ? () => void publish() : undefined}
    />
  );
}
