import { ArrowsClockwiseIcon } from '@phosphor-icons/react/dist/csr/ArrowsClockwise';
import { HourglassIcon } from '@phosphor-icons/react/dist/csr/Hourglass';
import { LinkBreakIcon } from '@phosphor-icons/react/dist/csr/LinkBreak';
import { SignpostIcon } from '@phosphor-icons/react/dist/csr/Signpost';
import type { Failure } from '../api/call.ts';
import { failureText } from '../i18n/failure-text.ts';
import { useText } from '../i18n/LanguageProvider.tsx';
import { Button } from '../ui/Button.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';
import { WaysHome } from './WaysHome.tsx';

interface RefusedStateProps {
  readonly failure: Exclude<Failure, { kind: 'unreachable' }>;
  readonly onRetry: () => void;
}

/** The server answered, and not with what the page asked for. */
export function RefusedState({ failure, onRetry }: RefusedStateProps) {
  const t = useText();
  const text = failureText(failure, t);
  switch (wayOn(failure)) {
    case 'retry':
      return (
        <ErrorState icon={<HourglassIcon />} {...text}>
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

function wayOn(failure: RefusedStateProps['failure']): 'retry' | 'reload' | 'other-link' | 'elsewhere' {
  if (failure.kind === 'unreadable') return 'reload';
  switch (failure.problem.code) {
    case 'no-session':
    case 'not-allowed':
    case 'link-unknown':
    case 'link-expired':
      return 'other-link';
    case 'not-found':
    case 'foreign-origin':
      return 'elsewhere';
    default:
      return 'retry';
  }
}
