import { CheckIcon } from '@phosphor-icons/react/dist/csr/Check';
import { CloudSlashIcon } from '@phosphor-icons/react/dist/csr/CloudSlash';
import { useEffect, useEffectEvent } from 'react';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { announce } from '../../ui/announce.ts';
import type { BallotState } from './ballot-box.ts';
import styles from './Kept.module.css';

/** Whether the server has it. Aloud only when it has not: every dot says something already. */
export function Kept({ state: { status }, isEmpty }: { readonly state: BallotState; readonly isEmpty: boolean }) {
  const t = useText();
  const say = useEffectEvent(() => announce(t('voting.unsaved')));
  useEffect(() => {
    if (status === 'unsaved') say();
  }, [status]);
  if (status === 'over' || status === 'refused' || (status === 'saved' && isEmpty)) return null;
  return (
    <span className={styles.kept} data-state={status} data-ballot={status}>
      {status === 'saved' && <CheckIcon aria-hidden="true" weight="bold" />}
      {status === 'unsaved' && <CloudSlashIcon aria-hidden="true" />}
      {t(`voting.${status}`)}
    </span>
  );
}
