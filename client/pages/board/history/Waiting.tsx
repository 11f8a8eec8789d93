import { useText } from '../../../i18n/LanguageProvider.tsx';
import { Button } from '../../../ui/Button.tsx';
import { FailureNote } from '../../../ui/FailureNote.tsx';
import { Loading } from '../../../ui/Spinner.tsx';
import styles from './HistoryDrawer.module.css';
import type { Loaded } from './use-loaded.ts';

interface WaitingProps {
  readonly state: Exclude<Loaded<unknown>, { readonly status: 'ready' }>;
  readonly onRetry: () => void;
}

/** In the place of a list that is not there: it is on its way, or why it is not. */
export function Waiting({ state, onRetry }: WaitingProps) {
  const t = useText();
  if (state.status === 'loading') return <Loading label={t('history.loading')} />;
  return (
    <div className={styles.failed}>
      <FailureNote failure={state.failure} />
      <Button look="line" onClick={onRetry}>
        {t('common.tryAgain')}
      </Button>
    </div>
  );
}
