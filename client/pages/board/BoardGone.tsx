import { SignpostIcon } from '@phosphor-icons/react/dist/csr/Signpost';
import { Link } from 'wouter';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { Bar } from '../../ui/Bar.tsx';
import { buttonClass } from '../../ui/Button.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Main } from '../../ui/Main.tsx';

/** A board that is in the bin, or never was. */
export function BoardGone({ workshopHref }: { readonly workshopHref: string }) {
  const t = useText();
  return (
    <>
      <Bar />
      <Main title={t('workshop.boardGoneTitle')}>
        <ErrorState icon={<SignpostIcon />} title={t('workshop.boardGoneTitle')} text={t('workshop.boardGoneText')}>
          <Link href={workshopHref} className={buttonClass({ look: 'primary' })}>
            {t('workshop.toWorkshop')}
          </Link>
        </ErrorState>
      </Main>
    </>
  );
}
