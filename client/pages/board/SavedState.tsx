import { CloudArrowUpIcon } from '@phosphor-icons/react/dist/csr/CloudArrowUp';
import { CloudCheckIcon } from '@phosphor-icons/react/dist/csr/CloudCheck';
import { CloudSlashIcon } from '@phosphor-icons/react/dist/csr/CloudSlash';
import { EyeIcon } from '@phosphor-icons/react/dist/csr/Eye';
import type { ReactNode } from 'react';
import { useText } from '../../i18n/LanguageProvider.tsx';
import type { RoomState } from '../../sync/room-state.ts';
import styles from './SavedState.module.css';

interface SavedStateProps {
  readonly state: RoomState;
  readonly readOnly: boolean;
}

/**
 * What stands under the board's title: whether the server has called everything written here durable. Not said aloud, as it
 * changes with every stroke; what matters of it is (see useBoardNews).
 */
export function SavedState({ state, readOnly }: SavedStateProps) {
  const t = useText();
  const show = (icon: ReactNode, text: string) => (
    <p className={styles.saved} data-saved={state.status === 'live' && state.saved}>
      {icon}
      <span>{text}</span>
    </p>
  );
  switch (state.status) {
    case 'connecting':
      return show(<CloudArrowUpIcon aria-hidden="true" />, t('boardPage.connecting'));
    case 'recovering':
      return show(<CloudArrowUpIcon aria-hidden="true" />, t('boardPage.saving'));
    case 'live':
      if (readOnly) return show(<EyeIcon aria-hidden="true" />, t('boardPage.readOnly'));
      return state.saved
        ? show(<CloudCheckIcon aria-hidden="true" />, t('boardPage.saved'))
        : show(<CloudArrowUpIcon aria-hidden="true" />, t('boardPage.saving'));
    case 'offline':
    case 'full':
    case 'ended':
      return show(
        <CloudSlashIcon aria-hidden="true" />,
        t(`boardPage.${!state.unsaved ? 'notConnected' : state.kept ? 'keptHere' : 'unsavedHere'}`),
      );
  }
}
