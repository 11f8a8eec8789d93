import { CaretRightIcon } from '@phosphor-icons/react/dist/csr/CaretRight';
import { useCallback, useEffect, useState } from 'react';
import type { BinnedBoard } from '../../../shared/api/boards.ts';
import type { Board } from '../../../shared/api/workshops.ts';
import type { WorkshopId } from '../../../shared/protocol/ids.ts';
import type { Failure } from '../../api/call.ts';
import { listBin, unbinBoard } from '../../api/workshops.ts';
import { formatMoment } from '../../i18n/dates.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { FailureNote } from '../../ui/FailureNote.tsx';
import { useToast } from '../../ui/toast.ts';
import styles from './BinPanel.module.css';

interface BinPanelProps {
  readonly workshopId: WorkshopId;
  /** Those that are in no bin: another one there means another one here. */
  readonly boards: readonly Board[];
  readonly onChanged: () => Promise<void>;
}

/** Boards that were put away, and the way to take them out again. Nothing to see while there are none. */
export function BinPanel({ workshopId, boards, onChanged }: BinPanelProps) {
  const { t, language } = useLanguage();
  const toast = useToast();
  const [binned, setBinned] = useState<readonly BinnedBoard[]>([]);
  const [busyId, setBusyId] = useState<BinnedBoard['id'] | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);

  const reload = useCallback(async () => {
    const answer = await listBin(workshopId);
    // Out of reach: what was known stands, and the page says that it is not fresh.
    if (answer.ok) setBinned(answer.value.boards);
  }, [workshopId]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again whenever the boards have been.
  useEffect(() => void reload(), [reload, boards]);

  const takeOut = async (board: BinnedBoard) => {
    setBusyId(board.id);
    setFailure(null);
    const answer = await unbinBoard(board.id);
    // Somebody else was faster: back is back.
    const gone = !answer.ok && answer.failure.kind === 'problem' && answer.failure.problem.code === 'not-found';
    if (answer.ok || gone) {
      await Promise.all([reload(), onChanged()]);
      toast((t) => t('workshop.unbinned', { title: board.title }));
    } else setFailure(answer.failure);
    setBusyId(null);
  };
  if (binned.length === 0) return null;
  return (
    <details className={styles.bin}>
      <summary>
        <CaretRightIcon aria-hidden="true" />
        {t('workshop.bin', { count: binned.length })}
      </summary>
      <ul>
        {binned.map((board) => (
          <li key={board.id}>
            <span>
              <b>{board.title}</b>
              <span className="muted">
                {t('workshop.binnedWhen', { when: formatMoment(board.binnedAtMs, Date.now(), language) })}
              </span>
            </span>
            <Button
              look="line"
              busy={busyId === board.id}
              aria-label={t('workshop.fromBinLabel', { title: board.title })}
              onClick={() => void takeOut(board)}
            >
              {t('workshop.fromBin')}
            </Button>
          </li>
        ))}
      </ul>
      <FailureNote failure={failure} />
    </details>
  );
}
