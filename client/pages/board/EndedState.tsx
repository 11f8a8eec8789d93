import { ArrowsClockwiseIcon } from '@phosphor-icons/react/dist/csr/ArrowsClockwise';
import { LinkBreakIcon } from '@phosphor-icons/react/dist/csr/LinkBreak';
import { SignpostIcon } from '@phosphor-icons/react/dist/csr/Signpost';
import { Link } from 'wouter';
import { CloseCode } from '../../../shared/protocol/close-codes.ts';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { Button, buttonClass } from '../../ui/Button.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { WaysHome } from '../FailureState.tsx';

interface EndedStateProps {
  readonly code: number;
  readonly workshopHref: string;
}

/** The server does not want this page any more: why, what is safe, and the way on. */
export function EndedState({ code, workshopHref }: EndedStateProps) {
  const t = useText();
  switch (code) {
    case CloseCode.noSession:
      return (
        <ErrorState icon={<LinkBreakIcon />} title={t('errors.closed-4401.title')} text={t('errors.closed-4401.text')}>
          <WaysHome />
        </ErrorState>
      );
    case CloseCode.notAllowed:
      return (
        <ErrorState icon={<LinkBreakIcon />} title={t('errors.closed-4403.title')} text={t('errors.closed-4403.text')}>
          <WaysHome />
        </ErrorState>
      );
    case CloseCode.noSuchRoom:
      return (
        <ErrorState icon={<SignpostIcon />} title={t('errors.closed-4404.title')} text={t('errors.closed-4404.text')}>
          <Link href={workshopHref} className={buttonClass({ look: 'primary' })}>
            {t('workshop.toWorkshop')}
          </Link>
        </ErrorState>
      );
    case CloseCode.quarantined:
      return (
        <ErrorState icon={<SignpostIcon />} title={t('errors.closed-4423.title')} text={t('errors.closed-4423.text')}>
          <Link href={workshopHref} className={buttonClass({ look: 'primary' })}>
            {t('workshop.toWorkshop')}
          </Link>
        </ErrorState>
      );
    case CloseCode.oldPage:
      return (
        <ErrorState
          icon={<ArrowsClockwiseIcon />}
          title={t('errors.closed-4409.title')}
          text={t('errors.closed-4409.text')}
        >
          <Reload />
        </ErrorState>
      );
    default:
      return (
        <ErrorState
          icon={<ArrowsClockwiseIcon />}
          title={t('errors.closed-4413.title')}
          text={t('errors.closed-4413.text')}
        >
          <Reload />
        </ErrorState>
      );
  }
}

function Reload() {
  const t = useText();
  return (
    <Button look="primary" onClick={() => location.reload()}>
      {t('common.reload')}
    </Button>
  );
}
