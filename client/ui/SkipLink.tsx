import type { ReactNode } from 'react';
import { useText } from '../i18n/LanguageProvider.tsx';
import { buttonClass } from './Button.tsx';
import { cx } from './cx.ts';
import styles from './SkipLink.module.css';

interface SkipLinkProps {
  readonly onSkip: () => void;
  readonly children: ReactNode;
}

/** Seen once the keyboard is on it. Not an address: what stands behind the # of a page is not ours to change. */
export const SkipLink = ({ onSkip, children }: SkipLinkProps) => (
  <button type="button" className={cx(buttonClass({}), styles.skip)} onClick={onSkip}>
    {children}
  </button>
);

/** Past the bar of a page. */
export function SkipToMain() {
  const t = useText();
  return <SkipLink onSkip={() => document.querySelector('main')?.focus()}>{t('common.toContent')}</SkipLink>;
}
