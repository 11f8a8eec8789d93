import { useText } from '../../i18n/LanguageProvider.tsx';
import { Bar } from '../../ui/Bar.tsx';
import { Main } from '../../ui/Main.tsx';
import { Loading } from '../../ui/Spinner.tsx';
import { ToastProvider } from '../../ui/Toasts.tsx';
import { FailureState } from '../FailureState.tsx';
import { useWorkshop } from '../use-workshop.ts';
import { WorkshopView } from './WorkshopView.tsx';

export function WorkshopPage({ workshopId }: { readonly workshopId: string }) {
  const t = useText();
  const { state, reload, retry } = useWorkshop(workshopId, { refresh: true });
  if (state.status === 'ready') {
    return (
      <ToastProvider>
        <Bar />
        <WorkshopView data={state.data} unreachableSinceMs={state.unreachableSinceMs} onChanged={reload} />
      </ToastProvider>
    );
  }
  return (
    <>
      <Bar />
      <Main title={t('common.product')}>
        {state.status === 'loading' ? (
          <Loading label={t('workshop.opening')} />
        ) : (
          <FailureState failure={state.failure} onRetry={retry} />
        )}
      </Main>
    </>
  );
}
