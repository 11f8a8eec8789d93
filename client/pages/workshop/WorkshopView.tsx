import { FilePdfIcon } from '@phosphor-icons/react/dist/csr/FilePdf';
import { GearSixIcon } from '@phosphor-icons/react/dist/csr/GearSix';
import { PlusIcon } from '@phosphor-icons/react/dist/csr/Plus';
import { WifiSlashIcon } from '@phosphor-icons/react/dist/csr/WifiSlash';
import { Suspense, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { can } from '../../../shared/access/capabilities.ts';
import type { Board, GetWorkshopResponse } from '../../../shared/api/workshops.ts';
import { ExampleBoards } from '../../boards/ExampleBoards.tsx';
import { BringIn } from '../../boards/import/BringIn.tsx';
import { Journey } from '../../boards/Journey.tsx';
import { TemplatePicker } from '../../boards/TemplatePicker.tsx';
import type { Step } from '../../boards/templates.ts';
import { tileActivities } from '../../boards/tile-activity.ts';
import { formatMoment, formatMonth } from '../../i18n/dates.ts';
import { BoardTexts, useLanguage } from '../../i18n/LanguageProvider.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { lazyPart } from '../../ui/lazy-part.ts';
import { Main } from '../../ui/Main.tsx';
import { ClosedBanner } from '../ClosedBanner.tsx';
import { GuestsAtDoor } from '../GuestsAtDoor.tsx';
import { boardPath } from '../paths.ts';
import { BinPanel } from './BinPanel.tsx';
import { useBoardEdits } from './boards/use-board-edits.tsx';
import { InvitePanel } from './InvitePanel.tsx';
import { ManageDialogs, type Managing } from './ManageDialogs.tsx';
import { PeoplePanel } from './PeoplePanel.tsx';
import { peopleIn } from './people/group-people.ts';
import styles from './WorkshopView.module.css';

const loadExportDialog = async () => ({ default: (await import('../../export/ExportDialog.tsx')).ExportDialog });
const ExportDialog = lazyPart(loadExportDialog);

interface WorkshopViewProps {
  readonly data: GetWorkshopResponse;
  readonly unreachableSinceMs: number | null;
  readonly onChanged: () => Promise<void>;
}

/** The picker is closed, or open at a step (or at none in particular). */
type Picking = { readonly step: Step | null } | null;

export function WorkshopView({ data, unreachableSinceMs, onChanged }: WorkshopViewProps) {
  const { t, language } = useLanguage();
  const [, navigate] = useLocation();
  const [picking, setPicking] = useState<Picking>(null);
  const [reporting, setReporting] = useState(false);
  const [managing, setManaging] = useState<Managing>(null);
  const { edits, dialogs } = useBoardEdits({ boards: data.boards, onChanged });
  const { workshop, organisations, me } = data;
  const boards = data.boards.filter(({ example }) => !example);
  const examples = data.boards.filter(({ example }) => example);
  const facilitates = can(me.role, 'canFacilitate');
  const activities = useMemo(() => tileActivities(data), [data]);
  const facts = [
    t('common.organisations', { count: organisations.length }),
    t('common.people', { count: peopleIn(data).length }),
    t('workshop.since', { month: formatMonth(workshop.createdAtMs, language) }),
  ];
  const tiles = {
    workshopLanguage: workshop.language,
    hrefOf: (board: Board) => boardPath(workshop.id, board.id),
    activities,
    edits: facilitates ? edits : undefined,
  };
  const report = () => {
    setManaging(null);
    setReporting(true);
  };
  const newBoard = (
    <Button look="primary" size="large" onClick={() => setPicking({ step: null })}>
      <PlusIcon aria-hidden="true" />
      {t('workshop.newBoard')}
    </Button>
  );
  return (
    <Main title={workshop.title} className={styles.workshop}>
      <header className={styles.head}>
        <div>
          <h1>{workshop.title}</h1>
          <p>{facts.join(' · ')}</p>
        </div>
        <div className={styles.ways}>
          {facilitates && (
            <Button look="line" size="large" onClick={() => setManaging('settings')}>
              <GearSixIcon aria-hidden="true" />
              {t('manage.settings')}
            </Button>
          )}
          {boards.length > 0 && (
            <Button look="line" size="large" onClick={() => setReporting(true)}>
              <FilePdfIcon aria-hidden="true" />
              {t('workshop.report')}
            </Button>
          )}
          {facilitates && boards.length > 0 && newBoard}
        </div>
      </header>
      <div role="status" className={styles.status}>
        {unreachableSinceMs !== null && (
          <Banner
            icon={<WifiSlashIcon aria-hidden="true" />}
            look="now"
            place="page"
            text={t('workshop.stale', { when: formatMoment(unreachableSinceMs, Date.now(), language) })}
          />
        )}
      </div>
      {facilitates && (
        <GuestsAtDoor guests={data.guests} place="page" workshopId={data.workshop.id} onAnswered={onChanged} />
      )}
      {data.session.closedAtMs !== null && (
        <ClosedBanner
          workshopId={workshop.id}
          closedAtMs={data.session.closedAtMs}
          leads={facilitates}
          place="page"
          onOpened={onChanged}
        />
      )}
      <div className={styles.boards}>
        {boards.length === 0 && (
          <EmptyState
            title={t('workshop.noBoardsTitle')}
            text={facilitates ? t('workshop.noBoardsText') : t('workshop.noBoardsGuest')}
          >
            {facilitates && <div>{newBoard}</div>}
          </EmptyState>
        )}
        <Journey {...tiles} boards={boards} onAdd={facilitates ? (step) => setPicking({ step }) : undefined} />
        <ExampleBoards {...tiles} boards={examples} />
        {facilitates && (
          <BringIn
            workshopId={workshop.id}
            boards={boards}
            onChanged={onChanged}
            onOpen={(boardId) => navigate(boardPath(workshop.id, boardId))}
          />
        )}
        {facilitates && <BinPanel workshopId={workshop.id} boards={data.boards} onChanged={onChanged} />}
      </div>
      <aside className={styles.side}>
        {facilitates && <InvitePanel data={data} onChanged={onChanged} />}
        <PeoplePanel data={data} onChanged={onChanged} />
      </aside>
      {reporting && (
        <Suspense fallback={null}>
          <BoardTexts>
            <ExportDialog data={data} open={null} onClose={() => setReporting(false)} />
          </BoardTexts>
        </Suspense>
      )}
      {dialogs}
      <ManageDialogs
        data={data}
        shown={managing}
        onShow={setManaging}
        onReport={boards.length > 0 ? report : undefined}
        onChanged={onChanged}
      />
      {picking !== null && (
        <TemplatePicker
          workshopId={workshop.id}
          language={workshop.language}
          step={picking.step}
          onClose={() => setPicking(null)}
          onOpen={(board) => navigate(boardPath(workshop.id, board.id))}
        />
      )}
    </Main>
  );
}
