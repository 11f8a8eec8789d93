import { SignpostIcon } from '@phosphor-icons/react/dist/csr/Signpost';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { Bar } from '../../ui/Bar.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Main } from '../../ui/Main.tsx';
import { WaysHome } from '../WaysHome.tsx';

export function NotFoundPage() {
  const t = useText();
  return (
    <>
      <Bar />
      <Main title={t('errors.not-found.title')}>
        <ErrorState icon={<SignpostIcon />} title={t('errors.not-found.title')} text={t('errors.not-found.text')}>
          <WaysHome />
        </ErrorState>
      </Main>
    </>
  );
}
