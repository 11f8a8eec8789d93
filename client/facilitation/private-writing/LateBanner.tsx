import { EyeSlashIcon } from '@phosphor-icons/react/dist/csr/EyeSlash';
import { useEffect, useEffectEvent } from 'react';
import type { Failure } from '../../api/call.ts';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { announce } from '../../ui/announce.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { FailureNote } from '../../ui/FailureNote.tsx';

interface LateBannerProps {
  /** How many there are, at least one. */
  readonly count: number;
  /** Whether they say no name when they are published. */
  readonly isAnonymous: boolean;
  readonly busy: boolean;
  readonly failure: Failure | null;
  /** Undefined while nothing may change on the board. */
  readonly onPublish: (() => void) | undefined;
  readonly onKeep: () => void;
}

/** Of one's own cards that came after the revealing, or were written offline: nobody else sees them yet. */
export function LateBanner({ count, isAnonymous, busy, failure, onPublish, onKeep }: LateBannerProps) {
  const t = useText();
  const late = t('privateWriting.late', { count });
  const say = useEffectEvent(() => announce(late));
  useEffect(() => say(), []);
  return (
    <Banner
      role="region"
      aria-label={t('privateWriting.title')}
      icon={<EyeSlashIcon aria-hidden="true" />}
      look="quiet"
      place="bar"
      text={isAnonymous && onPublish !== undefined ? `${late} ${t('privateWriting.lateNoName', { count })}` : late}
    >
      <FailureNote failure={failure} />
      {onPublish !== undefined && (
        <Button look="line" busy={busy} onClick={onPublish}>
          {t('privateWriting.publish')}
        </Button>
      )}
      <Button onClick={onKeep}>{t('privateWriting.keep')}</Button>
    </Banner>
  );
}
