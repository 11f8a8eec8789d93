import { LinkBreakIcon } from '@phosphor-icons/react/dist/csr/LinkBreak';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { Bar } from '../../ui/Bar.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Main } from '../../ui/Main.tsx';
import { WaysHome } from '../WaysHome.tsx';

export function BrokenLink() {
  const t = useText();
  return (
    <>
      <Bar />
      <Main title={t('join.brokenTitle')}>
        <ErrorState icon={<LinkBreakIcon />} title={t('join.brokenTitle')} text={t('join.brokenText')}>
          <WaysHome />
        </ErrorState>
      </Main>
    </>
  );
}
