import { useEffect, useEffectEvent, useRef } from 'react';
import { can } from '../../../../shared/access/capabilities.ts';
import type { GetWorkshopResponse } from '../../../../shared/api/workshops.ts';
import type { Breakout } from '../../../../shared/session/breakouts.ts';
import { letterOf } from '../../../../shared/session/groups.ts';
import type { Session } from '../../../../shared/session/session.ts';
import { useText } from '../../../i18n/LanguageProvider.tsx';
import { announce } from '../../../ui/announce.ts';
import { useToast } from '../../../ui/toast.ts';

/** Says that groups are brought together in a moment, and to whoever leads what came of it. */
export function useBringing({ me, boards }: GetWorkshopResponse, { breakouts }: Pick<Session, 'breakouts'>): void {
  const t = useText();
  const toast = useToast();
  const asked = breakouts.find(({ bringing }) => bringing !== null);
  const before = useRef<Breakout | undefined>(undefined);
  const say = useEffectEvent((was: Breakout | undefined) => {
    if (asked !== undefined) return announce(t('breakouts.bringing'));
    const now = breakouts.find(({ id }) => id === was?.id);
    if (was === undefined || now === undefined || !can(me.role, 'canFacilitate')) return;
    const board = boards.find(({ id }) => id === was.boardId)?.title ?? t('breakouts.unknown');
    const letters = now.groups.flatMap((group, at) => (now.unread.includes(group.boardId) ? [letterOf(at)] : []));
    if (letters.length > 0)
      return toast((t) => t('breakouts.unread', { count: letters.length, groups: letters.join(', '), board }));
    // Groups that go on do so whether or not there was room.
    if (was.bringing?.isLast !== true) return toast((t) => t('breakouts.tried', { board }));
    toast((t) => t(now.endedAtMs === null ? 'breakouts.noRoom' : 'breakouts.brought', { board }));
  });
  const askedId = asked?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each bringing is news when it is asked for and when it is done.
  useEffect(() => {
    if (askedId !== before.current?.id) say(before.current);
    before.current = asked;
  }, [askedId, asked?.bringing?.isLast]);
}
