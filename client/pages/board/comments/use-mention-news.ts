import { useEffect, useRef } from 'react';
import type { GetWorkshopResponse } from '../../../../shared/api/workshops.ts';
import { useText } from '../../../i18n/LanguageProvider.tsx';
import type { OpenRoom } from '../../../sync/open-room.ts';
import { announce } from '../../../ui/announce.ts';
import type { Comments } from './use-loaded-comments.ts';

/** Enough to know whether one wants to look at once. */
const excerptMax = 120;

/** Says when somebody names this person while they are here; what was said before stands in the bar as a number. */
export function useMentionNews(
  state: Comments,
  { me, people }: Pick<GetWorkshopResponse, 'me' | 'people'>,
  roster: OpenRoom['roster'],
): void {
  const t = useText();
  const known = useRef<ReadonlySet<string> | null>(null);
  useEffect(() => {
    if (state.status !== 'ready') return;
    const before = known.current;
    known.current = new Set(state.comments.map(({ id }) => id));
    if (before === null) return;
    for (const { id, authorId, mentions, text } of state.comments) {
      if (before.has(id) || authorId === me.participant.id || !mentions.includes(me.participant.id)) continue;
      // Who has just come is on the roster before they are among the people.
      const author =
        people.find((person) => person.id === authorId) ??
        roster.get().find(({ participantId }) => participantId === authorId);
      const name = author?.name ?? t('comments.nobody');
      announce(t('said.mentioned', { name, text: text.slice(0, excerptMax) }));
    }
  }, [state, me.participant.id, people, roster, t]);
}
