import { Suspense } from 'react';
import type { GetWorkshopResponse } from '../../../shared/api/workshops.ts';
import { useText, WorkshopTexts } from '../../i18n/LanguageProvider.tsx';
import { Bar } from '../../ui/Bar.tsx';
import { Main } from '../../ui/Main.tsx';
import { ToastProvider } from '../../ui/Toasts.tsx';
import { FailureState } from '../FailureState.tsx';
import { useWorkshop } from '../use-workshop.ts';
import { OwnDetails } from './people/OwnDetails.tsx';
import { WorkshopSkeleton } from './WorkshopSkeleton.tsx';
import { WorkshopView } from './WorkshopView.tsx';

export function WorkshopPage({ workshopId }: { readonly workshopId: string }) {
  const t = useText();
  const { state, reload, retry } = useWorkshop(workshopId, { refresh: true });
  const data = state.status === 'ready' ? state.data : null;
  return (
    <>
      {/* The same from the first moment on: what somebody opens in it while the workshop comes stays open. */}
      <Bar own={data !== null && isPerson(data) && <OwnDetails data={data} onChanged={reload} />} />
      {state.status === 'ready' ? (
        <Suspense fallback={<WorkshopSkeleton />}>
          <WorkshopTexts>
            <ToastProvider>
              <WorkshopView data={state.data} unreachableSinceMs={state.unreachableSinceMs} onChanged={reload} />
            </ToastProvider>
          </WorkshopTexts>
        </Suspense>
      ) : (
        <Main title={t('common.product')}>
          {state.status === 'loading' ? <WorkshopSkeleton /> : <FailureState failure={state.failure} onRetry={retry} />}
        </Main>
      )}
    </>
  );
}

/** Programs act under a name and are not among the people. */
const isPerson = ({ people, me }: GetWorkshopResponse): boolean => people.some(({ id }) => id === me.participant.id);
