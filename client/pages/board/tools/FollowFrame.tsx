import { useEffect, useEffectEvent, useState } from 'react';
import { type Followed, followPerson } from '../../../canvas/presence/follow.ts';
import { useText } from '../../../i18n/LanguageProvider.tsx';
import { colourOf } from '../../../ui/stamps.ts';
import styles from './FollowFrame.module.css';
import type { FollowedPerson } from './use-board-tools.tsx';

interface FollowFrameProps {
  readonly editor: Parameters<typeof followPerson>[0];
  readonly person: FollowedPerson;
  readonly onEnd: () => void;
}

/** Whose way of looking the canvas has, and the way out of it. */
export function FollowFrame({ editor, person, onEnd }: FollowFrameProps) {
  const t = useText();
  const [followed, setFollowed] = useState<Followed>('there');
  const end = useEffectEvent(onEnd);
  useEffect(
    () =>
      followPerson(editor, {
        ...{ userId: person.participantId, stays: person.stays === true },
        ...{ onChange: setFollowed, onEnd: () => end() },
      }),
    [editor, person.participantId, person.stays],
  );
  return (
    <div className={styles.frame} data-org={colourOf(person.colour).hue}>
      <div className={styles.sign}>
        <span role="status">
          {t(followed === 'there' ? 'tools.following' : 'tools.followingAway', { name: person.name })}
        </span>
        <button type="button" onClick={onEnd}>
          {t('tools.stopFollowing')}
        </button>
      </div>
    </div>
  );
}
