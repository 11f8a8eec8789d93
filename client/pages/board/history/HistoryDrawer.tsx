import { Tabs } from 'radix-ui';
import { useState } from 'react';
import { can, type Role } from '../../../../shared/access/capabilities.ts';
import type { Version } from '../../../../shared/api/history.ts';
import type { BoardId } from '../../../../shared/protocol/ids.ts';
import { useText } from '../../../i18n/LanguageProvider.tsx';
import { Drawer } from '../../../ui/Drawer.tsx';
import { DeletedTab } from './DeletedTab.tsx';
import styles from './HistoryDrawer.module.css';
import { PersonTab } from './PersonTab.tsx';
import { VersionsTab } from './VersionsTab.tsx';

interface HistoryDrawerProps {
  readonly boardId: BoardId;
  readonly role: Role;
  /** The version that the canvas shows in place of the board. */
  readonly shown: Version | null;
  readonly onShow: (version: Version | null) => void;
  readonly onClose: () => void;
}

/** What a board was and what is gone from it: versions, deleted things, and what one person did. */
export function HistoryDrawer({ boardId, role, shown, onShow, onClose }: HistoryDrawerProps) {
  const t = useText();
  const [done, setDone] = useState('');
  const facilitates = can(role, 'canFacilitate');
  return (
    <Drawer title={t('history.title')} focusedFor="history" onClose={onClose}>
      <Tabs.Root className={styles.tabs} defaultValue="versions" onValueChange={() => setDone('')}>
        <Tabs.List className={styles.tabList} aria-label={t('history.title')}>
          <Tabs.Trigger value="versions">{t('history.versions')}</Tabs.Trigger>
          <Tabs.Trigger value="deleted">{t('history.deleted')}</Tabs.Trigger>
          {facilitates && <Tabs.Trigger value="people">{t('history.people')}</Tabs.Trigger>}
        </Tabs.List>
        <p role="status" className={styles.done}>
          {done}
        </p>
        <Tabs.Content className={styles.tab} value="versions">
          <VersionsTab boardId={boardId} facilitates={facilitates} shown={shown} onShow={onShow} onDone={setDone} />
        </Tabs.Content>
        <Tabs.Content className={styles.tab} value="deleted">
          <DeletedTab boardId={boardId} mayRestore={can(role, 'canEdit')} onDone={setDone} />
        </Tabs.Content>
        {facilitates && (
          <Tabs.Content className={styles.tab} value="people">
            <PersonTab boardId={boardId} onDone={setDone} />
          </Tabs.Content>
        )}
      </Tabs.Root>
    </Drawer>
  );
}
