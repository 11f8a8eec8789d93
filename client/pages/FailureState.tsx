import { ArrowsClockwiseIcon } from '@phosphor-icons/react/dist/csr/ArrowsClockwise';
import { LinkBreakIcon } from '@phosphor-icons/react/dist/csr/LinkBreak';
import { SignpostIcon } from '@phosphor-icons/react/dist/csr/Signpost';
import { WifiSlashIcon } from '@phosphor-icons/react/dist/csr/WifiSlash';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Failure } from '../api/call.ts';
import { failureText } from '../i18n/failure-text.ts';
import { useText } from '../i18n/LanguageProvider.tsx';
import { Button, buttonClass } from '../ui/Button.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';
import { homePath } from './paths.ts';

/** A whole page's failure: what happened, what is safe, and the ways on that fit it. */
export function FailureState({ failure, onRetry }: { readonly failure: Failure; readonly onRetry: () => void }) {
  const t = useText();
  const text = failureText(failure, t);
  switch (wayOn(failure)) {
    case 'retry':
      return (
        <ErrorState icon={<WifiSlashIcon />} {...text}>
          <Button look="primary" onClick={onRetry}>
            {t('common.tryAgain')}
          </Button>
        </ErrorState>
      );
    case 'reload':
      return (
        <ErrorState icon={<ArrowsClockwiseIcon />} {...text}>
          <Button look="primary" onClick={() => location.reload()}>
            {t('common.reload')}
          </Button>
        </ErrorState>
      );
    case 'other-link':
      return (
        <ErrorState icon={<LinkBreakIcon />} {...text}>
          <WaysHome />
        </ErrorState>
      );
    case 'elsewhere':
      return (
        <ErrorState icon={<SignpostIcon />} {...text}>
          <WaysHome />
        </ErrorState>
      );
  }
}

function wayOn(failure: Failure): 'retry' | 'reload' | 'other-link' | 'elsewhere' {
  if (failure.kind === 'unreachable') return 'retry';
  if (failure.kind === 'unreadable') return 'reload';
  switch (failure.problem.code) {
    case 'no-session':
    case 'not-allowed':
    case 'link-unknown':
      return 'other-link';
    case 'not-found':
    case 'foreign-origin':
      return 'elsewhere';
    default:
      return 'retry';
  }
}

/** Back to one's workshops, or on with another link; `first` stands before them. */
export function WaysHome({ first }: { readonly first?: ReactNode }) {
  const t = useText();
  return (
    <>
      {first}
      <Link href={homePath} className={buttonClass({ look: first === undefined ? 'primary' : 'line' })}>
        {t('common.openMyWorkshops')}
      </Link>
      <Link href={`${homePath}#link`} className={buttonClass({ look: 'line' })}>
        {t('common.enterLink')}
      </Link>
    </>
  );
}
