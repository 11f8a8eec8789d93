import { ArrowsClockwiseIcon } from '@phosphor-icons/react/dist/csr/ArrowsClockwise';
import { Component, type ReactNode } from 'react';
import { useText } from '../i18n/LanguageProvider.tsx';
import { Button } from '../ui/Button.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';

/** Catches what no page foresaw, a part of the page that can no longer be fetched after an update among it. */
export class PageBoundary extends Component<{ readonly children: ReactNode }, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    return this.state.broken ? <PageBroken /> : this.props.children;
  }
}

function PageBroken() {
  const t = useText();
  return (
    <main>
      <ErrorState
        icon={<ArrowsClockwiseIcon />}
        title={t('errors.page-broken.title')}
        text={t('errors.page-broken.text')}
      >
        <Button look="primary" onClick={() => location.reload()}>
          {t('common.reload')}
        </Button>
      </ErrorState>
    </main>
  );
}
