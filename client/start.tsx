import { type ComponentProps, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { LanguageProvider } from './i18n/LanguageProvider.tsx';
import { Routes } from './routes.tsx';
import { Announcer } from './ui/Announcer.tsx';
import { startTheme } from './ui/theme.ts';

/** Draws the page of the address, in the language it begins with. */
export function start(initial: ComponentProps<typeof LanguageProvider>['initial']): void {
  const root = document.getElementById('root');
  if (root === null) throw new Error('no element to draw in');
  startTheme();
  createRoot(root).render(
    <StrictMode>
      <LanguageProvider initial={initial}>
        <Routes />
        <Announcer />
      </LanguageProvider>
    </StrictMode>,
  );
}
