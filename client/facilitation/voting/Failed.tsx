import type { Failure } from '../../api/call.ts';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { Button, type ButtonLook } from '../../ui/Button.tsx';
import { FailureNote } from '../../ui/FailureNote.tsx';

interface FailedProps extends Pick<ButtonLook, 'size'> {
  readonly failure: Failure;
  readonly onRetry: () => void;
}

/** What could not be read of a vote, and the way to try again. */
export function Failed({ failure, size = 'normal', onRetry }: FailedProps) {
  const t = useText();
  return (
    <>
      <FailureNote failure={failure} />
      <Button look="line" size={size} onClick={onRetry}>
        {t('common.tryAgain')}
      </Button>
    </>
  );
}
