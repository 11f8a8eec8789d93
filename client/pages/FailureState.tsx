import { WifiSlashIcon } from '@phosphor-icons/react/dist/csr/WifiSlash';
import { Suspense } from 'react';
import type { Failure } from '../api/call.ts';
import { failureText } from '../i18n/failure-text.ts';
import { useText } from '../i18n/LanguageProvider.tsx';
import { Button } from '../ui/Button.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';
import { lazyPart } from '../ui/lazy-part.ts';

/** For failures that the server itself told: then this can be fetched as well. */
const loadRefusedState = async () => ({ default: (await import('./RefusedState.tsx')).RefusedState });
const RefusedState = lazyPart(loadRefusedState);

/** A whole page's failure: what happened, what is safe, and the ways on that fit it. */
export function FailureState({ failure, onRetry }: { readonly failure: Failure; readonly onRetry: () => void }) {
  const t = useText();
  if (failure.kind !== 'unreachable') {
    return (
      <Suspense fallback={null}>
        <RefusedState failure={failure} onRetry={onRetry} />
      </Suspense>
    );
  }
  return (
    <ErrorState icon={<WifiSlashIcon />} {...failureText(failure, t)}>
      <Button look="primary" onClick={onRetry}>
        {t('common.tryAgain')}
      </Button>
    </ErrorState>
  );
}
