import { Suspense } from 'react';
import type { GetWorkshopResponse } from '../../../shared/api/workshops.ts';
import { lazyPart } from '../../ui/lazy-part.ts';

const loadSettings = async () => ({ default: (await import('./WorkshopSettings.tsx')).WorkshopSettings });
const WorkshopSettings = lazyPart(loadSettings);
const loadCloseSession = async () => ({ default: (await import('./CloseSession.tsx')).CloseSession });
const CloseSession = lazyPart(loadCloseSession);
const loadNextWorkshop = async () => ({ default: (await import('./NextWorkshop.tsx')).NextWorkshop });
const NextWorkshop = lazyPart(loadNextWorkshop);

export type Managing = 'settings' | 'close' | 'next' | null;

interface ManageDialogsProps {
  readonly data: GetWorkshopResponse;
  readonly shown: Managing;
  readonly onShow: (next: Managing) => void;
  /** Opens the report; undefined while there is nothing to report. */
  readonly onReport: (() => void) | undefined;
  readonly onChanged: () => Promise<void>;
}

/** What facilitators rarely do with a workshop as a whole: nobody waits for it. */
export function ManageDialogs({ data, shown, onShow, onReport, onChanged }: ManageDialogsProps) {
  const onClose = () => onShow(null);
  return (
    <Suspense fallback={null}>
      {shown === 'settings' && (
        <WorkshopSettings
          data={data}
          onNext={() => onShow('next')}
          onCloseSession={() => onShow('close')}
          onClose={onClose}
          onChanged={onChanged}
        />
      )}
      {shown === 'next' && <NextWorkshop data={data} onClose={onClose} />}
      {shown === 'close' && <CloseSession data={data} onReport={onReport} onClose={onClose} onChanged={onChanged} />}
    </Suspense>
  );
}
