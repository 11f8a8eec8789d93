import { ArrowsClockwiseIcon } from '@phosphor-icons/react/dist/csr/ArrowsClockwise';
import { LinkBreakIcon } from '@phosphor-icons/react/dist/csr/LinkBreak';
import { SignpostIcon } from '@phosphor-icons/react/dist/csr/Signpost';
import { Link } from 'wouter';
import { CloseCode } from '../../../shared/protocol/close-codes.ts';
import { closeText } from '../../i18n/failure-text.ts';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { Button, buttonClass } from '../../ui/Button.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { WaysHome } from '../WaysHome.tsx';

interface EndedStateProps {
  readonly code: number;
  /** Something made here is not with the server; `kept`: this browser keeps it. */
  readonly unsaved: boolean;
  readonly kept: boolean;
  readonly workshopHref: string;
}

/** The server does not want this page any more: why, what is safe, and the way on. */
export function EndedState({ code, unsaved, kept, workshopHref }: EndedStateProps) {
  const t = useText();
  // A frame over the socket's own limit ends with 1009, which says the same as ours.
  const said = closeText(code, t) ?? {
    title: t('errors.closed-4413.title'),
    text: t('errors.closed-4413.text'),
  };
  const isPause = code === CloseCode.oldPage || code === CloseCode.quarantined;
  const text =
    unsaved && isPause
      ? { ...said, text: `${said.text} ${t(`boardPage.${kept ? 'endedKept' : 'endedNotKept'}`)}` }
      : said;
  switch (code) {
    case CloseCode.noSession:
    case CloseCode.notAllowed:
      return (
        <ErrorState icon={<LinkBreakIcon />} {...text}>
          <WaysHome />
        </ErrorState>
      );
    case CloseCode.noSuchRoom:
    case CloseCode.quarantined:
      return (
        <ErrorState icon={<SignpostIcon />} {...text}>
          <Link href={workshopHref} className={buttonClass({ look: 'primary' })}>
            {t('workshop.toWorkshop')}
          </Link>
        </ErrorState>
      );
    default:
      return (
        <ErrorState icon={<ArrowsClockwiseIcon />} {...text}>
          <Button look="primary" onClick={() => location.reload()}>
            {t('common.reload')}
          </Button>
        </ErrorState>
      );
  }
}
