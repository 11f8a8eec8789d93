import './zod-without-eval.ts';
import './ui/tokens.css';
import './ui/base.css';
import './ui/contrast.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { loadCatalogue } from './i18n/catalogue.ts';
import { LanguageProvider } from './i18n/LanguageProvider.tsx';
import { initialLanguage } from './i18n/language.ts';
import { preloadPage, Routes } from './routes.tsx';
import { startTheme } from './ui/theme.ts';

/** Whatever builds a schema comes with the pages, in a second step: see zod-without-eval.ts. */
async function start(root: HTMLElement): Promise<void> {
  startTheme();
  const language = initialLanguage();
  document.documentElement.lang = language;
  preloadPage(location.pathname);
  const catalogue = await loadCatalogue(language);
  createRoot(root).render(
    <StrictMode>
      <LanguageProvider initial={{ language, catalogue }}>
        <Routes />
      </LanguageProvider>
    </StrictMode>,
  );
}

const root = document.getElementById('root');
if (root === null) throw new Error('no element to draw in');
void start(root);
